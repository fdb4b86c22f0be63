import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { appendAudit, listAnchors, listAudit, withAuditScope } from '../../db/repositories/audit.ts';
import { auditEntries } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import type { AuditAnchor } from '../../domain/audit/entry.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { appendAt, sampleAct, sampleRow } from './audited-acts.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 4 });
const otherProcess = connectDatabase({ url, role: 'tongban_api', maxConnections: 4 });
afterAll(() => Promise.all([owner.close(), api.close(), otherProcess.close()]));

const [first, second, third] = ['2026-11-02', '2026-11-03', '2026-11-05'] as PlainDate[] as [
  PlainDate,
  PlainDate,
  PlainDate,
];

function verify(anchors: readonly AuditAnchor[] = [], period = {}) {
  return owner.client.begin((transaction) => verifyAudit(transaction, period, anchors));
}

function anchorsOf(): Promise<AuditAnchor[]> {
  return withAuditScope(owner, parseUnitCode('440000000000'), (executor) =>
    listAnchors(executor, first, third),
  );
}

/** Five rows on each of three days, in every column something that a careless format would trip over. */
beforeEach(async () => {
  await owner.delete(auditEntries);
  const rows = Array.from({ length: 5 }, (_, index) =>
    sampleRow({
      object_id: `n${index}`,
      request_id: '“引号”, "\\" \u0001 核对\u{20000}',
      roles: ['a', 'b, "c"'],
      ...(index === 2 ? { outcome: 'denied', code: 'role_not_allowed' } : {}),
    }),
  );
  for (const day of [first, second, third]) await appendAt(owner, `${day}T16:00:00+08:00`, rows);
});

describe('the chain of the audit', () => {
  it('is whole as it was written, and says what was verified', async () => {
    expect(await verify(await anchorsOf())).toEqual({
      ...{ days: 3, rows: 15, anchors: 3, removedUntil: null, broken: null },
    });
  });

  it('belongs to the Chinese day, and never goes back', async () => {
    await appendAt(owner, '2026-11-05T15:59:59.999Z', [sampleRow()]);
    await appendAt(owner, '2026-11-05T16:00:00Z', [sampleRow()]);
    await appendAt(owner, '2026-11-04T00:00:00Z', [sampleRow()]);
    const newest = await owner.execute(
      sql`select day::text, seq from audit_entries order by day desc, seq desc limit 3`,
    );
    expect([...newest]).toEqual([
      { day: '2026-11-06', seq: 2 },
      { day: '2026-11-06', seq: 1 },
      { day: '2026-11-05', seq: 6 },
    ]);
    expect((await verify()).broken).toBeNull();
  });

  it('holds when several processes append at once: no row lost, none doubled', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        appendAudit(index % 2 === 0 ? api : otherProcess, [{ ...sampleAct, requestId: String(index) }]),
      ),
    );
    const verdict = await verify();
    expect([verdict.rows, verdict.broken]).toEqual([75, null]);
    const [found] = await owner.execute<{ count: number }>(
      sql`select count(distinct request_id)::int as count from audit_entries where day > ${third}`,
    );
    expect(found?.count).toBe(60);
  });

  it('takes the rows of a transaction that is rolled back out with it', async () => {
    const failing = api.transaction(async (executor) => {
      await appendAudit(executor, [sampleAct]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await appendAudit(api, [sampleAct]);
    expect(await verify()).toMatchObject({ rows: 16, broken: null });
  });

  it('can be verified from a day on', async () => {
    expect(await verify([], { from: second, to: second })).toMatchObject({ days: 1, rows: 5, broken: null });
    await owner.execute(sql`update audit_entries set officer_id = 'x' where day = ${first}`);
    expect((await verify([], { from: second })).broken).toBeNull();
  });
});

const whole = sql`
  with recursive anew as (
    select e.*, encode(sha256(convert_to(audit_text('', e), 'UTF8')), 'hex') as fitting, '' as before
    from audit_entries e where day = ${first} and seq = 1
    union all
    select e.*, encode(sha256(convert_to(audit_text(anew.fitting, e), 'UTF8')), 'hex'), anew.fitting
    from anew join audit_entries e on (e.day = anew.day and e.seq = anew.seq + 1)
  )
  update audit_entries e set hash = anew.fitting from anew where e.day = anew.day and e.seq = anew.seq`;

describe('whoever owns the database and tampers', () => {
  it.each([
    ['changes a row', sql`update audit_entries set officer_id = 'x' where day = ${second} and seq = 3`],
    [
      'changes an instant',
      sql`update audit_entries set at = at + interval '1 ms' where day = ${second} and seq = 3`,
    ],
    ['takes a code out', sql`update audit_entries set code = null where day = ${second} and seq = 3`],
    ['takes a number out', sql`update audit_entries set object_id = null where day = ${second} and seq = 3`],
    [
      'moves a text from one column to the next',
      sql`update audit_entries set case_no = object_id, object_id = null where day = ${second} and seq = 3`,
    ],
    [
      'has two rows change places',
      sql`update audit_entries a set object_id = b.object_id, hash = b.hash from audit_entries b
          where a.day = ${second} and b.day = a.day and (a.seq, b.seq) in ((3, 4), (4, 3))`,
    ],
  ])('%s: found at the row', async (_, tamper) => {
    await owner.execute(tamper);
    expect((await verify()).broken).toEqual({ chain: second, seq: 3, fault: 'not_following' });
  });

  it.each([
    [
      'removes a row',
      sql`delete from audit_entries where day = ${second} and seq = 3`,
      second,
      4,
      'missing_before',
    ],
    [
      'removes a row and closes the gap',
      sql`with gone as (delete from audit_entries where day = ${second} and seq = 5 returning 1)
          update audit_entries e set object_id = 'n4' from gone where day = ${second} and seq = 4`,
      ...([second, 4, 'not_following'] as const),
    ],
    [
      'removes the last row of a day that another followed',
      sql`delete from audit_entries where day = ${second} and seq = 5`,
      ...([third, 1, 'not_following'] as const),
    ],
    ['removes a whole day', sql`delete from audit_entries where day = ${second}`, third, 1, 'not_following'],
    [
      'inserts a row',
      sql`insert into audit_entries select (jsonb_populate_record(e, '{"seq": 6}')).* from audit_entries e
          where day = ${second} and seq = 5`,
      ...([second, 6, 'not_following'] as const),
    ],
    [
      'gives a changed row a fitting hash',
      sql`update audit_entries e set object_id = 'x', hash = encode(sha256(convert_to(audit_text(
            (select hash from audit_entries where day = e.day and seq = 2),
            jsonb_populate_record(e, '{"object_id": "x"}')), 'UTF8')), 'hex')
          where day = ${second} and seq = 3`,
      ...([second, 4, 'not_following'] as const),
    ],
  ])('%s: found', async (_, tamper, chain, seq, fault) => {
    await owner.execute(tamper);
    expect((await verify()).broken).toEqual({ chain, seq, fault });
  });

  it('removes the last rows of all: nothing follows upon them, and only the anchor knows', async () => {
    const anchors = await anchorsOf();
    await owner.execute(sql`delete from audit_entries where day = ${third} and seq = 5`);
    expect((await verify()).broken).toBeNull();
    expect((await verify(anchors)).broken).toEqual({ chain: third, seq: 5, fault: 'anchor_not_met' });
    await owner.execute(sql`delete from audit_entries where day > ${first}`);
    expect((await verify(anchors)).broken).toEqual({ chain: second, seq: 5, fault: 'anchor_not_met' });
  });

  it('computes a whole chain anew: only the anchor knows', async () => {
    await owner.execute(sql`delete from audit_entries where day > ${first}`);
    const anchors = await anchorsOf();
    await owner.execute(sql`update audit_entries set officer_id = 'x' where seq = 2`);
    await owner.execute(whole);
    expect(await verify()).toMatchObject({ rows: 5, broken: null });
    expect((await verify(anchors)).broken).toEqual({ chain: first, seq: 5, fault: 'anchor_not_met' });
  });

  it('an anchor of a day that went on afterwards still holds', async () => {
    const anchors = await anchorsOf();
    await appendAt(owner, `${third}T20:00:00+08:00`, [sampleRow()]);
    expect(await verify(anchors)).toMatchObject({ anchors: 3, rows: 16, broken: null });
  });
});

describe('the role of the API', () => {
  const province = parseUnitCode('440000000000');
  const sees = (unit: string) =>
    withAuditScope(api, parseUnitCode(unit), (executor) => executor.$count(auditEntries));

  it('appends and reads, and can do nothing else to the audit', async () => {
    for (const statement of [
      sql`insert into audit_entries select (jsonb_populate_record(e, '{"seq": 6}')).* from audit_entries e`,
      sql`update audit_entries set object_id = null`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries`,
      sql`select append_audit_at(now() - interval '1 day', '[]')`,
    ]) {
      await expect(
        withAuditScope(api, province, (executor) => executor.execute(statement)),
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    await appendAudit(api, [sampleAct]);
  });

  it('has no other way for the worker', async () => {
    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
    await expect(appendAudit(worker, [sampleAct])).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(worker.execute(sql`select 1 from audit_entries`)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    await worker.close();
  });

  it.each([
    ['the station', '440106990000', 15],
    ['its county', '440106000000', 15],
    ['its province', '440000000000', 15],
    ['a sibling', '440106980000', 0],
    ['another province', '520000000000', 0],
  ])('%s sees the rows of its own and those below: %s %i', async (_, unit, expected) => {
    expect(await sees(unit)).toBe(expected);
    const units = [parseUnitCode('440106990000')];
    const rows = await withAuditScope(api, parseUnitCode(unit), (executor) =>
      listAudit(executor, { units, limit: 100 }),
    );
    expect(rows).toHaveLength(expected);
  });

  it('sees none, and no anchor, where it is not about the audit', async () => {
    expect(await api.$count(auditEntries)).toBe(0);
    expect(await listAnchors(api, first, third)).toEqual([]);
  });
});
