import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { BundleId } from '../../domain/notices/delivery.ts';
import { isLastTry } from '../../domain/notices/retry-plan.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import type { CalendarDirectory } from '../../db/calendar-directory.ts';
import type { Database } from '../../db/database.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import { numberCaseEvents } from '../../db/repositories/case-events.ts';
import { takeUpRedeliveries } from '../../db/repositories/redeliveries.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';
import type { NoticeChannels } from './channels/open-channels.ts';
import type { AttemptOutcome } from './deliver-bundle.ts';
import { attemptDelivery } from './deliver-bundle.ts';
import { giveUp } from './give-up.ts';
import { planNextNotices } from './plan-deliveries.ts';
import { startDeliveries } from './start-deliveries.ts';

// A batch of 500 notices is planned in well under a second.
const batchSize = 500;

export interface NoticeDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly calendars: CalendarDirectory;
  readonly client: Client;
  readonly channels: NoticeChannels;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What the dispatcher did in one round. */
export interface DispatchRound {
  readonly planned: number;
  readonly started: number;
  /** Whether there may be more to do at once. */
  readonly more: boolean;
}

/** Takes notices from the outbox to those whom they are for. */
export function createNoticeActivities(deps: NoticeDeps) {
  const { database, units, calendars, client, channels, clock, log } = deps;

  const plan = withClassifiedFailures(log, async (): Promise<DispatchRound> => {
    const [tree, published] = await Promise.all([units.tree(), calendars.published()]);
    const at = clock.now();
    const planned = await database.transaction((transaction) =>
      planNextNotices(transaction, { tree, published, channels, at, limit: batchSize }),
    );
    await takeUpRedeliveries(database, at);
    // Those who follow them number them too, but there is not always one.
    await numberCaseEvents(database);
    const started = await startDeliveries(database, client, { at, limit: batchSize });
    return { planned, started, more: planned === batchSize || started === batchSize };
  });

  const attempt = withClassifiedFailures(log, async (id: BundleId): Promise<AttemptOutcome> => {
    const tree = await units.tree();
    return attemptDelivery(database, { id, tree, calendars, channels, now: () => clock.now() });
  });

  return {
    /** Decides on the ways out of new notices and sees to it that every message has a workflow. */
    planDeliveries: (): Promise<DispatchRound> => plan(undefined),

    /** Hands a message over, or fails so that Temporal tries again when there is a point in it. */
    async deliverBundle(id: BundleId): Promise<void> {
      const outcome = await attempt(id);
      if (outcome.kind === 'waits') throw waitingFor(outcome.waitMs);
      if (outcome.kind === 'failed') throw failureOf(outcome, firstTryOfThisDelivery(), clock.now());
    },

    /** Ends a message that did not get through, and tells somebody. */
    giveBundleUp: withClassifiedFailures(log, async (id: BundleId): Promise<void> => {
      log.warn({ bundleId: id }, 'message was given up');
      await giveUp(database, { id, tree: await units.tree(), at: clock.now() });
    }),
  };
}

// Expected ways for things to go: not counted and logged as faults of ours.
const category = 'BENIGN';

/** Temporal's record of when this message was to be tried for the first time. */
function firstTryOfThisDelivery(): Instant {
  return instantFromEpochMs(activityInfo().scheduledTimestampMs);
}

function waitingFor(waitMs: number): ApplicationFailure {
  const message = '收件人的免打扰时段或非工作时间，稍后发送。';
  return ApplicationFailure.create({ type: 'not_now', message, category, nextRetryDelay: waitMs });
}

/** What Temporal is to make of a failure: the words are of our own making and hold no personal data. */
function failureOf(
  { failure, retryAfterMs }: Extract<AttemptOutcome, { kind: 'failed' }>,
  firstAt: Instant,
  at: Instant,
): ApplicationFailure {
  return ApplicationFailure.create({
    type: failure.code,
    message: failure.message,
    nonRetryable: failure.kind === 'permanent' || isLastTry(firstAt, at),
    category,
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  });
}
