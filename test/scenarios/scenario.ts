import type { CalendarDay } from '../../domain/calendar/calendar-year.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf, parseInstant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import type { CertificateRenderer } from '../../activities/certificates.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { VirtualClock } from '../house/virtual-clock.ts';
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
}

export interface ScenarioOptions {
  readonly url: string;
  readonly from: string;
  readonly renderer?: CertificateRenderer;
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
  const sleepUntil = async (told: string) => {
    const target = epochMsOf(parseInstant(moveYears(told, shiftYears)));
    await env.sleep(Math.max(1, target - (await env.currentTimeMs())));
    clock.set(await env.currentTimeMs());
  };
  await sleepUntil(from);
  return {
    house,
    sleepUntil,
    tell: (played) => (played ? moveYears(played, -shiftYears).slice(0, 16) : null),
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
