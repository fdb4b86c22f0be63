import { homedir, tmpdir } from 'node:os';
import { chromium as playwright } from 'playwright-core';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { openPrinter } from '../documents/documents-fixture.ts';
import { marksOf, receiptCodeOf } from './printed-marks.ts';

const { door } = await openHouseWithDoor();
const { act, issued, transmitted } = playPeople(door);
const { chromium, fonts } = await openPrinter();
const browser = await playwright.launch({
  executablePath: chromium.executablePath,
  env: { ...chromium.env, FONTCONFIG_FILE: fonts.fontconfigFile, HOME: homedir(), TMPDIR: tmpdir() },
  chromiumSandbox: process.getuid?.() !== 0,
});
const address = await door.app.listen({ host: '127.0.0.1', port: 0 });
afterAll(() => browser.close());

async function openTelephone(): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    javaScriptEnabled: false,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  // What the page's own policy keeps from it, and whatever it asks of anybody else.
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) complaints.push(request.url());
  });
  return { page, complaints };
}

/** Nothing of a page lies beside a narrow screen. */
async function fits(page: Page): Promise<void> {
  const root = 'document.documentElement';
  expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
}

describe('on a telephone without scripts', () => {
  it('an applicant types what stands on his receipt and reads how his case stands', async () => {
    const caseNo = await transmitted(await door.submit());
    const code = await receiptCodeOf(door, caseNo);
    const { page, complaints } = await openTelephone();
    await page.goto(`${address}/status`);
    await fits(page);
    await page.getByLabel('申请件编号（26位）').fill(caseNo);
    await page.getByLabel('查询码（8位）').fill('AAAA-AAAA');
    await page.getByRole('button', { name: '查询' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('与查询码不符');
    await fits(page);
    await page.getByLabel('查询码（8位）').fill(code.toLowerCase());
    await page.getByRole('button', { name: '查询' }).click();
    const result = page.getByRole('region', { name: '流转中' });
    await expect.poll(() => result.textContent()).toContain('遵义市公安局红花岗分局桃溪派出所');
    await fits(page);
    expect(new URL(page.url()).search).toBe('');
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
    await page.context().close();
  });

  it('somebody scans a certificate that holds, and again when it does not', async () => {
    const caseNo = await issued();
    const { token, certificateNo, checkCode } = await marksOf(door, caseNo);
    const { page, complaints } = await openTelephone();
    await page.goto(`${address}/verify/${token}`);
    expect(await page.getByRole('region', { name: '有效' }).textContent()).toContain('李**');
    await fits(page);
    await act('acceptingLeader', caseNo, 'void_certificate', { reason: '证明内容有误' });
    await page.getByLabel('证明编号（26位）').fill(certificateNo);
    await page.getByLabel('校验码（8位）').fill(checkCode);
    await page.getByRole('button', { name: '核验' }).click();
    const voided = page.getByRole('region', { name: '已作废' });
    await expect.poll(() => voided.textContent()).toContain('不能再作为凭据使用');
    await fits(page);
    // The style sheet is let in by its digest; without it a field is as narrow as its 20 characters.
    const field = await page.getByLabel('校验码（8位）').boundingBox();
    expect(field?.width).toBeGreaterThan(250);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
