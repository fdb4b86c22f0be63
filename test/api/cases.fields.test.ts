import { describe, expect, it } from 'vitest';
import { openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

const sparse = 'application/vnd.tongban.sparse+json';

describe('who asks for some fields only', () => {
  it('gets those of the case, with an ETag of their own', async () => {
    const address = `/v1/cases/${await door.submit()}`;
    const whole = await door.call('window', 'GET', address);
    const { caseNo, status, deadline } = whole.json<Record<string, unknown>>();
    const some = await door.call('window', 'GET', `${address}?fields=caseNo,status,deadline`);
    expect(some.json()).toEqual({ caseNo, status, deadline });
    expect([whole, some].map(({ headers }) => String(headers['content-type']))).toEqual([
      'application/json; charset=utf-8',
      expect.stringContaining(sparse),
    ]);
    const seen = { 'if-none-match': String(some.headers.etag) };
    expect((await door.call('window', 'GET', address, { headers: seen })).statusCode).toBe(200);
    const again = await door.call('window', 'GET', `${address}?fields=caseNo,status,deadline`, {
      headers: seen,
    });
    expect(again.statusCode).toBe(304);
  });

  it('gets those of every case of a list, which goes on as the whole one does', async () => {
    await door.submit();
    await door.submit();
    const whole = (await door.call('window', 'GET', '/v1/cases?limit=1')).json<{
      items: { caseNo: string; holder: string }[];
      nextCursor: string;
    }>();
    const some = await door.call('window', 'GET', '/v1/cases?limit=1&fields=holder,caseNo');
    expect(some.json()).toEqual({
      items: whole.items.map(({ caseNo, holder }) => ({ caseNo, holder })),
      nextCursor: whole.nextCursor,
    });
    expect(some.headers['content-type']).toContain(sparse);
  });

  it.each([
    ['/v1/cases?fields=caseNo,colour', 'not_a_choice'],
    ['/v1/cases?fields=deadline', 'not_a_choice'],
    ['/v1/cases?fields=constructor', 'not_a_choice'],
    ['/v1/cases?fields=', 'wrong_characters'],
    ['/v1/cases?fields=caseNo,', 'wrong_characters'],
  ])('is told at %s what there is', async (address, code) => {
    const response = await door.call('window', 'GET', address);
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/query/fields', code }] });
  });

  it('is told so at a case as well', async () => {
    const address = `/v1/cases/${await door.submit()}?fields=colour`;
    expect((await door.call('window', 'GET', address)).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/query/fields', code: 'not_a_choice' }],
    });
  });
});
