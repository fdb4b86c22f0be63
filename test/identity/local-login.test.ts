import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleOfficers } from '../../commands/sample-people.ts';
import { auditEntries } from '../../db/schema/index.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import { createLocalLogin } from '../../platform/identity/local-login.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDoor } from '../api/door.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './browser.ts';
import { quickly } from '../services/quickly.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
afterAll(() => owner.close());
let offsetMs = 0;
const clock = { ...systemClock, now: () => instantFromEpochMs(Date.now() + offsetMs) };
const options = { people: sampleOfficers, environment: 'development', clock } as const;
const door = await openDoor(url, undefined as never, { localLogin: createLocalLogin(options) });
const apiUrl = await door.app.listen({ host: '127.0.0.1', port: 0 });
const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** Begins a login, and answers with the page that it leads to. */
async function begun(browser: Browser, query = '?returnTo=/v1/session') {
  const { url: page, response } = await browser.follow(`${apiUrl}/session/login${query}`);
  return { page, html: await response.text() };
}

function choose(
  browser: Browser,
  page: string,
  person: string,
  headers: Record<string, string> = sameOrigin,
) {
  const { searchParams } = new URL(page);
  const body = new URLSearchParams([...searchParams, ['person', person]]);
  return browser.request(`${apiUrl}/session/local`, { method: 'POST', headers, body });
}

async function chosen(browser: Browser, person = 'sample-auditor') {
  const { page } = await begun(browser);
  return (await choose(browser, page, person)).headers.get('location') ?? '';
}

describe('the local login', () => {
  it('lets a developer choose who he is, says what it is worth, and is a login like any other', async () => {
    const browser = openBrowser();
    const { page, html } = await begun(browser);
    expect(html).toContain('仅供开发试用');
    expect(html).toContain('迁移信息核验专管员（遵义市公安局红花岗分局桃溪派出所）');
    expect(html).not.toContain('接口客户端');
    const sent = await choose(browser, page, 'sample-liaison_officer');
    const { url: at, response } = await browser.follow(sent.headers.get('location') ?? '');
    expect(at).toBe(`${apiUrl}/v1/session`);
    const officer = {
      subject: 'sample-liaison_officer',
      roles: ['liaison_officer'],
      unitCode: '520302990000',
    };
    expect(await response.json()).toMatchObject(officer);
    const [row] = await owner.select().from(auditEntries);
    expect(row).toMatchObject({ kind: 'log_in', outcome: 'allowed', officerId: officer.subject });

    await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers: sameOrigin });
    expect((await browser.request(`${apiUrl}/v1/session`)).status).toBe(401);
  });

  it('ends on the first page when it names no other, which says who he is and lets him out', async () => {
    const browser = openBrowser();
    const out = await browser.follow(`${apiUrl}/`);
    expect(await out.response.text()).toContain('href="/session/login"');
    const { page } = await begun(browser, '');
    const sent = await choose(browser, page, 'sample-liaison_officer');
    const home = await browser.follow(sent.headers.get('location') ?? '');
    expect([home.url, home.response.status]).toEqual([`${apiUrl}/`, 200]);
    const html = await home.response.text();
    for (const words of ['sample-liaison_officer', '遵义市公安局红花岗分局桃溪派出所', '退出登录']) {
      expect(html).toContain(words);
    }
    expect(home.response.headers.get('content-security-policy')).toContain("form-action 'self';");

    // What a page of another site sends does not log him out.
    expect((await browser.submit(home.url, html)).status).toBe(403);
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(html) ?? [];
    const left = await browser.request(`${apiUrl}${action}`, { method: 'POST', headers: sameOrigin });
    const again = await browser.follow(left.headers.get('location') ?? '');
    expect([again.url, again.response.status]).toEqual([`${apiUrl}/`, 200]);
    expect(await again.response.text()).toContain('href="/session/login"');
  });

  it('is chosen on our own page only, and among those who are there', async () => {
    const browser = openBrowser();
    const { page } = await begun(browser);
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
      const response = await choose(browser, page, 'sample-auditor', headers);
      expect(await response.json()).toMatchObject({ code: 'cross_site_request' });
    }
    for (const person of ['sample-api_client', 'officer-1']) {
      expect((await choose(browser, page, person)).status).toBe(404);
    }
    expect((await browser.request(`${apiUrl}/session/local`)).status).toBe(422);
  });

  it('is good once, for the browser that began, and for a minute', async () => {
    const browser = openBrowser();
    const callback = await chosen(browser);
    const cookies = new Map(browser.cookies);
    const stranger = openBrowser();
    await begun(stranger);
    expect((await stranger.request(callback)).status).toBe(400);
    // Whoever tried it with another browser has spent it.
    expect((await browser.request(callback)).status).toBe(400);

    const again = openBrowser();
    const good = await chosen(again);
    for (const [name, value] of again.cookies) cookies.set(name, value);
    expect((await again.request(good)).status).toBe(303);
    const thief = openBrowser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect((await thief.request(good)).status).toBe(400);

    const late = openBrowser();
    const expired = await chosen(late);
    offsetMs += 61_000;
    expect((await late.request(expired)).status).toBe(400);
  });

  it('is not there where nobody set it up', async () => {
    const plain = await openDoor(url, undefined as never);
    for (const address of ['/session/local?state=a&challenge=b', '/session/login']) {
      expect((await plain.app.inject(address)).statusCode).toBe(404);
    }
  });
});

describe('in production', () => {
  it('there is no local login', () => {
    expect(() => createLocalLogin({ ...options, environment: 'production' })).toThrow('TONGBAN_OIDC_ISSUER');
  });

  it('npm start refuses before it starts anything', async () => {
    const child = spawn(process.execPath, [...quickly, 'commands/start.ts'], {
      cwd: path.join(import.meta.dirname, '..', '..'),
      env: { NODE_ENV: 'production', TONGBAN_DATA_DIR: '/nowhere' },
    });
    const ended = once(child, 'exit');
    const [told, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([told, errors, (await ended)[0]]).toEqual(['', expect.stringContaining('也不在本机选人登录'), 1]);
    // A busy machine takes its time to load all of the product.
  }, 180_000);
});
