import { Client } from '@temporalio/client';
import { expect, inject } from 'vitest';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import { cases } from '../../db/schema/index.ts';
import { agenda } from '../../domain/case/agenda.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf, parseInstant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf, parsePlainDate } from '../../domain/time/plain-date.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import type { NoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { clockAlong } from '../../commands/simulation/clock-along.ts';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { connectDatabase } from '../../db/database.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import { publishFile } from '../calendars/calendar-database.ts';
import { played, shiftFile, told } from '../calendars/shifted-files.ts';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import type { HylafaxClient } from '../../activities/transmission-channels/hylafax-client.ts';
import type { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { VirtualClock } from '../../platform/virtual-clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { Door } from '../api/door.ts';
import { createDoor } from '../api/door.ts';
import { recordRuns } from '../replay/recorder.ts';
import { chronicleFileOf, writeChronicle } from './chronicle.ts';
import { copyTestDatabase } from '../services/test-database.ts';
import { startTimeSkippingEnvironment } from '../services/time-skipping.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

export interface Scenario {
  readonly house: House;
  /** Opens the house's door, whose clock is the scenario's. */
  readonly openDoor: () => Promise<Door>;
  /** Lets virtual time pass until the instant, told in the scenario's own years. */
  readonly sleepUntil: (told: string) => Promise<void>;
  /** An instant of the ledger in the scenario's own years, to the minute: `2026-10-13T17:30`. */
  readonly tell: (played: Instant | null | undefined) => string | null;
  /** An instant told in the scenario's own years, as it is played. */
  readonly at: (told: string) => Instant;
  /** A date told in the scenario's own years, as it is played. */
  readonly on: (told: string) => PlainDate;
  /** Publishes a calendar file of the scenario's own years and waits until every open case has it. */
  readonly rollOut: (file: unknown) => Promise<void>;
  /** The rungs that a case has fired, each with its instant: `R2 2026-03-06T08:30`. */
  readonly rungsOf: (driver: CaseDriver) => Promise<string[]>;
}

export interface ScenarioOptions {
  readonly from: string;
  readonly renderer?: DocumentRenderer;
  /** Dossiers go by the platform or by hand if left out. */
  readonly fax?: HylafaxClient;
  /** Where notices leave the house; they stay in it if left out. */
  readonly channels?: NoticeChannels;
  readonly calendar?: PublishedCalendar;
  /** Who is in the directory; people for every post, confirmed the day before, if left out. */
  readonly persons?: readonly DirectoryPerson[];
}

/**
 * Plays a scenario from the instant at which it begins, on a Temporal and a database of its own, and clears the stage
 * whatever comes of it. What came of one of `scenarios.json` is compared with its chronicle, and the histories of
 * all that ran are those of the replay gate (`test/replay/`).
 */
export async function playScenario(
  options: ScenarioOptions,
  play: (scenario: Scenario) => Promise<void>,
): Promise<void> {
  const stage = new AsyncDisposableStack();
  try {
    const scenario = await openScenario(options, stage);
    await play(scenario);
    await expectChronicle(scenario);
    const { currentTestName = '', testPath = '' } = expect.getState();
    // Some tests of faults are played as scenarios are.
    if (testPath.includes('/scenarios/')) await recordRuns(currentTestName, scenario.house.client);
  } finally {
    await stage.disposeAsync();
  }
}

async function openScenario(options: ScenarioOptions, stage: AsyncDisposableStack): Promise<Scenario> {
  const { from, calendar, persons, ...rest } = options;
  const { url, drop } = await copyTestDatabase(inject('scenarioTemplateUrl'));
  stage.defer(drop);
  const env = await startTimeSkippingEnvironment();
  stage.defer(() => env.teardown());
  const clock = new VirtualClock();
  // The environment's own client lets time skip while it waits for a result; a plain one waits as the product does.
  const namespace = env.namespace ?? 'default';
  const client = new Client({ connection: env.connection, namespace });
  const house = await openHouse(url, {
    ...rest,
    temporal: { connection: env.nativeConnection, client, namespace },
    clock,
    // Messages wait for their time within a sleep.
    ...(rest.channels === undefined ? {} : { interceptors: clockAlong(clock, () => env.currentTimeMs()) }),
    ...(calendar === undefined ? {} : { calendar: shiftCalendar(calendar) }),
  });
  stage.defer(() => house.close());
  const at = (text: string) => parseInstant(played(text));
  const tell = (instant: Instant | null | undefined) => (instant ? told(instant).slice(0, 16) : null);
  const sleepUntil = async (text: string) => {
    const target = epochMsOf(at(text));
    await env.sleep(Math.max(1, target - (await env.currentTimeMs())));
    clock.set(await env.currentTimeMs());
  };
  await sleepUntil(from);
  const directory = persons ?? samplePersons(addDays(localDateOf(at(from)), -1));
  await savePersons(house.owner, directory, { by: 'test', at: at(from) });
  return {
    house,
    sleepUntil,
    at,
    on: (text) => parsePlainDate(played(text)),
    rollOut: (file) => rollOut(house, file),
    tell,
    openDoor: async () => {
      const door = await createDoor(url, client, { clock });
      stage.defer(() => door.close());
      return door;
    },
    async rungsOf(driver) {
      const fired = await driver.eventsOf('rung_fired');
      return fired.map(({ rung, occurredAt }) => `${rung} ${tell(occurredAt) ?? ''}`);
    },
  };
}

/** What came of a scenario with a number, as `chronicles/` has it; `vitest -u` writes it anew, for a person to read. */
async function expectChronicle({ house, tell }: Scenario): Promise<void> {
  const title = (expect.getState().currentTestName ?? '').replace(/^.* > /, '');
  if (!/^S\d\d /.test(title)) return;
  await waitFor(() => isAtRest(house), { timeoutMs: 60_000, what: 'the end of what is under way' });
  const chronicle = await writeChronicle(house.owner, (played) => tell(played) ?? '');
  const file = `chronicles/${chronicleFileOf(title)}`;
  await expect(`${title}\n\n${tellYears(chronicle)}\n`).toMatchFileSnapshot(file);
}

/** Nothing that the workflows should have done by now is missing. */
async function isAtRest({ owner, clock }: House): Promise<boolean> {
  const states = await owner.select({ state: cases.state }).from(cases);
  return states.every(
    ({ state }) =>
      Object.values(state.pending).every(({ progress }) => progress.kind === 'failed') &&
      agenda(state).every(({ at }) => at > clock.now()),
  );
}

/** Years within sentences, as they are told. */
function tellYears(text: string): string {
  return text.replace(/\b20[4-9]\d(?=[-年])/g, told);
}

async function rollOut({ url, client }: House, file: unknown): Promise<void> {
  const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 1, keyRing: testKeyRing });
  try {
    const version = await publishFile(api, shiftFile(file));
    await client.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version));
    const isFinished = async () => (await findRollout(api, version))?.status === 'finished';
    await waitFor(isFinished, { timeoutMs: 60_000, what: 'the end of the roll-out' });
  } finally {
    await api.close();
  }
}

/** A calendar moved to the years in which it is played. */
function shiftCalendar({ years, overlays, version }: PublishedCalendar): PublishedCalendar {
  return {
    version,
    years: years.map((file) => shiftFile(file) as typeof file),
    overlays: overlays.map((file) => shiftFile(file) as typeof file),
  };
}
