import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { excerptOf } from '../domain/calendar/working-calendar.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addMs, epochMsOf } from '../domain/time/instant.ts';
import { addDays, localDateOf } from '../domain/time/plain-date.ts';
import { loadConfig } from '../platform/config.ts';
import { loadPublishedCalendar } from '../platform/reference-data.ts';
import { runCommand } from './run-command.ts';
import { wholeNumberOption } from './whole-number.ts';
import { Appointments } from './simulation/agenda.ts';
import type { People } from './simulation/people.ts';
import { otherStation, playCase } from './simulation/people.ts';
import { manners, planCases, seededRandom } from './simulation/plan.ts';
import { readResults, tellResults } from './simulation/results.ts';
import type { Stage } from './simulation/stage.ts';
import { openStage } from './simulation/stage.ts';

const hourMs = 3_600_000;
/** After the last case has come, the ladder of those that nobody answers still has to run out. */
const aftermathDays = 21;

const usage = `用法：npm run simulate -- [选项]

在可快进的时钟上，用真实的流程、数据库和文书引擎演练申请人和户籍地派出所；消息只交给模拟渠道，不外发。

  --cases 200   申请件数
  --days 10     在多少个工作日内受理
  --seed 1      随机数的种子
  --speed max   每秒经过的虚拟秒数，如 3600；max 为尽快
  --json        最后一行输出 JSON
  --help        显示本说明`;

/**
 * `npm run simulate`: plays applicants and home stations of all manners on a clock that runs ahead, against the real
 * workflow, database and documents.
 */
await runCommand(async () => {
  const options = readOptions();
  if (options === 'help') {
    console.log(usage);
    return;
  }
  const { cases, days, seed, speed, json } = options;
  const startedAtMs = performance.now();
  const tell = (line: string) => {
    console.log(line);
  };
  const stage = await openStage(loadConfig(), tell);
  try {
    const today = localDateOf(stage.clock.now());
    const calendar = excerptOf(loadPublishedCalendar(), {
      from: today,
      to: addDays(today, 300),
      regions: [],
    });
    const random = seededRandom(seed);
    const plan = planCases({ cases, days, today, calendar, random });
    const appointments = new Appointments();
    const people = await peopleOf(stage);
    const application = JSON.parse(
      await readFile(path.join(import.meta.dirname, '..', 'test', 'fixtures', 'application.json'), 'utf8'),
    ) as object;
    const play = { people, appointments, calendar, random, now: () => stage.clock.now(), application };
    for (const planned of plan) appointments.add(planned.acceptedAt, () => playCase(play, planned));

    const shares = Object.values(manners).map(({ title, share }) => `${title} ${share}%`);
    tell(`${cases}件申请，${days}个工作日内受理，户籍地：${shares.join('，')}`);
    await keepAppointments(stage, appointments, speed, tell);
    await passTime(stage, addMs(stage.clock.now(), aftermathDays * 24 * hourMs), speed);
    await stage.finishDeliveries();

    const results = await readResults(stage.database);
    tellResults(results, tell);
    if (json) {
      const elapsedMs = Math.round(performance.now() - startedAtMs);
      const virtualDays = Math.round(
        (epochMsOf(stage.clock.now()) - epochMsOf(plan[0]?.acceptedAt ?? stage.clock.now())) / (24 * hourMs),
      );
      await stage.close();
      console.log(JSON.stringify({ cases, days, seed, speed, virtualDays, elapsedMs, ...results }));
    }
  } finally {
    await stage.close();
  }
});

type Speed = 'max' | number;

interface Options {
  readonly cases: number;
  readonly days: number;
  readonly seed: number;
  readonly speed: Speed;
  readonly json: boolean;
}

/** @throws {Error} that names the option at fault. */
function readOptions(): Options | 'help' {
  const { help, cases, days, seed, speed, json } = parseOptions();
  if (help) return 'help';
  const hint = '（虚拟秒/秒），或 max';
  return {
    cases: wholeNumberOption('--cases', cases, { max: 100_000 }),
    days: wholeNumberOption('--days', days, { max: 120 }),
    seed: wholeNumberOption('--seed', seed, { max: 2 ** 31 }),
    speed: speed === 'max' ? 'max' : wholeNumberOption('--speed', speed, { max: 1_000_000, hint }),
    json,
  };
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        cases: { type: 'string', default: '200' },
        days: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        speed: { type: 'string', default: 'max' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, {
      cause: error,
    });
  }
}

async function peopleOf(stage: Stage): Promise<People> {
  return {
    window: await stage.caller({
      officerId: 'simulated-1',
      roles: ['window_officer'],
      unit: '440106990000',
    }),
    liaison: await stage.caller({
      officerId: 'simulated-2',
      roles: ['liaison_officer'],
      unit: '520302990000',
    }),
    otherLiaison: await stage.caller({
      officerId: 'simulated-3',
      roles: ['liaison_officer'],
      unit: otherStation,
    }),
    county: await stage.caller({
      officerId: 'simulated-4',
      roles: ['county_supervisor'],
      unit: '520302000000',
    }),
  };
}

/** Goes from appointment to appointment, with a line for each day. */
async function keepAppointments(
  stage: Stage,
  appointments: Appointments,
  speed: Speed,
  tell: (line: string) => void,
): Promise<void> {
  let day = '';
  let kept = 0;
  for (let next = appointments.take(); next !== undefined; next = appointments.take()) {
    await passTime(stage, next.at, speed);
    const today = localDateOf(stage.clock.now());
    if (today !== day) tell(`${today}  已办${kept}步`);
    day = today;
    await next.keep();
    kept += 1;
  }
}

/** Virtual time up to an instant, in stretches of hours in which notices go out, at the speed that was asked for. */
async function passTime(stage: Stage, until: Instant, speed: Speed): Promise<void> {
  while (stage.clock.now() < until) {
    const before = stage.clock.now();
    const target = [until, addMs(before, 6 * hourMs)].sort()[0] ?? until;
    if (speed !== 'max') await pause((epochMsOf(target) - epochMsOf(before)) / speed);
    await stage.sleepUntil(target);
    await stage.dispatchNotices();
  }
}
