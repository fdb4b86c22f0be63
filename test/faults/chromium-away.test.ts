import { onTestFinished, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { log, openPrinter } from '../documents/documents-fixture.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { playScenario } from '../scenarios/scenario.ts';

it('a certificate that no browser can print is an incident, and is made once when one starts again', async () => {
  const { chromium, fonts } = await openPrinter();
  let browser = '/bin/false';
  const failing = {
    ...chromium,
    get executablePath() {
      return browser;
    },
  };
  const pdf = createPdfRenderer({ chromium: failing, fonts, log });
  onTestFinished(() => pdf.close());
  const renderer = createDocumentRenderer({ renderer: pdf, fonts });
  await playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async ({ house, sleepUntil }) => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    await driver.request('issue');
    await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
    expect(Object.values((await driver.state()).pending)[0]?.progress).toMatchObject({
      kind: 'failed',
      failure: { failureClass: 'service_unavailable' },
    });
    browser = chromium.executablePath;
    await sleepUntil('2026-11-02T09:40:00+08:00');
    await driver.waitUntil('the certificate', ({ status }) => status === 'issued');
    expect(await driver.certificateCount()).toBe(1);
  });
});
