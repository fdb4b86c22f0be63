import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumberOption } from '../commands/whole-number.ts';
import type { Database } from '../db/database.ts';
import { connectDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createLocalIssuer } from '../platform/identity/local-issuer.ts';
import { openKeyRingFile } from '../platform/key-ring-file.ts';
import type { BenchHouse } from './api/house.ts';
import { openBenchHouse } from './api/house.ts';
import type { LoadResult } from './api/load.ts';
import { runLoad } from './api/load.ts';
import type { PlannedQuestion } from './api/measure-plans.ts';
import { explainFromNowOn, planQuestion, writePlans } from './api/measure-plans.ts';
import type { Question } from './api/questions.ts';
import { questionsAbout } from './api/questions.ts';
import type { Answered } from './api/result.ts';
import { answeredOf, faultsOf, lineOf } from './api/result.ts';
import { seedCases } from './api/seed.ts';
import { readVolumes } from './api/volumes.ts';
import { drawSubjects } from './api/subjects.ts';
import { playTrueCases } from './api/true-cases.ts';
import { describeMachine } from './machine.ts';

/**
 * How long the API takes to answer, on so many closed and open cases: the API, Postgres, Temporal, a worker and autocannon
 * each in a process of its own. Then the plan of every statement that it sent. Ends with 1 where a list is too slow or a
 * large table is read from end to end.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    closed: { type: 'string', default: '1000000' },
    open: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '4' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string' },
    keep: { type: 'string' },
    plans: { type: 'string' },
  },
});
const volumes = {
  closed: wholeNumberOption('--closed', values.closed, { max: 10_000_000 }),
  open: wholeNumberOption('--open', values.open, { max: 1_000_000 }),
};
const seconds = wholeNumberOption('--seconds', values.seconds, { max: 600 });
const connections = wholeNumberOption('--connections', values.connections, { max: 100 });
const threads = wholeNumberOption('--threads', values.threads, { max: 16 });
// Below, Postgres rightly reads small tables from end to end.
const judgesPlansFrom = 100_000;

const tell = (line: string) => {
  console.log(line);
};

const dataDir =
  values.keep === undefined ? await mkdtemp(path.join(tmpdir(), 'tongban-api-')) : path.resolve(values.keep);
const isSeeded = existsSync(path.join(dataDir, 'postgres'));
const house = await openBenchHouse(dataDir);
const breakOff = () => {
  void house.close().then(() => process.exit(130));
};
process.once('SIGINT', breakOff).once('SIGTERM', breakOff);
try {
  const seeding = isSeeded ? null : await seed(house);
  const { url } = await house.startPostgres('durable');
  const owner = connectDatabase({
    url,
    role: 'owner',
    maxConnections: 1,
    keyRing: openKeyRingFile(house.keyRingFile),
  });
  try {
    await migrateDatabase(url);
    // A run that was killed may have left it on.
    await explainFromNowOn(owner, 'off');
    const stored = await readVolumes(owner);
    tell(`已办结${stored.closed}件，未办结${stored.open}件，数据库${stored.databaseMb} MB`);
    const issuer = await createLocalIssuer({
      keyFile: path.join(dataDir, 'identity', 'token-key.json'),
      environment: 'development',
    });
    const all = await questionsAbout(await drawSubjects(owner), issuer);
    const wanted = all.filter(
      ({ name }) => values.only === undefined || name === 'ready' || new RegExp(values.only).test(name),
    );
    const temporal = await house.startTemporal();
    await house.startWorker(url, temporal);

    const answers = await measure(house, url, temporal, wanted);
    const plans = await explain(house, owner, { url, temporal, questions: wanted });
    const judged = stored.closed >= judgesPlansFrom ? plans : [];
    if (judged.length === 0) tell(`不足${judgesPlansFrom}件，不核对执行计划`);
    const faults = faultsOf(answers, judged);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
    if (values.json) {
      const machine = describeMachine();
      console.log(JSON.stringify({ ...stored, seeding, connections, seconds, answers, faults, machine }));
    }
  } finally {
    await owner.close();
  }
} finally {
  await house.close();
  if (values.keep === undefined) await rm(dataDir, { recursive: true, force: true });
}

async function seed(place: BenchHouse): Promise<{ readonly playedMs: number; readonly seededMs: number }> {
  const startedAtMs = performance.now();
  const trueCases = await playTrueCases(tell);
  const playedAtMs = performance.now();
  const { url, stop } = await place.startPostgres('ephemeral');
  await migrateDatabase(url);
  const { keyRingFile } = place;
  const owner = connectDatabase({
    url,
    role: 'owner',
    maxConnections: 1,
    keyRing: openKeyRingFile(keyRingFile),
  });
  try {
    await seedCases(owner, { url, keyRingFile, trueCases, ...volumes, threads, tell });
  } finally {
    await owner.close();
    await stop();
  }
  const [playedMs, seededMs] = [playedAtMs - startedAtMs, performance.now() - playedAtMs].map(Math.round);
  tell(`写入用时${Math.round((seededMs ?? 0) / 1000)}秒`);
  return { playedMs: playedMs ?? 0, seededMs: seededMs ?? 0 };
}

async function measure(
  place: BenchHouse,
  url: string,
  temporal: string,
  questions: readonly Question[],
): Promise<Answered[]> {
  const api = await place.startApi(url, temporal);
  let bare: LoadResult | null = null;
  const answers: Answered[] = [];
  for (const question of questions) {
    const { requests, kind } = question;
    const order = { url: api.url, connections, seconds, requests, repeat: 'by_turns' } as const;
    const result =
      kind === 'write'
        ? await runLoad({ ...order, repeat: 'each_once' })
        : (await runLoad({ ...order, seconds: 2 }), await runLoad(order));
    bare ??= result;
    const answered = answeredOf(question, result, bare);
    answers.push(answered);
    tell(lineOf(answered));
  }
  await api.stop();
  return answers;
}

async function explain(
  place: BenchHouse,
  owner: Database,
  { url, temporal, questions }: { url: string; temporal: string; questions: readonly Question[] },
): Promise<PlannedQuestion[]> {
  const planned: PlannedQuestion[] = [];
  await explainFromNowOn(owner, 'on');
  try {
    const api = await place.startApi(url, temporal);
    for (const question of questions.filter(({ kind }) => kind !== 'bound')) {
      const plans = await planQuestion(question, { apiUrl: api.url, logFile: place.postgresLog });
      planned.push(plans);
      if (values.plans !== undefined) await writePlans(path.resolve(values.plans), plans);
    }
    await api.stop();
  } finally {
    await explainFromNowOn(owner, 'off');
  }
  return planned;
}
