import type { CalendarDay } from '../../domain/calendar/calendar-year.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf, parseInstant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import type { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { VirtualClock } from '../../platform/virtual-clock.ts';
import { startTimeSkippingEnvironment } from '../services/time-skipping.ts';

/**
 * The test server starts at the real now and only moves forward, but the calendars lie behind it. They repeat every
 * 28 years between 1901 and 2099 (same weekdays, same leap days), so what is told of 2026 is played in 2054.
 */
const shiftYears = 28;

export interface Scenario {
  readonly house: House;
  /** Lets virtual time pass until the instant, told in the scenario's own years. */
  readonly sleepUntil: (told: string) => Promise<void>;
  /** An instant of the ledger in the scenario's own years, to the minute: `2026-10-13T17:30`. */
  readonly tell: (played: Instant | null | undefined) => string | null;
  /** An instant told in the scenario's own years, as it is played. */
  readonly at: (told: string) => Instant;
  /** The rungs that a case has fired, each with its instant: `R2 2026-03-06T08:30`. */
  readonly rungsOf: (driver: CaseDriver) => Promise<string[]>;
}

export interface ScenarioOptions {
  readonly url: string;
  readonly from: string;
  readonly renderer?: DocumentRenderer;
  readonly calendar?: PublishedCalendar;
}

/** Plays a scenario from the instant at which it begins, and clears the stage whatever comes of it. */
export async function playScenario(
  options: ScenarioOptions,
  play: (scenario: Scenario) => Promise<void>,
): Promise<void> {
  const scenario = await openScenario(options);
  try {
    await play(scenario);
  } finally {
    await scenario.close();
  }
}

/** Opens the house on a time-skipping Temporal server of its own. */
async function openScenario(options: ScenarioOptions): Promise<Scenario & { close(): Promise<void> }> {
  const { url, from, calendar = loadPublishedCalendar(), ...rest } = options;
  const env = await startTimeSkippingEnvironment();
  const clock = new VirtualClock();
  const house = await openHouse(url, {
    ...rest,
    temporal: {
      connection: env.nativeConnection,
      client: env.client,
      namespace: env.namespace ?? 'default',
    },
    clock,
    calendar: shiftCalendar(calendar),
  });
  const at = (told: string) => parseInstant(moveYears(told, shiftYears));
  const tell = (played: Instant | null | undefined) =>
    played ? moveYears(played, -shiftYears).slice(0, 16) : null;
  const sleepUntil = async (told: string) => {
    const target = epochMsOf(at(told));
    await env.sleep(Math.max(1, target - (await env.currentTimeMs())));
    clock.set(await env.currentTimeMs());
  };
  await sleepUntil(from);
  return {
    house,
    sleepUntil,
    at,
    tell,
    async rungsOf(driver) {
      const fired = await driver.eventsOf('rung_fired');
      return fired.map(({ rung, occurredAt }) => `${rung} ${tell(occurredAt) ?? ''}`);
    },
    async close() {
      await house.close();
      await env.teardown();
    },
  };
}

/** A calendar moved to the years in which it is played. */
export function shiftCalendar({ years, overlays, version }: PublishedCalendar): PublishedCalendar {
  const shiftDays = <T extends { readonly year: number; readonly days: readonly CalendarDay[] }>(
    file: T,
  ): T => ({
    ...file,
    year: file.year + shiftYears,
    days: file.days.map((day) => ({ ...day, date: moveYears(day.date, shiftYears) as PlainDate })),
  });
  return { version, years: years.map(shiftDays), overlays: overlays.map(shiftDays) };
}

function moveYears(text: string, years: number): string {
  return `${Number(text.slice(0, 4)) + years}${text.slice(4)}`;
}
