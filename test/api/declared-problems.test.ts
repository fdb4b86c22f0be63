import { describe, expect, it } from 'vitest';
import { problemCodesOf } from '../../api/declared-problems.ts';
import { IfMatchHeaders, OptionalIfMatchHeaders } from '../../api/etag.ts';
import { IdempotencyHeaders } from '../../api/idempotency.ts';
import { Problem } from '../../api/problems.ts';
import { createHouseDatabase } from '../house/house.ts';
import { createDoor } from './door.ts';

/** A door behind which something goes wrong in a way that no operation names. */
async function openBrokenDoor() {
  const broken = () => Promise.reject(new Problem('delivery_underway'));
  const units = { tree: broken, mergers: () => Promise.resolve(new Map()), forget: () => undefined };
  return createDoor(await createHouseDatabase(), undefined as never, { units });
}

describe('a code that an operation does not declare', () => {
  it('is answered as it is, noted in the log, and fails the test that meets it', async () => {
    const door = await openBrokenDoor();
    await expect(door.call('window', 'GET', '/v1/matters')).rejects.toThrow(
      'problem not declared: listMatters answered delivery_underway',
    );
    const noted = door.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(noted).toContainEqual(
      expect.objectContaining({ operation: 'listMatters', code: 'delivery_underway', level: 50 }),
    );
    await door.close();
  });

  it('fails the test also when nobody looked at the answer', async () => {
    const door = await openBrokenDoor();
    const token = await door.issuer.sign({
      officerId: 'officer-1',
      roles: ['auditor'],
      unitCode: '440106990000' as never,
    });
    const headers = { authorization: `Bearer ${token}` };
    const response = await door.app.inject({ url: '/v1/matters', headers });
    expect(response.json()).toMatchObject({ status: 409, code: 'delivery_underway' });
    await expect(door.close()).rejects.toThrow('listMatters answered delivery_underway');
  });
});

describe('what a route is, says what it may answer', () => {
  const codesOf = (method: string, url: string, schema: object = {}) => [
    ...problemCodesOf({ method, url, schema }),
  ];

  it.each([
    ['a body', codesOf('POST', '/v1/x', { body: {} }), ['body_too_large', 'unsupported_media_type']],
    ['a body by mistake', codesOf('POST', '/v1/x'), ['malformed_request', 'body_too_large']],
    [
      'a body by mistake of a DELETE',
      codesOf('DELETE', '/v1/x'),
      ['body_too_large', 'unsupported_media_type'],
    ],
    ['a query', codesOf('GET', '/v1/x', { querystring: {} }), ['validation_failed']],
    ['a parameter', codesOf('GET', '/v1/x/:id'), ['malformed_request']],
    ['a case', codesOf('GET', '/v1/x/:caseNo'), ['case_not_found']],
    ['a key', codesOf('POST', '/v1/x', { headers: IdempotencyHeaders }), ['idempotency_key_reused']],
    ['a version', codesOf('PUT', '/v1/x', { headers: IfMatchHeaders }), ['precondition_required']],
    [
      'a token',
      codesOf('GET', '/v1/x', { operationId: 'listCases' }),
      ['unauthenticated', 'role_not_allowed'],
    ],
    ['a token that changes', codesOf('PUT', '/v1/x', { operationId: 'holdCase' }), ['cross_site_request']],
    [
      'an act',
      codesOf('POST', '/v1/x', { operationId: 'receiveCase' }),
      ['pages_not_counted', 'act_not_allowed'],
    ],
    ['codes of its own', codesOf('GET', '/v1/x', { problems: ['not_found'] }), ['not_found']],
  ])('%s', (_, codes, expected) => {
    expect(codes).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['nothing', codesOf('GET', '/v1/health'), ['internal_error']],
    [
      'a version that may be left out',
      codesOf('GET', '/v1/x', { headers: OptionalIfMatchHeaders }).slice(-1),
      ['precondition_failed'],
    ],
    [
      'no token',
      codesOf('GET', '/v1/x', { operationId: 'inquireCaseStatus' }),
      ['internal_error', 'service_unavailable'],
    ],
    [
      'every role',
      codesOf('GET', '/v1/x', { operationId: 'listMatters' }).filter((code) => code === 'role_not_allowed'),
      [],
    ],
  ])('%s, and no more', (_, codes, expected) => {
    expect(codes).toEqual(expected);
  });
});
