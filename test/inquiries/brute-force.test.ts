import { afterAll, describe, expect, it } from 'vitest';
import pino from 'pino';
import { createInquiryActivities } from '../../activities/periodic/inquiries.ts';
import { connectDatabase } from '../../db/database.ts';
import { certificateChecks, publicAttempts } from '../../db/schema/index.ts';
import { attemptLimits, requestsPerMinute } from '../../domain/inquiry/attempt-limits.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { createDoor, openHouseWithDoor } from '../api/door.ts';
import { connectOwner } from '../house/house.ts';
import { receiptCodeOf } from './printed-marks.ts';
import { anotherClient, ask } from './public.ts';

const { door, temporal, url } = await openHouseWithDoor();
const owner = connectOwner(url);
let now: Instant = systemClock.now();
const clock = { now: () => now };
const pass = (seconds: number) => {
  now = addMs(now, seconds * 1000);
};
// Two processes of the API behind one proxy, on one database.
const trustedProxies = ['203.0.113.7'];
const doors = [
  await createDoor(url, temporal.client, { clock, trustedProxies }),
  await createDoor(url, temporal.client, { clock, trustedProxies }),
];
afterAll(async () => {
  await Promise.all([...doors.map((each) => each.close()), owner.close()]);
});

/** Asks one process after the other. */
let turn = 0;
function askInTurn(body: { caseNo: string; code: string }, client = anotherClient()) {
  turn += 1;
  const app = doors[turn % doors.length]?.app;
  if (app === undefined) throw new Error('no door');
  return ask(app, '/v1/status', body, client);
}

const wrong = 'AAAA-AAAA';
const { case: ofCase, address: ofAddress } = attemptLimits;

describe('guesses of a number', () => {
  it('wait longer each time, whoever makes them and through whichever process, and then the paper is believed', async () => {
    const caseNo = await door.submit();
    const code = await receiptCodeOf(door, caseNo);
    for (let n = 0; n < ofCase.free; n += 1) {
      expect((await askInTurn({ caseNo, code: wrong })).statusCode).toBe(404);
    }
    for (const wait of [60, 120, 240, 480, 960, 1920, 3600, 3600]) {
      // The right code waits too, or it could be told from the wrong ones.
      for (const tried of [wrong, code]) {
        const blocked = await askInTurn({ caseNo, code: tried });
        expect([blocked.statusCode, blocked.headers['retry-after']]).toEqual([429, String(wait)]);
        expect(blocked.json()).toMatchObject({ code: 'too_many_attempts' });
      }
      pass(wait);
      expect((await askInTurn({ caseNo, code: wrong })).statusCode).toBe(404);
    }
    pass(3600);
    expect((await askInTurn({ caseNo, code })).statusCode).toBe(200);
    // Who knows the code is kept from nothing by what others guessed.
    expect((await askInTurn({ caseNo, code })).statusCode).toBe(200);
  });

  it('made at the same moment are no more than those made one after the other', async () => {
    const caseNo = await door.submit();
    const answers = await Promise.all(
      Array.from({ length: 4 * ofCase.free }, () => askInTurn({ caseNo, code: wrong })),
    );
    const through = answers.filter(({ statusCode }) => statusCode === 404);
    expect(through).toHaveLength(ofCase.free);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(3 * ofCase.free);
  });

  it('of a number of nothing are counted as those of a known one', async () => {
    const statuses: number[] = [];
    for (let n = 0; n <= ofCase.free; n += 1) {
      statuses.push((await askInTurn({ caseNo: '44010699000020260101000045', code: wrong })).statusCode);
    }
    expect(statuses).toEqual([...Array.from({ length: ofCase.free }, () => 404), 429]);
  });

  it('are forgotten a day after the last, and by the hourly run deleted', async () => {
    const caseNo = await door.submit();
    for (let n = 0; n < ofCase.free; n += 1) await askInTurn({ caseNo, code: wrong });
    expect((await askInTurn({ caseNo, code: wrong })).statusCode).toBe(429);
    pass(ofCase.forgottenAfterSeconds + 1);
    for (let n = 0; n < ofCase.free; n += 1) {
      expect((await askInTurn({ caseNo, code: wrong })).statusCode).toBe(404);
    }
    pass(ofCase.forgottenAfterSeconds + 1);
    await ask(doors[0]?.app ?? door.app, '/v1/certificate-checks', { token: 'A' });
    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
    const { forgetInquiries } = createInquiryActivities({
      database: worker,
      clock,
      log: pino({ level: 'silent' }),
    });
    expect(await forgetInquiries()).toBeGreaterThan(ofCase.free);
    // What was counted just now.
    expect(await owner.$count(publicAttempts)).toBe(1);
    expect(await owner.$count(certificateChecks)).toBe(1);
    pass(91 * 86_400);
    await forgetInquiries();
    expect([await owner.$count(publicAttempts), await owner.$count(certificateChecks)]).toEqual([0, 0]);
    await worker.close();
  });
});

describe('guesses from an address', () => {
  const numbers = (n: number) => `440106990000202601${String(n).padStart(8, '0')}`;

  async function guessAll(client: string): Promise<void> {
    for (let n = 0; n < ofAddress.free; n += 1) {
      expect((await askInTurn({ caseNo: numbers(n), code: wrong }, client)).statusCode).toBe(404);
    }
  }

  it('of many numbers wait too, and nobody else does', async () => {
    const client = anotherClient();
    await guessAll(client);
    const blocked = await askInTurn({ caseNo: numbers(99), code: wrong }, client);
    expect([blocked.statusCode, blocked.headers['retry-after']]).toEqual([429, '60']);
    expect((await askInTurn({ caseNo: numbers(99), code: wrong })).statusCode).toBe(404);
  });

  it('are those of a network of IPv6', async () => {
    await guessAll('2001:db8:1:2::1');
    const neighbour = await askInTurn({ caseNo: numbers(1), code: wrong }, '2001:db8:1:2:ffff::9');
    expect(neighbour.statusCode).toBe(429);
    const another = await askInTurn({ caseNo: numbers(2), code: wrong }, '2001:db8:1:3::1');
    expect(another.statusCode).toBe(404);
  });

  it('are of whom a trusted proxy names, and of the proxy itself where another does', async () => {
    const app = doors[0]?.app ?? door.app;
    const through = (proxy: string, client: string, n: number) =>
      app.inject({
        method: 'POST',
        url: '/v1/status',
        body: { caseNo: numbers(1000 + n), code: wrong },
        remoteAddress: proxy,
        headers: { 'x-forwarded-for': client },
      });
    const statusesOf = async (proxy: string) => {
      const statuses: number[] = [];
      for (let n = 0; n <= ofAddress.free; n += 1) {
        statuses.push((await through(proxy, anotherClient(), n)).statusCode);
      }
      return statuses;
    };
    expect((await statusesOf('203.0.113.7')).at(-1)).toBe(404);
    expect((await statusesOf('203.0.113.8')).at(-1)).toBe(429);
  });

  it('are kept under no address and no number that anybody could read', async () => {
    const client = anotherClient();
    await askInTurn({ caseNo: numbers(7), code: wrong }, client);
    const kept = JSON.stringify(await owner.select().from(publicAttempts));
    expect(kept).not.toContain(client);
    expect(kept).not.toContain(numbers(7));
    const lines = doors.flatMap(({ logLines }) => logLines).join('');
    expect(lines).toContain('/v1/status');
    for (const told of [client, numbers(7), wrong]) expect(lines).not.toContain(told);
  });
});

it('one address does not keep a process busy, whatever it knows', async () => {
  const caseNo = await door.submit();
  const body = { caseNo, code: await receiptCodeOf(door, caseNo) };
  const client = anotherClient();
  const own = await createDoor(url, temporal.client);
  for (let n = 0; n < requestsPerMinute; n += 1) {
    expect((await ask(own.app, '/v1/status', body, client)).statusCode).toBe(200);
  }
  const limited = await ask(own.app, '/v1/status', body, client);
  expect([limited.statusCode, limited.json<{ code: string }>().code]).toEqual([429, 'too_many_attempts']);
  expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0);
  const page = await own.app.inject({ url: '/status', remoteAddress: client });
  expect([page.statusCode, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
  await own.close();
});
