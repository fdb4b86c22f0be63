import { SignJWT, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { anotherApplication, openDoor, openHouseWithDoor } from './door.ts';

const { door, temporal, url } = await openHouseWithDoor();

const officer = {
  officerId: 'officer-1',
  roles: ['window_officer'],
  unitCode: parseUnitCode('440106990000'),
} as const;

function get(address: string, authorization?: string) {
  return door.app.inject({
    url: address,
    ...(authorization === undefined ? {} : { headers: { authorization } }),
  });
}

describe('the door', () => {
  it('lets nobody in without a valid token, and says no more than that', async () => {
    const token = await door.issuer.sign(officer);
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ roles: officer.roles, unit: officer.unitCode })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
      .setIssuer(door.issuer.verification.issuer)
      .setAudience(door.issuer.verification.audience)
      .setSubject('officer-1')
      .setExpirationTime('1h')
      .sign(privateKey);
    const [header, payload] = token.split('.');
    const wrong = [
      undefined,
      'Basic b2ZmaWNlcjpwYXNz',
      'Bearer nonsense',
      `Bearer ${token.slice(0, -4)}AAAA`,
      `Bearer ${header ?? ''}.${payload ?? ''}.`,
      `Bearer ${forged}`,
      `Bearer ${await door.issuer.sign({ ...officer, lifetimeS: -60 })}`,
    ];
    for (const authorization of wrong) {
      const response = await get('/v1/cases', authorization);
      expect([authorization, response.statusCode]).toEqual([authorization, 401]);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(response.json()).toMatchObject({ code: 'unauthenticated' });
    }
    expect((await get('/v1/cases', `Bearer ${token}`)).statusCode).toBe(200);
  });

  it('answers unknown and malformed addresses with problems', async () => {
    expect((await get('/v1/nothing')).json()).toMatchObject({ status: 404, code: 'not_found' });
    const malformed = await get('/v1/cases/%E0%A4%A');
    expect(malformed.json()).toMatchObject({ status: 400, code: 'malformed_request' });
    expect(malformed.headers['content-type']).toContain('application/problem+json');
  });

  it('says that it lives and that it is ready, without a token', async () => {
    expect((await get('/v1/health')).json()).toEqual({ status: 'ok' });
    expect((await get('/v1/ready')).json()).toEqual({ status: 'ok' });
    const alone = await openDoor('postgres://postgres@127.0.0.1:1/none', temporal.client);
    const response = await alone.app.inject({ url: '/v1/ready' });
    expect(response.json()).toMatchObject({ status: 503, detail: 'Postgres 没有应答。' });
    expect(response.headers['retry-after']).toBe('5');
    const token = await alone.issuer.sign(officer);
    const list = await alone.app.inject({ url: '/v1/cases', headers: { authorization: `Bearer ${token}` } });
    expect(list.json()).toMatchObject({ status: 503, code: 'service_unavailable' });
  });

  it('shows its documentation without a network', async () => {
    const page = await get('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect((await get('/docs/json')).json()).toMatchObject({ openapi: '3.1.0' });
  });
});

describe('the log', () => {
  it('holds no personal data, whatever goes right or wrong', async () => {
    const body = anotherApplication();
    await door.call('window', 'POST', '/v1/cases', { body, key: 'logged' });
    await door.call('window', 'POST', '/v1/cases', {
      body: { ...body, applicant: { ...body.applicant, x: 1 } },
    });
    // The database itself fails, and its driver's message quotes the row.
    const { idNumber, name, telephone } = body.applicant;
    const broken = await openDoor(url, temporal.client, {
      clock: { now: () => `2026-13-45 ${idNumber}` as never },
    });
    const failed = await broken.call('window', 'POST', '/v1/cases', {
      body: anotherApplication(),
      key: 'fails',
    });
    expect(failed.json()).toMatchObject({ status: 500, code: 'internal_error' });
    const log = [...door.logLines, ...broken.logLines].join('');
    expect(log).toContain('"route":"/v1/cases"');
    expect(log).toContain('request failed');
    for (const secret of [idNumber, name, telephone, sampleApplication.applicant.residenceAddress]) {
      expect(log).not.toContain(secret);
      expect(failed.body).not.toContain(secret);
    }
    expect(log).not.toMatch(/Bearer|eyJ/);
  });
});
