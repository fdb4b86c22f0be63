import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import type { AuditWriter } from '../../api/audit/writer.ts';
import { createAuditWriter } from '../../api/audit/writer.ts';
import { connectDatabase } from '../../db/database.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import { sampleAct } from '../db/audited-acts.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const pools = [1, 2].map(() => connectDatabase({ url, role: 'tongban_api', maxConnections: 2 }));
const writers = pools.map(createAuditWriter) as [AuditWriter, AuditWriter];
afterAll(() => Promise.all([owner, ...pools].map((each) => each.close())));

function appendAll(from: number, to: number) {
  return Promise.allSettled(
    Array.from({ length: to - from }, (_, index) =>
      writers[index % 2 === 0 ? 0 : 1].append({ ...sampleAct, requestId: String(from + index) }),
    ),
  );
}

it('writes every row that several processes write at once, together with those that waited', async () => {
  const settled = await appendAll(0, 200);
  expect(settled.every(({ status }) => status === 'fulfilled')).toBe(true);
  const [written] = await owner.execute<{ rows: number; batches: number }>(
    sql`select count(distinct request_id)::int as rows, count(distinct xmin::text)::int as batches from audit_entries`,
  );
  expect(written?.rows).toBe(200);
  expect(written?.batches).toBe(2);
  expect(await owner.client.begin((transaction) => verifyAudit(transaction, {}, []))).toMatchObject({
    rows: 200,
    broken: null,
  });
});

it('says so to everybody whose row was not written, and goes on when it can', async () => {
  await owner.execute(sql`revoke execute on function append_audit from tongban_api`);
  const failed = await appendAll(200, 220);
  expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
  await owner.execute(sql`grant execute on function append_audit to tongban_api`);
  await appendAll(220, 230);
  const [found] = await owner.execute<{ rows: number }>(
    sql`select count(*)::int as rows from audit_entries where request_id::int >= 200`,
  );
  expect(found?.rows).toBe(10);
});
