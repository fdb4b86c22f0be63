import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { removeOldestDay } from '../../db/audit-retention.ts';
import { connectDatabase } from '../../db/database.ts';
import { withAuditScope } from '../../db/repositories/audit.ts';
import { auditEntries, auditRemovedDays } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import type { AuditAnchor } from '../../domain/audit/entry.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { loadConfig } from '../../platform/config.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { appendAt, sampleRow } from './audited-acts.ts';
import { quickly } from '../services/quickly.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const folder = await mkdtemp(path.join(tmpdir(), 'tongban-audit-retention-'));
afterAll(() => Promise.all([owner.close(), rm(folder, { recursive: true })]));

const days = ['2025-01-06', '2025-01-07', '2025-01-09', '2025-01-10'] as PlainDate[];
const [first = '', second = '', third = '', fourth = ''] = days;
const caseNo = '44010699000020250106000018';

async function anchorsOf(): Promise<AuditAnchor[]> {
  const rows = await owner.execute<{ day: PlainDate; count: number; hash: string }>(sql`
    select distinct on (day) day::text, seq as count, hash from audit_entries order by day, seq desc`);
  return [...rows];
}

const verify = (anchors: readonly AuditAnchor[] = []) =>
  owner.client.begin((transaction) => verifyAudit(transaction, {}, anchors));

const left = async () => (await anchorsOf()).map(({ day }) => day);

function run(program: string, settings: object, ...args: string[]) {
  const file = path.join(import.meta.dirname, '..', '..', 'commands', `${program}.ts`);
  const env = { TONGBAN_POSTGRES_ADMIN_URL: url, ...settings };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [...quickly, file, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

async function prune(
  anchors: readonly AuditAnchor[],
  settings: object = { TONGBAN_AUDIT_RETENTION_DAYS: '184' },
) {
  const file = path.join(folder, 'anchors.json');
  await writeFile(file, JSON.stringify({ items: anchors }));
  return run('audit-prune', settings, '--anchors', file);
}

beforeEach(async () => {
  await owner.delete(auditEntries);
  await owner.delete(auditRemovedDays);
  await owner.execute(sql`delete from legal_holds`);
  for (const day of days) {
    const about = day === third ? { case_no: caseNo } : {};
    await appendAt(owner, `${day}T16:00:00+08:00`, [sampleRow(about), sampleRow({ object_id: day })]);
  }
});

describe('npm run audit:prune', () => {
  it('removes whole days that were kept long enough, says so in the audit, and what is left verifies', async () => {
    const anchors = await anchorsOf();
    const { code, out, err } = await prune(anchors);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`已移除${first}的审计记录2条。`);
    expect(out.trim().split('\n').at(-1)).toBe('没有超过保存期限的审计记录了。');
    expect((await left()).filter((day) => days.includes(day))).toEqual([]);
    const rows = await owner.select().from(auditEntries).orderBy(auditEntries.seq);
    expect(rows).toMatchObject(
      days.map((day) => ({
        ...{ kind: 'administer', operation: 'audit:prune', objectId: day, officerId: null, unitCode: null },
      })),
    );
    expect(await verify(anchors)).toMatchObject({ rows: 4, anchors: 4, removedUntil: fourth, broken: null });
    const verified = await run('audit-verify', {}, '--only', 'audit');
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain(`${fourth}及以前的已按保存期限移除，从其后的第一条起核对。`);
  });

  it('does nothing without its setting', async () => {
    const { code, err } = await prune(await anchorsOf(), {});
    expect([code, err]).toEqual([1, expect.stringContaining('TONGBAN_AUDIT_RETENTION_DAYS')]);
    expect(await left()).toEqual(days);
  });

  it('ends with 1 and says at which day it stopped', async () => {
    const { code, out } = await prune((await anchorsOf()).slice(0, 1));
    expect([code, out]).toEqual([1, expect.stringContaining(`${second}没有留存的全日锚点`)]);
    expect((await left()).slice(0, 3)).toEqual([second, third, fourth]);
  });

  it('takes no shorter time than the law has', () => {
    expect(() => loadConfig({ TONGBAN_AUDIT_RETENTION_DAYS: '183' })).toThrow('184 至 36500');
  });
});

const dayAfter = '2025-01-11' as PlainDate;

/** Removes what can be removed, and answers with what it ended with. */
async function removeAll(anchors: readonly AuditAnchor[], before = dayAfter) {
  for (;;) {
    const removal = await removeOldestDay(owner, { before, anchors });
    if (removal.outcome !== 'removed') return removal;
  }
}

describe('a day of the audit stays', () => {
  beforeEach(() => appendAt(owner, '2025-02-01T16:00:00+08:00', [sampleRow()]));

  it('when no anchor was kept of all of it, one of its middle included', async () => {
    const anchors = (await anchorsOf()).filter(({ day }) => day !== second);
    const [row] = await owner
      .select()
      .from(auditEntries)
      .where(sql`day = ${second} and seq = 1`);
    const inTheMiddle = { day: second as PlainDate, count: 1, hash: row?.hash ?? '' };
    for (const incomplete of [anchors, [...anchors, inTheMiddle]]) {
      expect(await removeAll(incomplete)).toEqual({ outcome: 'no_anchor', day: second });
    }
    expect((await left()).slice(0, 3)).toEqual([second, third, fourth]);
  });

  it('when it tells of a case that is held, and those after it too', async () => {
    await owner.execute(sql`alter table legal_holds alter column reason drop not null`);
    await owner.execute(
      sql`insert into legal_holds (case_no, held_by, held_at) values (${caseNo}, 'officer-15', now())`,
    );
    expect(await removeAll(await anchorsOf())).toEqual({ outcome: 'held', day: third });
    expect((await left()).slice(0, 2)).toEqual([third, fourth]);
  });

  it('when it does not verify, or is not what its anchor says', async () => {
    const anchors = await anchorsOf();
    const forged = anchors.map((anchor) => ({ ...anchor, hash: 'x' }));
    expect(await removeAll(forged)).toMatchObject({ outcome: 'broken', broken: { fault: 'anchor_not_met' } });
    await owner.execute(sql`update audit_entries set officer_id = 'x' where day = ${first} and seq = 1`);
    const broken = { chain: first, seq: 1, fault: 'not_following' };
    expect(await removeAll(anchors)).toEqual({ outcome: 'broken', broken });
    expect((await left()).slice(0, 4)).toEqual(days);
  });

  it('when it is not old enough, or the newest of all: the next row follows upon it', async () => {
    const anchors = await anchorsOf();
    expect(await removeAll(anchors, second as PlainDate)).toEqual({ outcome: 'none_due' });
    expect((await left()).slice(0, 1)).toEqual([second]);
    await owner.execute(sql`delete from audit_entries where day > ${second}`);
    expect(await removeAll(anchors)).toEqual({ outcome: 'none_due' });
  });
});

describe('after a removal, whoever owns the database and tampers', () => {
  let anchors: readonly AuditAnchor[] = [];
  beforeEach(async () => {
    anchors = await anchorsOf();
    const removal = await removeOldestDay(owner, { before: second as PlainDate, anchors });
    expect(removal.outcome).toBe('removed');
  });

  it.each([
    [
      'changes a row that is left',
      sql`update audit_entries set officer_id = 'x' where day = ${second} and seq = 1`,
      second,
      1,
      'not_following',
    ],
    [
      'removes the next day too',
      sql`delete from audit_entries where day = ${second}`,
      third,
      1,
      'not_following',
    ],
    ['forgets what was removed', sql`delete from audit_removed_days`, second, 1, 'not_following'],
    ['changes what it came to', sql`update audit_removed_days set hash = 'x'`, second, 1, 'not_following'],
    [
      'removes the next day and notes it as removed, without its row',
      sql`with gone as (delete from audit_entries where day = ${second} returning day, seq, hash)
          insert into audit_removed_days (day, count, hash, removed_at)
          select day, seq, hash, now() from gone where seq = 2`,
      ...([second, 2, 'removal_not_recorded'] as const),
    ],
  ])('%s: found', async (_, tamper, chain, seq, fault) => {
    expect((await verify(anchors)).broken).toBeNull();
    await owner.execute(tamper);
    expect((await verify()).broken).toEqual({ chain, seq, fault });
  });

  it('computes what is left anew on another beginning: the anchor of the removed day knows', async () => {
    await owner.execute(sql`update audit_removed_days set hash = 'another'`);
    const { broken } = await verify(anchors);
    expect(broken).toEqual({ chain: first, seq: 2, fault: 'anchor_not_met' });
  });

  it('has an anchor of a day that nobody removed, and of which nothing is there: found', async () => {
    const unheard = { ...anchors[0], day: '2025-01-05' } as AuditAnchor;
    expect((await verify([unheard])).broken).toMatchObject({ chain: '2025-01-05', fault: 'anchor_not_met' });
  });
});

describe('the role of the API', () => {
  it('removes nothing, and sees nothing of what was removed', async () => {
    const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1 });
    for (const statement of [
      sql`delete from audit_entries`,
      sql`select 1 from audit_removed_days`,
      sql`insert into audit_removed_days values ('2025-01-01', 1, '', now())`,
    ]) {
      const work = withAuditScope(api, parseUnitCode('440000000000'), (executor) =>
        executor.execute(statement),
      );
      await expect(work).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    await api.close();
  });
});
