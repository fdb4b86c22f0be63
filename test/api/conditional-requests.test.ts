import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Person } from './door.ts';
import { openDoor, openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door, temporal, url } = await openHouseWithDoor();
const { act, transmitted } = playPeople(door);

function read(person: Person, address: string, seen?: string) {
  return door.call(person, 'GET', address, seen === undefined ? {} : { headers: { 'if-none-match': seen } });
}

async function etagOf(person: Person, address: string): Promise<string> {
  const { statusCode, headers } = await read(person, address);
  expect([address, statusCode]).toEqual([address, 200]);
  return String(headers.etag);
}

describe('whoever read it before', () => {
  it('is told in a word that nothing changed, of a case and of what is read beside it', async () => {
    const caseNo = await transmitted(await door.submit());
    for (const place of ['', '/timeline', '/deadline', '/clocks', '/agenda', '/notices']) {
      const address = `/v1/cases/${caseNo}${place}`;
      const etag = await etagOf('window', address);
      const again = await read('window', address, etag);
      expect([place, again.statusCode, again.body, again.headers.etag]).toEqual([place, 304, '', etag]);
      const inAList = await read('window', address, `"another", W/${etag}`);
      expect([place, inAList.statusCode]).toEqual([place, 304]);
      expect((await read('window', address, '"another"')).statusCode).toBe(200);
    }
  });

  it('is answered anew after an act, and another reader’s answer is not his', async () => {
    const caseNo = await transmitted(await door.submit());
    const address = `/v1/cases/${caseNo}`;
    const seen = await etagOf('window', address);
    for (const other of ['acceptingCounty', 'liaison'] as const) {
      expect([other, (await read(other, address, seen)).statusCode]).toEqual([other, 200]);
    }
    await act('liaison', caseNo, 'receive');
    expect((await read('window', address, seen)).json()).toMatchObject({ status: 'verifying' });
  });

  it('is answered anew when nothing but the time has passed and the case is overdue now', async () => {
    let now = systemClock.now();
    const shifted = await openDoor(url, temporal.client, { clock: { now: () => now } });
    const address = `/v1/cases/${await transmitted(await door.submit())}`;
    const first = await shifted.call('window', 'GET', address);
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await shifted.call('window', 'GET', address, { headers })).statusCode).toBe(304);
    now = '2999-01-01T00:00:00.000+08:00' as Instant;
    expect((await shifted.call('window', 'GET', address, { headers })).json()).toMatchObject({
      version: first.json<{ version: number }>().version,
      overdue: true,
    });
  });

  it('is told nothing of a case that is not his', async () => {
    const caseNo = await door.submit();
    const seen = await etagOf('window', `/v1/cases/${caseNo}`);
    expect((await read('stranger', `/v1/cases/${caseNo}`, seen)).statusCode).toBe(404);
    expect((await read('stranger', `/v1/cases/${caseNo}`, '*')).statusCode).toBe(404);
  });
});

describe('an act on the case as it was seen', () => {
  it('is done, and is refused when the case has moved on', async () => {
    const caseNo = await transmitted(await door.submit());
    const seen = await etagOf('liaison', `/v1/cases/${caseNo}`);
    const receive = (ifMatch: string, key?: string) =>
      door.call('liaison', 'POST', `/v1/cases/${caseNo}/receive`, {
        headers: { 'if-match': ifMatch },
        ...(key === undefined ? {} : { key }),
      });
    for (const stale of ['"1"', '"1-abc"', 'W/"1"', '1', '"x"']) {
      const { code } = (await receive(stale)).json<{ code: string }>();
      expect([stale, code]).toEqual([stale, 'precondition_failed']);
    }
    expect((await receive(seen, 'received-once')).json()).toMatchObject({ status: 'verifying' });
    // A repeat of what was done is no act on an old version.
    expect((await receive(seen, 'received-once')).statusCode).toBe(200);
    // What may not be done at all is told first (RFC 9110 §13.2.1).
    expect((await receive(seen)).json()).toMatchObject({ code: 'already_received' });
  });

  it('takes the version that the case says', async () => {
    const caseNo = await door.submit();
    const { version } = (await read('window', `/v1/cases/${caseNo}`)).json<{ version: number }>();
    const withdraw = (ifMatch: string) =>
      door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, { headers: { 'if-match': ifMatch } });
    expect((await withdraw(`"${version + 1}"`)).statusCode).toBe(412);
    expect((await withdraw(`"${version}"`)).json()).toMatchObject({ status: 'closed' });
  });

  it('lets one of two through who saw the same', async () => {
    const caseNo = await transmitted(await door.submit());
    const seen = await etagOf('liaison', `/v1/cases/${caseNo}`);
    const answers = await Promise.all(
      ['0851-00000001', '0851-00000002'].map((number) =>
        door.call('window', 'POST', `/v1/cases/${caseNo}/log_call`, {
          body: { outcome: 'not_answered', number },
          headers: { 'if-match': seen },
        }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
  });
});
