import type { Application } from '../../clients/typescript/client.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs, epochMsOf } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { Appointments } from './agenda.ts';
import type { SimulationOptions, Speed } from './options.ts';
import { realMsOf } from './options.ts';
import type { People } from './people.ts';
import { otherStation, playCase } from './people.ts';
import { planCases, seededRandom } from './plan.ts';
import type { Results } from './results.ts';
import { readResults } from './results.ts';
import { titleShares } from './shares.ts';
import type { Stage } from './stage.ts';

const hourMs = 3_600_000;
/** After the last act: the ladder of those that nobody answers has to run out, messages of the evening wait for the morning. */
const aftermathDays = { open: 21, closed: 1 };

type Tell = (line: string) => void;

/** Plays so many cases and what follows them; answers what is then on the stage. */
export async function simulate(
  stage: Stage,
  { cases, days, shares, seed, speed }: SimulationOptions,
  tell: Tell,
): Promise<Results> {
  const today = localDateOf(stage.clock.now());
  const window = { from: today, to: addDays(today, 300), regions: [] };
  const calendar = excerptOf(loadPublishedCalendar(), window);
  const random = seededRandom(seed);
  const plan = planCases({ cases, days, shares, today, calendar, random });
  const appointments = new Appointments();
  const people = await peopleOf(stage);
  const fixture = path.join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'application.json');
  const application = JSON.parse(await readFile(fixture, 'utf8')) as Application;
  const play = { people, appointments, calendar, random, now: () => stage.clock.now(), application };
  for (const planned of plan) appointments.add(planned.acceptedAt, () => playCase(play, planned));

  tell(`${cases}件申请，${days}个工作日内受理，户籍地：${titleShares(shares)}`);
  await keepAppointments(stage, appointments, speed, tell);
  const { open } = await readResults(stage.database);
  const restDays = open > 0 ? aftermathDays.open : aftermathDays.closed;
  tell(`此后${restDays}天无人再办，${open}件仍在等待，督办照常进行`);
  await passTime(stage, addMs(stage.clock.now(), restDays * 24 * hourMs), speed);
  await stage.finishDeliveries();
  return readResults(stage.database);
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

/** Goes from appointment to appointment, with a line for each day on which somebody did something. */
async function keepAppointments(
  stage: Stage,
  appointments: Appointments,
  speed: Speed,
  tell: Tell,
): Promise<void> {
  let today: PlainDate | undefined;
  let keptToday = 0;
  const endDay = () => {
    if (today !== undefined) tell(`${today}  申请人和民警办了${keptToday}步`);
    keptToday = 0;
  };
  for (let next = appointments.take(); next !== undefined; next = appointments.take()) {
    await passTime(stage, next.at, speed);
    const day = localDateOf(next.at);
    if (day !== today) endDay();
    today = day;
    await next.keep();
    keptToday += 1;
  }
  endDay();
}

/** Virtual time up to an instant, in stretches of hours in which notices go out, at the speed that was asked for. */
async function passTime(stage: Stage, until: Instant, speed: Speed): Promise<void> {
  while (stage.clock.now() < until) {
    const before = stage.clock.now();
    const target = [until, addMs(before, 6 * hourMs)].sort()[0] ?? until;
    await pause(realMsOf(epochMsOf(target) - epochMsOf(before), speed));
    await stage.sleepUntil(target);
    await stage.dispatchNotices();
  }
}
