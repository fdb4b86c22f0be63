import { randomUUID } from 'node:crypto';
import type { Channel } from '../../domain/notices/channel.ts';
import type { BundleId } from '../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { Candidate, Correspondence } from '../../domain/notices/plan.ts';
import { planMessages } from '../../domain/notices/plan.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { addPlan, listToldSubjects, tryLockPlanning } from '../../db/repositories/deliveries.ts';
import { listMessagesTo, lockWaitingMessages } from '../../db/repositories/delivery-bundles.ts';
import { listUnplannedNotices, markPlanned } from '../../db/repositories/notices.ts';
import type { NoticeChannels } from './channels/open-channels.ts';
import { isChannelOpen } from './channels/open-channels.ts';
import { findWhom } from './whom.ts';

export interface PlanningInput {
  readonly tree: UnitTree;
  readonly published: PublishedCalendar;
  readonly channels: NoticeChannels;
  readonly at: Instant;
  /** Of notices. */
  readonly limit: number;
}

/**
 * Decides on the ways out of the oldest notices that have none yet, in the caller's transaction; answers how many. A
 * planner that finds another at work leaves it to him.
 */
export async function planNextNotices(executor: Executor, input: PlanningInput): Promise<number> {
  const { tree, published, channels, at, limit } = input;
  if (!(await tryLockPlanning(executor))) return 0;
  const notices = await listUnplannedNotices(executor, limit);
  if (notices.length === 0) return 0;
  const isOpen = (channel: Channel, kind: Parameters<typeof isChannelOpen>[2]) =>
    isChannelOpen(channels, channel, kind);
  const { candidates, suppressed } = await findWhom(executor, { notices, tree, published, at, isOpen });
  const plan = planMessages({
    candidates,
    correspondenceWith: await readCorrespondence(executor, candidates, at),
    at,
    holdsSeveral: (channel) => channel !== 'sms' || channels.sms?.takesSeveral === true,
    newBundleId: () => randomUUID() as BundleId,
  });
  await addPlan(executor, { bundles: plan.bundles, deliveries: [...plan.deliveries, ...suppressed] });
  await markPlanned(
    executor,
    notices.map(({ id }) => id),
    at,
  );
  return notices.length;
}

async function readCorrespondence(
  executor: Executor,
  candidates: readonly Candidate[],
  at: Instant,
): Promise<(channel: Channel, destination: DestinationKey) => Correspondence> {
  const destinations = [...new Set(candidates.map(({ destination }) => destination))];
  const subjectKeys = [...new Set(candidates.map(({ subjectKey }) => subjectKey))];
  const policies = new Set(candidates.map(({ policy }) => policy));
  const limits = [...policies].flatMap((policy) => Object.values(policy.limits).flat());
  const longestMs = Math.max(0, ...limits.map(({ withinMs }) => withinMs));
  const joinable = await lockWaitingMessages(executor, destinations, at);
  const messages = await listMessagesTo(executor, destinations, addMs(at, -longestMs));
  const told = await listToldSubjects(executor, destinations, subjectKeys);
  const keyOf = (way: { channel: Channel; destination: DestinationKey }) =>
    `${way.channel} ${way.destination}`;
  const messagesByWay = Map.groupBy(messages, keyOf);
  const toldByWay = Map.groupBy(told, keyOf);
  return (channel, destination) => {
    const key = keyOf({ channel, destination });
    return {
      messages: (messagesByWay.get(key) ?? []).map(({ id, slotAt }) => ({
        id,
        slotAt,
        joinable: joinable.has(id),
      })),
      subjects: new Map((toldByWay.get(key) ?? []).map(({ subjectKey, noticeId }) => [subjectKey, noticeId])),
    };
  };
}
