import { afterAll } from 'vitest';
import type { Database } from '../../db/database.ts';
import type { CalendarRollout } from '../../db/repositories/calendar-rollouts.ts';
import { findRollout } from '../../db/repositories/calendar-rollouts.ts';
import { epochMsOf, parseInstant } from '../../domain/time/instant.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import type { House } from '../house/house.ts';
import { openHouse } from '../house/house.ts';
import { VirtualClock } from '../../platform/virtual-clock.ts';
import { startTimeSkippingEnvironment } from '../services/time-skipping.ts';
import { createCalendarDatabase, publishFile } from './calendar-database.ts';
import { played } from './shifted-files.ts';

/** The product in virtual time, counting by the calendars in its own database. */
export interface PlayedHouse {
  readonly house: House;
  readonly owner: Database;
  readonly api: Database;
  /** Lets virtual time pass until the instant, told in the years of the story. */
  sleepUntil(told: string): Promise<void>;
  /**
   * Lets time pass by seconds until something is found. Waiting for a workflow's result would let it skip to the next
   * rung of a ladder while an activity is still at work.
   */
  untilSo<T>(find: () => Promise<T | null | undefined>): Promise<T>;
  /** Publishes a calendar file and waits for the end of its roll-out. */
  rollOut(document: unknown): Promise<CalendarRollout>;
}

export async function openPlayedHouse(files: readonly unknown[], from: string): Promise<PlayedHouse> {
  const { url, owner, api } = await createCalendarDatabase(files);
  const env = await startTimeSkippingEnvironment();
  const clock = new VirtualClock();
  const temporal = {
    connection: env.nativeConnection,
    client: env.client,
    namespace: env.namespace ?? 'default',
  };
  const house = await openHouse(url, { temporal, clock });
  afterAll(async () => {
    await house.close();
    await env.teardown();
  });
  const stage: PlayedHouse = {
    house,
    owner,
    api,
    async sleepUntil(instant) {
      const target = epochMsOf(parseInstant(played(instant)));
      await env.sleep(Math.max(1, target - (await env.currentTimeMs())));
      clock.set(await env.currentTimeMs());
    },
    async untilSo(find) {
      for (;;) {
        await env.sleep('1s');
        const found = await find();
        if (found !== null && found !== undefined) return found;
      }
    },
    async rollOut(document) {
      const version = await publishFile(api, document);
      await house.client.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version));
      return stage.untilSo(async () => {
        const rollout = await findRollout(api, version);
        return rollout?.status === 'finished' ? rollout : null;
      });
    },
  };
  await stage.sleepUntil(from);
  return stage;
}
