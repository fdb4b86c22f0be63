import { describe, expect, it } from 'vitest';
import { sessionCookie } from '../../api/session-token.ts';
import { auditEntries, sessions } from '../../db/schema/index.ts';
import { openBrowser } from './browser.ts';
import { openStage } from './stage.ts';

const { apiUrl, provider, owner, logLines, logIn, loggedIn } = await openStage();
const sameOrigin = { origin: apiUrl, 'sec-fetch-site': 'same-origin' };

/** Goes as far as the provider's answer, which comes back as an address not yet asked for. */
async function answered(account = 'subject-window') {
  const browser = openBrowser();
  const { url, response } = await browser.follow(`${apiUrl}/session/login`);
  const sent = await browser.submit(url, await response.text(), { login: account });
  const resumed = new URL(sent.headers.get('location') ?? '', url).href;
  const { url: callback } = await browser.follow(resumed, /session\/callback/);
  return { browser, callback };
}

describe('a login', () => {
  it('leads through the provider to a session that is as good as a token', async () => {
    const browser = await loggedIn('subject-window');
    const me = await browser.request(`${apiUrl}/v1/session`);
    expect(await me.json()).toMatchObject({
      subject: 'officer-1',
      roles: ['window_officer'],
      unitCode: '440106990000',
    });
    expect((await browser.request(`${apiUrl}/v1/cases`)).status).toBe(200);
  });

  it('keeps in Postgres nothing that lets in, and in the browser nothing that a script reads', async () => {
    const browser = openBrowser();
    await logIn(browser, 'subject-window');
    const token = browser.cookies.get(sessionCookie);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await owner.select().from(sessions))).not.toContain(token);
    expect(logLines.join('')).not.toContain(token);
    const { callback, browser: other } = await answered();
    const line = (await other.request(callback)).headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith(sessionCookie));
    expect(line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('cannot be done with a code that was used', async () => {
    const { browser, callback } = await answered();
    const cookies = new Map(browser.cookies);
    expect((await browser.request(callback)).status).toBe(303);
    const again = await browser.request(callback);
    expect(await again.json()).toMatchObject({ status: 400, code: 'login_failed' });
    // Somebody who has the browser's cookies of before is told the same, by the provider this time.
    const thief = openBrowser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect(await (await thief.request(callback)).json()).toMatchObject({ code: 'login_failed' });
    expect(thief.cookies.has(sessionCookie)).toBe(false);
    expect(logLines.join('')).toContain('invalid_grant');
  });

  it.each(['state', 'nonce', 'verifier'])('is refused when the %s is another', async (check) => {
    const { browser, callback } = await answered();
    const kept = JSON.parse(
      Buffer.from(browser.cookies.get('__Host-tongban-login') ?? '', 'base64url').toString(),
    ) as Record<string, string>;
    const forged = { ...kept, [check]: `${kept[check] ?? ''.slice(1)}A` };
    browser.cookies.set('__Host-tongban-login', Buffer.from(JSON.stringify(forged)).toString('base64url'));
    const response = await browser.request(callback);
    expect(await response.json()).toMatchObject({ status: 400, code: 'login_failed' });
    expect(browser.cookies.has(sessionCookie)).toBe(false);
  });

  it('cannot be completed in a browser that did not begin it', async () => {
    const { callback } = await answered();
    expect((await openBrowser().request(callback)).status).toBe(400);
  });

  it('says why when the provider declines, or names no officer', async () => {
    const browser = openBrowser();
    const { url, response } = await browser.follow(`${apiUrl}/session/login`);
    const sent = await browser.submit(url, await response.text(), { decline: 'yes' });
    const declined = await browser.follow(new URL(sent.headers.get('location') ?? '', url).href);
    expect(await declined.response.json()).toMatchObject({ detail: '身份提供方未予登录，请重新登录。' });
    const nobody = await logIn(openBrowser(), 'subject-nobody');
    expect(await nobody.json()).toMatchObject({
      code: 'login_failed',
      detail: '身份提供方未给出您的角色或单位，请联系系统管理员开通后再登录。',
    });
  });

  it('leads to addresses of ours only', async () => {
    for (const address of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
      const response = await openBrowser().request(
        `${apiUrl}/session/login?returnTo=${encodeURIComponent(address)}`,
      );
      expect([address, response.status]).toEqual([address, 422]);
    }
  });

  it('ends the session that the browser had: no token of before is worth anything', async () => {
    const browser = await loggedIn('subject-window');
    const before = browser.cookies.get(sessionCookie) ?? '';
    await logIn(browser, 'subject-window');
    expect(browser.cookies.get(sessionCookie)).not.toBe(before);
    const old = openBrowser();
    old.cookies.set(sessionCookie, before);
    expect((await old.request(`${apiUrl}/v1/session`)).status).toBe(401);
  });

  it('is put off while the provider is away, and whoever is in stays in', async () => {
    const browser = await loggedIn('subject-window');
    const { browser: underWay, callback } = await answered();
    await provider.goAway();
    const response = await underWay.request(callback);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({
      code: 'service_unavailable',
      detail: '身份提供方没有应答，暂时不能登录，请稍后重试；已经登录的不受影响。',
    });
    expect((await browser.request(`${apiUrl}/v1/session`)).status).toBe(200);
    await provider.comeBack();
    expect((await logIn(openBrowser(), 'subject-window')).status).toBe(200);
  });
});

describe('a change under a session', () => {
  it('must come from our own pages', async () => {
    const browser = await loggedIn('subject-security');
    const lock = (headers: Record<string, string>) =>
      browser.request(`${apiUrl}/v1/account-locks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ subject: 'officer-77', reason: '离职' }),
      });
    const wrong: Record<string, string>[] = [
      {},
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: apiUrl },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of wrong) {
      const response = await lock(headers);
      expect([headers, await response.json()]).toMatchObject([headers, { code: 'cross_site_request' }]);
    }
    // The audit has each, under the name of him whose session was ridden.
    const ridden = (await owner.select().from(auditEntries)).filter(
      ({ code }) => code === 'cross_site_request',
    );
    const row = { operation: 'lockAccount', outcome: 'denied', officerId: 'officer-2' };
    expect(ridden).toMatchObject(wrong.map(() => row));
    expect((await lock({ origin: apiUrl })).status).toBe(201);
    expect((await lock(sameOrigin)).status).toBe(201);
  });
});
