import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { ensureSchedules } from '../activities/schedules.ts';
import type { Database } from '../db/database.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { seedCalendars } from '../db/repositories/calendar-publications.ts';
import { savePersons } from '../db/repositories/directory.ts';
import { enactPolicy } from '../db/repositories/policies.ts';
import { saveUnits } from '../db/repositories/units.ts';
import { wholeNumberOption } from '../commands/whole-number.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addMs, epochMsOf } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import {
  addDays,
  instantAt,
  localDateOf,
  parsePlainDate,
  parseTimeOfDay,
  weekdayOf,
  yearOf,
} from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { startEmbeddedTemporal } from '../platform/embedded/temporal.ts';
import { connectTemporal } from '../platform/temporal/shared-connection.ts';
import { openSilentCase } from './ladder/cases.ts';
import type { Progress } from './ladder/patience.ts';
import { waitWhileMoving } from './ladder/patience.ts';
import type { LatenessTally } from './ladder/tally.ts';
import { tallyLateness, tallyRungs } from './ladder/tally.ts';
import { benchPersons, benchUnits, homeProvince, homeStations } from './ladder/units.ts';
import { describeMachine } from './machine.ts';

/**
 * So many cases whose day 5 begins at the same minute, with notices to everybody by e-mail; a worker is killed with -9
 * in the middle. Tells how many rungs were lost or doubled, and how long after its slot each message reached its channel.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '2000' },
    concurrency: { type: 'string', default: '16' },
  },
});
const caseCount = wholeNumberOption('--cases', values.cases, { max: 100_000 });
const concurrency = wholeNumberOption('--concurrency', values.concurrency, { max: 200 });

const minuteMs = 60_000;
// The spread is five minutes and a try that a killed worker left open ends after half a minute: what has not moved for so
// long will not any more.
const patience = { patienceMs: 5 * minuteMs, pollMs: 500 };
const namespace = 'bench-ladder';
const tell = (line: string) => {
  console.log(line);
};

const opened: (() => Promise<unknown>)[] = [];
try {
  const config = loadConfig();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-ladder-'));
  await chmod(dataDir, 0o711);
  opened.push(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir, durability: 'ephemeral' });
  opened.push(() => postgres.stop());
  const temporal = await startEmbeddedTemporal({
    ...{ dataDir, cacheDir: config.cacheDir, namespace, progress: tell, storage: 'file', uiPort: 'none' },
  });
  opened.push(() => temporal.stop());
  await migrateDatabase(postgres.url);
  const owner = connectDatabase({ url: postgres.url, role: 'owner', maxConnections: 4 });
  opened.push(() => owner.close());
  const smtp = await startMailReceiver();
  opened.push(() => smtp.close());

  // Long enough to bring the cases there: about 40 a second on two cores.
  const startsAt = nextMinute(addMs(systemClock.now(), 2 * minuteMs + (caseCount / 15) * 1000));
  await seed(owner, startsAt);
  const { client, close } = await connectTemporal({ address: temporal.address, namespace, tls: 'off' });
  opened.push(close);
  await ensureSchedules(client);

  const workers = [startWorker(), startWorker()];
  opened.push(() => Promise.all(workers.map(kill)));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  tell(`${caseCount}件申请，第5个工作日均从${startsAt.slice(11, 16)}开始`);
  const expected = await openCases(owner, client, startsAt);
  const opensLate = systemClock.now() > startsAt;
  if (opensLate) throw new Error('本机太慢，未能在起始时刻前建立全部申请件；请减少 --cases。');

  await pause(epochMsOf(startsAt) - Date.now());
  const third = Math.ceil(caseCount / 3);
  const firstThird = async () => ({ left: Math.max(0, third - (await firedCount(owner))), notYetDue: 0 });
  await waitWhileMoving(firstThird, patience);
  const [victim] = workers.splice(0, 1);
  if (victim !== undefined) await kill(victim);
  tell('已强制结束一个工作进程');
  workers.push(startWorker());

  const everything = async () => {
    const messages = await openMessages(owner);
    return { ...messages, left: messages.left + Math.max(0, caseCount - (await firedCount(owner))) };
  };
  await waitWhileMoving(everything, patience);
  const result = { ...tallyRungs(expected, await listFired(owner)), ...(await readLateness(owner)) };
  tell(`督办${result.rungs}次，丢失${result.lost}，重复${result.doubled}；邮件${smtp.received()}封`);
  const { latenessP50Ms, latenessP99Ms, notHandedOver } = result;
  tell(
    `通知交付晚于发送时刻：中位${latenessP50Ms ?? '∞'}毫秒，99分位${latenessP99Ms ?? '∞'}毫秒；未交付${notHandedOver}`,
  );
  if (values.json) {
    await closeAll();
    console.log(JSON.stringify({ ...result, killed: 1, cases: caseCount, machine: describeMachine() }));
  }

  function startWorker() {
    return fork(path.join(import.meta.dirname, 'ladder', 'worker.ts'), {
      env: {
        PATH: '/usr/bin:/bin',
        TONGBAN_POSTGRES_URL: postgres.url,
        TONGBAN_TEMPORAL_ADDRESS: temporal.address,
        TONGBAN_TEMPORAL_NAMESPACE: namespace,
        TONGBAN_SMTP_URL: smtp.url,
        TONGBAN_MAIL_FROM: 'notice@example.org',
        TONGBAN_LOG_LEVEL: 'error',
      },
    });
  }
} finally {
  await closeAll();
}

async function closeAll(): Promise<void> {
  for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
}

async function kill(child: ReturnType<typeof fork>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A receiver that takes every message and counts them. */
async function startMailReceiver() {
  let received = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        received += 1;
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
}

function nextMinute(instant: Instant): Instant {
  return addMs(instant, minuteMs - (epochMsOf(instant) % minuteMs));
}

/** Units, people, a calendar on which every day is worked, and office hours that begin at the minute. */
async function seed(database: Database, startsAt: Instant): Promise<void> {
  const now = systemClock.now();
  const today = localDateOf(startsAt);
  const years = [yearOf(addDays(today, -60)), yearOf(today), yearOf(addDays(today, 300))];
  const files = [...new Set(years)].map((year) => ({
    year,
    status: 'official',
    source: 'https://example.org/bench',
    publishedOn: `${year - 1}-11-01`,
    days: weekendsOf(year).map((date) => ({
      date,
      name: '演练',
      offDay: false,
    })),
  }));
  await saveUnits(database, benchUnits);
  await seedCalendars(database, now, files);
  await savePersons(database, benchPersons(addDays(today, -1)), { by: 'bench', at: now });
  const timetable = {
    start: parseTimeOfDay(startsAt.slice(11, 16)),
    end: parseTimeOfDay('23:59'),
    seasons: [],
  };
  const day5 = defaultPolicy.ladders.verification.filter(({ rung }) => rung === 'R3');
  await enactPolicy(database, {
    province: homeProvince,
    document: {
      ...defaultPolicy,
      version: 'bench' as PolicyVersion,
      timetables: { ordinary: timetable, regions: {} },
      ladders: { ...defaultPolicy.ladders, verification: day5, receipt: [] },
    },
    by: 'bench',
    at: now,
  });
}

function weekendsOf(year: number): PlainDate[] {
  const first = parsePlainDate(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, day) => addDays(first, day)).filter(
    (date) => weekdayOf(date) % 6 === 0 && yearOf(date) === year,
  );
}

async function openCases(
  database: Database,
  client: Parameters<typeof openSilentCase>[0]['client'],
  startsAt: Instant,
): Promise<CaseNo[]> {
  const caseNos: CaseNo[] = [];
  const receivedAt = instantAt(addDays(localDateOf(startsAt), -5), parseTimeOfDay('10:00'));
  let next = 0;
  const open = async () => {
    for (let n = next++; n < caseCount; n = next++) {
      const station = homeStations[n % homeStations.length];
      if (station === undefined) throw new Error('there are stations');
      caseNos.push(await openSilentCase({ owner: database, client }, station, receivedAt));
      if ((n + 1) % 200 === 0) tell(`已建立${n + 1}件`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, open));
  return caseNos;
}

/** Cases whose rung has fired. */
async function firedCount({ client: sql }: Database): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct case_no)::int as count from escalations where rung = 'R3'`;
  return row?.count ?? 0;
}

/** Notices that have no way out yet and messages that are on theirs; the limits let some wait a quarter of an hour. */
async function openMessages({ client: sql }: Database): Promise<Progress> {
  const [row] = await sql<Progress[]>`
    select (select count(*) from notices where planned_at is null)::int + count(*)::int as left,
      (count(*) filter (where slot_at > ${systemClock.now()}))::int as "notYetDue"
    from delivery_bundles where status in ('planned', 'sending')`;
  if (row === undefined) throw new Error('a count is a row');
  return row;
}

/** The case of every rung in the ledger. */
async function listFired({ client: sql }: Database): Promise<CaseNo[]> {
  const rows = await sql<{ caseNo: CaseNo }[]>`
    select case_no as "caseNo" from ledger_events
    where event ->> 'type' = 'rung_fired' and event ->> 'rung' = 'R3'`;
  return rows.map(({ caseNo }) => caseNo);
}

async function readLateness({ client: sql }: Database): Promise<LatenessTally> {
  const rows = await sql<{ lateMs: number | null }[]>`
    select (extract(epoch from handed_over_at - slot_at) * 1000)::float8 as "lateMs" from delivery_bundles
    where id in (
      select d.bundle_id from deliveries d join notices n on n.id = d.notice_id where n.kind = 'escalation')`;
  return tallyLateness(rows.map(({ lateMs }) => lateMs));
}
