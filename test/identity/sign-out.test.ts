import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { sessionCookie } from '../../api/session-token.ts';
import { sessions } from '../../db/schema/index.ts';
import type { Browser } from './browser.ts';
import { openBrowser } from './browser.ts';
import { openStage } from './stage.ts';

const { apiUrl, app, provider, providerKey, owner, logIn, loggedIn } = await openStage();
const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const event = 'http://schemas.openid.net/event/backchannel-logout';

const isIn = async (browser: Browser) => (await browser.request(`${apiUrl}/v1/session`)).ok;

describe('signing out', () => {
  it('ends the session here and leads to the provider, which ends its own', async () => {
    const browser = await loggedIn('subject-window');
    const token = browser.cookies.get(sessionCookie) ?? '';
    const home = await browser.request(`${apiUrl}/`);
    // Chromium stops a form whose redirect leads where the policy of its page does not let it.
    const policy = home.headers.get('content-security-policy');
    expect(policy).toContain(`form-action 'self' ${new URL(provider.issuer).origin};`);
    const left = await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers: sameOrigin });
    expect(left.status).toBe(303);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    browser.cookies.set(sessionCookie, token);
    expect(await isIn(browser)).toBe(false);
    browser.cookies.delete(sessionCookie);

    const { url, response } = await browser.follow(left.headers.get('location') ?? '');
    expect(url.startsWith(provider.issuer)).toBe(true);
    const back = await browser.submit(url, await response.text(), { logout: 'yes' });
    expect(back.headers.get('location')).toBe(`${apiUrl}/`);
    expect((await browser.request(`${apiUrl}/`)).status).toBe(200);
    // The provider asks anew: it has forgotten him.
    const { url: next } = await browser.follow(`${apiUrl}/session/login`);
    expect(next).toContain('/interaction/');
  });

  it('is not done by another site', async () => {
    const browser = await loggedIn('subject-window');
    const headers = { 'sec-fetch-site': 'cross-site' };
    const response = await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers });
    expect(response.status).toBe(403);
    expect(await isIn(browser)).toBe(true);
  });

  it('works while the provider is away', async () => {
    const browser = await loggedIn('subject-window');
    await provider.goAway();
    const left = await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers: sameOrigin });
    expect(left.status).toBe(303);
    await provider.comeBack();
    expect(await isIn(browser)).toBe(false);
  });
});

describe('the provider', () => {
  it('ends a session here when it has ended its own', async () => {
    const [browser, colleague] = [await loggedIn('subject-window'), await loggedIn('subject-window')];
    const { url, response } = await browser.follow(`${provider.issuer}/session/end?client_id=tongban`);
    await browser.submit(url, await response.text(), { logout: 'yes' });
    expect(await isIn(browser)).toBe(false);
    expect(await isIn(colleague)).toBe(true);
  });

  const logoutToken = async (claims: object, { key = providerKey, audience = 'tongban', iat = 0 } = {}) =>
    new SignJWT({ events: { [event]: {} }, jti: crypto.randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt', kid: 'p1' })
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setIssuedAt(Math.floor(Date.now() / 1000) + iat)
      .sign(await importJWK(key, 'ES256'));

  const tell = (token: string) =>
    app.inject({
      method: 'POST',
      url: '/session/backchannel-logout',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ logout_token: token }).toString(),
    });

  it('may end all sessions of a subject', async () => {
    const [browser, colleague] = [await loggedIn('subject-window'), await loggedIn('subject-auditor')];
    expect((await tell(await logoutToken({ sub: 'subject-window' }))).statusCode).toBe(200);
    expect(await isIn(browser)).toBe(false);
    expect(await isIn(colleague)).toBe(true);
  });

  it('is not believed when it is somebody else, or says something else', async () => {
    const browser = await loggedIn('subject-window');
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const forged = { ...(await exportJWK(privateKey)), alg: 'ES256' };
    const sub = 'subject-window';
    const tokens = {
      forged: await logoutToken({ sub }, { key: forged }),
      forAnother: await logoutToken({ sub }, { audience: 'another' }),
      old: await logoutToken({ sub }, { iat: -3600 }),
      withNonce: await logoutToken({ sub, nonce: 'n' }),
      withoutEvent: await logoutToken({ sub, events: {} }),
      ofNobody: await logoutToken({}),
      nonsense: 'nonsense',
    };
    for (const [name, token] of Object.entries(tokens)) {
      expect([name, (await tell(token)).json()]).toMatchObject([name, { code: 'invalid_logout_token' }]);
    }
    expect(await isIn(browser)).toBe(true);
  });
});

describe('a session', () => {
  it('ends without use, and in any case after its time', async () => {
    const idle = await loggedIn('subject-window');
    await owner.update(sessions).set({ lastUsedAt: '2026-01-01T00:00:00.000+08:00' as never });
    expect(await isIn(idle)).toBe(false);
    const old = await loggedIn('subject-window');
    await owner.update(sessions).set({ expiresAt: '2026-01-01T00:00:00.000+08:00' as never });
    expect(await isIn(old)).toBe(false);
    // Whoever logs in next clears what is over.
    const browser = openBrowser();
    await logIn(browser, 'subject-window');
    expect((await owner.select().from(sessions)).length).toBeGreaterThan(0);
    const left = await owner.select().from(sessions);
    expect(left.every(({ expiresAt }) => expiresAt > '2026-06')).toBe(true);
  });
});
