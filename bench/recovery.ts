import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { wholeNumberOption } from '../commands/whole-number.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addMs, epochMsOf } from '../domain/time/instant.ts';
import { addDays, instantAt, localDateOf, parseTimeOfDay } from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { keyRingFileOf, openKeyRingFile } from '../platform/key-ring-file.ts';
import { connectTemporal } from '../platform/temporal/shared-connection.ts';
import { openSilentCases } from './ladder/cases.ts';
import { startMailReceiver } from './ladder/mail-receiver.ts';
import { countFiredCases } from './ladder/observed.ts';
import { waitWhileMoving } from './ladder/patience.ts';
import { enactDay5, seedUnits } from './ladder/seed.ts';
import { describeMachine } from './machine.ts';
import { namespace, startHouse } from './recovery/house.ts';
import { memoryOf, watchRest } from './recovery/rest.ts';
import type { Sizes } from './recovery/sizes.ts';
import { sizesOf } from './recovery/sizes.ts';

/**
 * So many open cases, of which some have a rung that becomes due while everything is down: Postgres, Temporal, the API, a
 * worker and the detector are stopped, and started again when it is due. Tells when each took work, when the last of the
 * rungs had fired, what each process holds, and what the open cases cost while nothing happens to them.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    cases: { type: 'string', default: '20000' },
    due: { type: 'string', default: '600' },
    concurrency: { type: 'string', default: '16' },
    'rest-seconds': { type: 'string', default: '180' },
  },
});
const caseCount = wholeNumberOption('--cases', values.cases, { max: 200_000 });
const dueCount = wholeNumberOption('--due', values.due, { max: caseCount });
const concurrency = wholeNumberOption('--concurrency', values.concurrency, { max: 200 });
const restSeconds = wholeNumberOption('--rest-seconds', values['rest-seconds'], { max: 3600 });

const minuteMs = 60_000;
const patience = { patienceMs: 5 * minuteMs, pollMs: 200 };
// At the slowest that was seen on two cores.
const openedPerSecond = 8;
const tell = (line: string) => {
  console.log(line);
};

const opened: (() => Promise<unknown>)[] = [];
try {
  const { cacheDir } = loadConfig();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-recovery-'));
  await chmod(dataDir, 0o711);
  opened.push(() => rm(dataDir, { recursive: true, force: true }));
  const keyRingFile = keyRingFileOf({ keyRing: {}, dataDir, environment: 'development' });
  const keyRing = openKeyRingFile(keyRingFile);
  const smtp = await startMailReceiver();
  opened.push(() => smtp.close());
  const options = { dataDir, cacheDir, keyRingFile, smtpUrl: smtp.url, tell };

  const first = await startHouse({ ...options, prepare: (url) => prepare(url) });
  opened.push(() => first.stop());
  const owner = connectDatabase({ url: first.postgresUrl, role: 'owner', maxConnections: 4, keyRing });
  const { client, close } = await connectTemporal({ address: first.temporalAddress, namespace, tls: 'off' });
  const services = { owner, client };
  const empty = await sizesOf(owner, dataDir);
  const opening = { concurrency, tell };
  const waiting = { caseCount: caseCount - dueCount, receivedAt: systemClock.now() };
  await openSilentCases(services, { ...opening, ...waiting });
  tell(`其余${dueCount}件的督办在停机期间到期`);
  const dueAt = nextMinute(addMs(systemClock.now(), minuteMs + (dueCount / openedPerSecond) * 1000));
  await enactDay5(owner, dueAt, 'bench-due');
  const receivedAt = instantAt(addDays(localDateOf(dueAt), -5), parseTimeOfDay('10:00'));
  await openSilentCases(services, { ...opening, caseCount: dueCount, receivedAt });
  if (systemClock.now() > addMs(dueAt, -minuteMs / 2)) throw new Error('本机太慢：请减少 --due。');
  await close();
  await owner.close();

  tell('全部停止');
  await first.stop();
  opened.pop();
  await pause(Math.max(0, epochMsOf(dueAt) - Date.now()));
  tell('全部启动');
  const startedAtMs = performance.now();
  const house = await startHouse(options);
  opened.push(() => house.stop());
  const again = connectDatabase({ url: house.postgresUrl, role: 'owner', maxConnections: 2, keyRing });
  opened.push(() => again.close());
  const left = async () => ({ left: dueCount - (await countFiredCases(again)), notYetDue: 0 });
  await waitWhileMoving(left, patience);
  const rungsFiredMs = Math.round(performance.now() - startedAtMs);
  const rungsFired = await countFiredCases(again);
  const memoryMbWhenFired = memoryOf(house);
  const rest = await watchRest(house, restSeconds);
  const full = await sizesOf(again, dataDir);

  const result = { cases: caseCount, due: dueCount, readyMs: house.readyMs, rungsFired, rungsFiredMs };
  const bytesPerCase = perCase(empty, full);
  const costs = { memoryMbWhenFired, rest, bytesPerCase };
  tell(`就绪（毫秒）：${JSON.stringify(house.readyMs)}`);
  tell(`到期的督办${rungsFired}/${dueCount}，用时${rungsFiredMs}毫秒`);
  tell(
    `内存（MB）：${JSON.stringify(rest.memoryMb)}；静止时处理器（千分之一核）：${JSON.stringify(rest.milliCores)}`,
  );
  tell(`检测每秒请求Temporal：${JSON.stringify(rest.detectorRequestsPerSecond)}`);
  tell(`每件占用（字节）：${JSON.stringify(bytesPerCase)}`);
  if (values.json) {
    await closeAll();
    console.log(JSON.stringify({ ...result, ...costs, machine: describeMachine() }));
  }
} finally {
  await closeAll();
}

async function prepare(postgresUrl: string): Promise<void> {
  await migrateDatabase(postgresUrl);
  const owner = connectDatabase({ url: postgresUrl, role: 'owner', maxConnections: 1 });
  await seedUnits(owner, nextMinute(systemClock.now()));
  await owner.close();
}

function perCase(empty: Sizes, full: Sizes) {
  return {
    postgres: Math.round((full.postgresBytes - empty.postgresBytes) / caseCount),
    temporal: Math.round((full.temporalBytes - empty.temporalBytes) / caseCount),
  };
}

async function closeAll(): Promise<void> {
  for (let end = opened.pop(); end !== undefined; end = opened.pop()) await end();
}

function nextMinute(instant: Instant): Instant {
  return addMs(instant, minuteMs - (epochMsOf(instant) % minuteMs));
}
