import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAuditWriter } from '../api/audit/writer.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { AuditedAct } from '../domain/audit/entry.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { describeMachine, median } from './machine.ts';

/**
 * How many rows a second the audit takes from several processes at once, each with its own connections, on a Postgres
 * that flushes every commit. Beside it a bare table that chains nothing and locks nobody out.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '5' } },
});
const seconds = Number(values.seconds);
const processes = 4;
const maxConnections = 10;

const act: AuditedAct = {
  ...{
    kind: 'read',
    operation: 'getCase',
    outcome: 'allowed',
    officerId: 'officer-1',
    roles: ['window_officer'],
  },
  ...{ unitCode: parseUnitCode('440106990000'), caseNo: null, objectId: null, code: null },
  requestId: '00000000-0000-4000-8000-000000000000',
};

const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-audit-'));
await chmod(dataDir, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir, durability: 'durable' });
const owner = connectDatabase({ url: postgres.url, role: 'owner', maxConnections: 1 });
const pools = Array.from({ length: processes }, () =>
  connectDatabase({ url: postgres.url, role: 'tongban_api', maxConnections }),
);
try {
  await migrateDatabase(postgres.url);
  await owner.client`create table bare (like audit_entries including indexes)`;
  await owner.client`alter table bare drop constraint bare_pkey, add id bigserial primary key, alter seq drop not null,
    alter hash drop not null, alter day set default now(), alter at set default now()`;
  await owner.client`grant insert on bare to tongban_api`;
  await owner.client`grant usage on sequence bare_id_seq to tongban_api`;
  const chained = pools.map((pool) => {
    const writer = createAuditWriter(pool);
    return () => writer.append(act);
  });
  const bare = pools.map((pool) => async () => {
    await pool.client`insert into bare (kind, operation, outcome, officer_id, roles, unit_code, request_id)
      values (${act.kind}, ${act.operation}, ${act.outcome}, ${act.officerId}, ${[...act.roles]}, ${act.unitCode},
        ${act.requestId})`;
  });
  const figures = [];
  for (const callers of [1, 16, 100]) {
    const [audit, unchained] = [await measure(callers, chained), await measure(callers, bare)];
    const share = Math.round((audit.perSecond / unchained.perSecond) * 100) / 100;
    console.log(
      `同时${callers}个请求：每秒${audit.perSecond}条，中位${audit.medianMs}毫秒，95%在${audit.p95Ms}毫秒内；为不成链的${share}倍（每秒${unchained.perSecond}条）`,
    );
    figures.push({ callers, audit, unchained, share });
  }
  if (values.json) console.log(JSON.stringify({ processes, figures, machine: describeMachine() }));
} finally {
  await Promise.all([owner, ...pools].map((each) => each.close()));
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** So many callers, each of whom writes again as soon as his row is there. */
async function measure(callers: number, writers: readonly (() => Promise<void>)[]) {
  const endAtMs = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      const write = writers[index % writers.length];
      while (performance.now() < endAtMs) {
        const startedAtMs = performance.now();
        await write?.();
        times.push(performance.now() - startedAtMs);
      }
    }),
  );
  return {
    perSecond: Math.round(times.length / seconds),
    medianMs: Math.round(median(times) * 10) / 10,
    p95Ms: Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN) * 10) / 10,
  };
}
