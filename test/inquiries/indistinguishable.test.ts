import { sql } from 'drizzle-orm';
import type { LightMyRequestResponse as Response } from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import type { App } from '../../api/app.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { createDoor, openHouseWithDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { connectOwner } from '../house/house.ts';
import { marksOf, receiptCodeOf } from './printed-marks.ts';
import { ask, sendForm } from './public.ts';

const { door, temporal, url } = await openHouseWithDoor();
const { issued } = playPeople(door);
const owner = connectOwner(url);
afterAll(() => owner.close());
await owner.execute(
  sql.raw(`alter database "${new URL(url).pathname.slice(1)}" set track_functions = 'all'`),
);

/** Which a wrong answer may touch; cases go on meanwhile. */
const tables = sql.param(['certificate_checks', 'public_attempts', 'certificates']);

const caseNo = await issued();
const code = await receiptCodeOf(door, caseNo);
const { certificateNo, checkCode } = await marksOf(door, caseNo);
const wrongCode = code.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
const wrongCheckCode = checkCode.replace(/.$/, (last) => (last === '7' ? '8' : '7'));

// Well-formed and never allotted; of a wrong check character; of a day that does not exist; nothing like a number.
const others = ['44010699000020260101000010', caseNo.replace(/.$/, '!'), '44010699000020261399000019', 'x'];

/** An answer without what every answer has of its own. */
function told({ statusCode, headers, body }: Response, typed: string) {
  const { date: _date, ...rest } = headers;
  return {
    statusCode,
    headers: rest,
    body: body.replace(/urn:uuid:[\w-]+/, '').replaceAll(typed, '…'),
  };
}

interface Asked {
  readonly name: string;
  readonly ask: (no: string, secret: string) => Promise<Response>;
  readonly known: string;
  readonly wrong: string;
}

const ways: readonly Asked[] = [
  {
    name: 'the status',
    ask: (no, secret) => ask(door.app, '/v1/status', { caseNo: no, code: secret }),
    known: caseNo,
    wrong: wrongCode,
  },
  {
    name: 'the check',
    ask: (no, secret) => ask(door.app, '/v1/certificate-checks', { certificateNo: no, checkCode: secret }),
    known: certificateNo,
    wrong: wrongCheckCode,
  },
  {
    name: 'the page of the status',
    ask: (no, secret) => sendForm(door.app, '/status', { caseNo: no, code: secret }),
    known: caseNo,
    wrong: wrongCode,
  },
  {
    name: 'the page of the check',
    ask: (no, secret) => sendForm(door.app, '/verify', { certificateNo: no, checkCode: secret }),
    known: certificateNo,
    wrong: wrongCheckCode,
  },
];

describe('a number of nothing', () => {
  it.each(ways)(
    '$name: is answered as a known one with a wrong code',
    async ({ ask: asked, known, wrong }) => {
      const reference = told(await asked(known, wrong), known);
      expect(reference.statusCode).toBe(404);
      // The length is that of what was typed, on a page that shows it again.
      const { 'content-length': _length, ...headers } = reference.headers;
      for (const other of others) {
        const answer = told(await asked(other, wrong), other.length > 1 ? other : '\u0000');
        const { 'content-length': __, ...otherHeaders } = answer.headers;
        expect(otherHeaders).toEqual(headers);
        expect(answer.statusCode).toBe(404);
        if (other.length > 1) expect(answer.body).toBe(reference.body);
      }
    },
  );

  it('a token of nothing is answered as one of the right form, and as a number of nothing', async () => {
    const bodies = await Promise.all(
      [{ token: 'A'.repeat(22) }, { token: '?' }, { certificateNo, checkCode: wrongCheckCode }].map(
        async (marks) => told(await ask(door.app, '/v1/certificate-checks', marks), '\u0000'),
      ),
    );
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });
});

describe('what Postgres does', () => {
  it.each([
    [
      'the status',
      async () => [await door.submit(), '44010699000020260101000029'] as const,
      (app: App, no: string) => ask(app, '/v1/status', { caseNo: no, code: 'AAAA-AAAA' }),
      'inquire_case',
    ],
    [
      'the check',
      async () =>
        [(await marksOf(door, await issued())).certificateNo, '44010699000020260101000037'] as const,
      (app: App, no: string) =>
        ask(app, '/v1/certificate-checks', { certificateNo: no, checkCode: 'AAAA-AAAA' }),
      'check_certificate',
    ],
  ])('for %s is the same for a wrong code and for a number of nothing', async (_, numbers, asked, name) => {
    const [known, unknown] = await numbers();
    const ofKnown = await workOf((app) => asked(app, known));
    expect(ofKnown).toMatchObject({ [`calls of ${name}`]: 1, 'calls of take_attempt': 2 });
    expect(ofKnown).not.toHaveProperty('calls of give_back_attempt');
    expect(await workOf((app) => asked(app, unknown))).toEqual(ofKnown);
  });
});

/** What one request adds to what Postgres counts; a session's counts are there when it ends. */
async function workOf(request: (app: App) => Promise<Response>): Promise<Record<string, number>> {
  const own = await createDoor(url, temporal.client);
  const before = await counts();
  expect((await request(own.app)).statusCode).toBe(404);
  await own.close();
  const after = await waitFor(
    async () => {
      const now = await counts();
      return (now['calls of take_attempt'] ?? 0) > (before['calls of take_attempt'] ?? 0) && now;
    },
    { timeoutMs: 30_000, what: 'the counts of the session' },
  );
  const added = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const);
  return Object.fromEntries(added.filter(([, count]) => count > 0));
}

async function counts(): Promise<Record<string, number>> {
  const rows = await owner.execute<{ name: string; count: number }>(sql`
    select 'calls of ' || funcname as name, calls::int as count from pg_stat_user_functions
    union all select 'inserts into ' || relname, n_tup_ins::int from pg_stat_user_tables where relname = any (${tables})
    union all select 'updates of ' || relname, n_tup_upd::int from pg_stat_user_tables where relname = any (${tables})
    union all select 'scans of ' || relname, (seq_scan + idx_scan)::int
      from pg_stat_user_tables where relname = any (${tables})`);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
