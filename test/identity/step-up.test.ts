import { afterAll, describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { auditEntries, sessions } from '../../db/schema/index.ts';
import { openDoor } from '../api/door.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { openBrowser } from './browser.ts';
import { strongAcr } from './provider.ts';
import { openStage } from './stage.ts';

const { apiUrl, provider, owner, logIn, loggedIn } = await openStage({
  settings: {
    TONGBAN_OIDC_REQUIRED_AUTHENTICATION: JSON.stringify({
      security_administrator: { acr: [strongAcr], maxAgeS: 3600 },
      auditor: { amr: ['otp', 'hwk'] },
    }),
  },
});

describe('a role that asks for more', () => {
  it('is asked for it at the provider, at the login', async () => {
    const browser = openBrowser();
    const { url, response } = await browser.follow(`${apiUrl}/session/login`);
    const sent = await browser.submit(url, await response.text(), { login: 'subject-security' });
    const resumed = new URL(sent.headers.get('location') ?? '', url).href;
    const { url: callback } = await browser.follow(resumed, /session\/callback/);
    const again = await browser.request(callback);
    const asked = again.headers.get('location') ?? (await again.text());
    expect(asked.startsWith(provider.issuer), asked).toBe(true);
    const parameters = new URL(asked).searchParams;
    expect(parameters.get('acr_values')).toBe(strongAcr);
    expect(parameters.get('max_age')).toBe('3600');
  });

  it('has a session with two factors, and none with one', async () => {
    const strong = await loggedIn('subject-security', 'two');
    expect((await strong.request(`${apiUrl}/v1/session`)).status).toBe(200);
    const refused = await logIn(openBrowser(), 'subject-security', 'one');
    expect(await refused.json()).toMatchObject({
      status: 401,
      code: 'insufficient_user_authentication',
      title: '您的角色要求更强或更新的身份认证（如第二因素），请按要求重新登录后再试。',
    });
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer realm="tongban", error="insufficient_user_authentication", ' +
        'error_description="The roles of the caller ask for a stronger or a fresher authentication", ' +
        `acr_values="${strongAcr}", max_age="3600"`,
    );
  });

  it('may ask for a method', async () => {
    expect((await logIn(openBrowser(), 'subject-auditor', 'one')).status).toBe(401);
    await loggedIn('subject-auditor', 'two');
  });

  it('has to prove himself anew after its time', async () => {
    const browser = await loggedIn('subject-security', 'two');
    await owner.update(sessions).set({ authenticatedAt: '2026-01-01T00:00:00.000+08:00' as never });
    const response = await browser.request(`${apiUrl}/v1/session`);
    expect(response.headers.get('www-authenticate')).toContain('max_age="3600"');
  });

  it('asks nothing of others', async () => {
    await loggedIn('subject-window', 'one');
  });
});

describe('a token', async () => {
  const requiredAuthentication = { auditor: { acr: [strongAcr] } };
  const url = await createHouseDatabase();
  const door = await openDoor(url, undefined as never, { requiredAuthentication });
  const tokens = connectOwner(url);
  afterAll(() => tokens.close());

  it('that proves too little is in the audit as what was asked with it', async () => {
    const unitCode = parseUnitCode('440000000000');
    const token = await door.issuer.sign({ officerId: 'officer-4', roles: ['auditor'], unitCode });
    const headers = { authorization: `Bearer ${token}` };
    expect((await door.app.inject({ url: '/v1/audit', headers })).statusCode).toBe(401);
    const code = 'insufficient_user_authentication';
    expect(await tokens.select().from(auditEntries)).toMatchObject([
      { operation: 'listAudit', outcome: 'denied', officerId: 'officer-4', code },
    ]);
  });

  it('is asked for more in the same way', async () => {
    const unitCode = parseUnitCode('440000000000');
    const token = await door.issuer.sign({ officerId: 'officer-4', roles: ['auditor'], unitCode });
    const response = await door.app.inject({
      url: '/v1/session',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.json()).toMatchObject({ status: 401, code: 'insufficient_user_authentication' });
    expect(response.headers['www-authenticate']).toContain(`acr_values="${strongAcr}"`);
  });
});
