import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureSchedules } from '../activities/schedules.ts';
import { wholeNumberOption } from '../commands/whole-number.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addMs, epochMsOf } from '../domain/time/instant.ts';
import { addDays, instantAt, localDateOf, parseTimeOfDay } from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { startEmbeddedPostgres } from '../platform/embedded/postgres.ts';
import { startEmbeddedTemporal } from '../platform/embedded/temporal.ts';
import { connectTemporal } from '../platform/temporal/shared-connection.ts';
import { keyRingFileOf, openKeyRingFile } from '../platform/key-ring-file.ts';
import { openSilentCases } from './ladder/cases.ts';
import { expectedTellings } from './ladder/expected.ts';
import { startMailReceiver } from './ladder/mail-receiver.ts';
import { benchNoticePolicy } from './ladder/notice-policy.ts';
import { countFiredCases, countUnplanned, listFired, listTold, readOpenMessages } from './ladder/observed.ts';
import { waitWhileMoving } from './ladder/patience.ts';
import { resultOf, tellResult } from './ladder/result.ts';
import { seedPersons, seedUnits } from './ladder/seed.ts';
import { killWorker, startWorker } from './ladder/worker-process.ts';
import { describeMachine } from './machine.ts';

/**
 * So many cases whose day 5 begins at the same minute, with notices to everybody by e-mail. A worker is killed with -9
 * when a third of the rungs has fired, and another, as no message leaves in the first two minutes, when a third of the
 * notices has been handed over. Tells how many rungs were lost or doubled, how late they fired, and how long after his
 * place in the spread each person's message with each notice was handed to its channel.
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
// The spread ends after five minutes and a try that a killed worker left open ends after half a minute: what has not moved for so
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
  const keyRingFile = keyRingFileOf({ keyRing: {}, dataDir, environment: 'development' });
  const keyRing = openKeyRingFile(keyRingFile);
  const owner = connectDatabase({ url: postgres.url, role: 'owner', maxConnections: 4, keyRing });
  opened.push(() => owner.close());
  const smtp = await startMailReceiver();
  opened.push(() => smtp.close());

  // Long enough to bring the cases there: about 40 a second on two cores.
  const startsAt = nextMinute(addMs(systemClock.now(), 2 * minuteMs + (caseCount / 15) * 1000));
  await seedUnits(owner, startsAt);
  const { client, close } = await connectTemporal({ address: temporal.address, namespace, tls: 'off' });
  opened.push(close);
  await ensureSchedules(client);

  const services = {
    ...{ postgresUrl: postgres.url, temporalAddress: temporal.address, smtpUrl: smtp.url, namespace },
    keyRingFile,
  };
  const workers = [startWorker(services), startWorker(services)];
  opened.push(() => Promise.all(workers.map(killWorker)));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  tell(`${caseCount}件申请，第5个工作日均从${startsAt.slice(11, 16)}开始`);
  const receivedAt = instantAt(addDays(localDateOf(startsAt), -5), parseTimeOfDay('10:00'));
  const cases = await openSilentCases({ owner, client }, { caseCount, concurrency, receivedAt, tell });
  // Whom these tell was told five days ago. Nobody holds a post until then, or the limits on what somebody gets in a
  // quarter of an hour would count it.
  await waitWhileMoving(async () => ({ left: await countUnplanned(owner), notYetDue: 0 }), patience);
  await seedPersons(owner);
  const opensLate = systemClock.now() > startsAt;
  if (opensLate) throw new Error('本机太慢，未能在起始时刻前建立全部申请件；请减少 --cases。');

  await pause(epochMsOf(startsAt) - Date.now());
  let killed = 0;
  const killAfterThirdOf = async (all: number, count: () => Promise<number>) => {
    const read = async () => ({ left: Math.ceil(all / 3) - (await count()), notYetDue: 0 });
    await waitWhileMoving(read, patience);
    const [victim] = workers.splice(0, 1);
    if (victim === undefined) return;
    await killWorker(victim);
    killed += 1;
    tell(`已强制结束${killed}个工作进程`);
    workers.push(startWorker(services));
  };
  await killAfterThirdOf(caseCount, () => countFiredCases(owner));
  const { length: noticeCount } = expectedTellings(cases, startsAt, benchNoticePolicy);
  await killAfterThirdOf(noticeCount, async () => (await listTold(owner)).length);

  const everything = async () => {
    const { left, notYetDue } = await readOpenMessages(owner);
    const unfired = caseCount - (await countFiredCases(owner));
    return { left: left + (await countUnplanned(owner)) + unfired, notYetDue };
  };
  await waitWhileMoving(everything, patience);

  const [fired, told] = [await listFired(owner), await listTold(owner)];
  const result = {
    ...resultOf({ cases, rungAt: startsAt, fired, told }),
    noticesNeverPlanned: await countUnplanned(owner),
    mails: smtp.received(),
  };
  tellResult(result, tell);
  tell(`  其中从未安排发送${result.noticesNeverPlanned}；邮件${result.mails}封`);
  if (values.json) {
    await closeAll();
    console.log(JSON.stringify({ ...result, killed, cases: caseCount, machine: describeMachine() }));
  }
} finally {
  await closeAll();
}

async function closeAll(): Promise<void> {
  for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
}

function nextMinute(instant: Instant): Instant {
  return addMs(instant, minuteMs - (epochMsOf(instant) % minuteMs));
}
