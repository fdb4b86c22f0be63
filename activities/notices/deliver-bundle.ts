import { dueDateText } from '../../domain/case/projection.ts';
import { stationAtWork } from '../../domain/directory/workplace.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import { channelRules, channels as allChannels } from '../../domain/notices/channel.ts';
import type { BundleId, DeliveryFailure } from '../../domain/notices/delivery.ts';
import { admittedAt } from '../../domain/notices/slot.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { CalendarDirectory } from '../../db/calendar-directory.ts';
import type { Executor } from '../../db/database.ts';
import { readPolicyOfUnit } from '../../db/policy-of-unit.ts';
import { readWorkplaces } from '../../db/directory-part.ts';
import { findCase } from '../../db/repositories/cases.ts';
import type { PendingBundle } from '../../db/repositories/delivery-bundles.ts';
import {
  claimBundle,
  findPendingBundle,
  listNoticesOfBundle,
  recordFailure,
  recordHandOver,
} from '../../db/repositories/delivery-bundles.ts';
import { counter } from '../../platform/metrics/metrics.ts';
import { findAddress, findUnitAt } from './addresses.ts';
import type { Address, NoticeMessage } from './channels/channel.ts';
import { DeliveryError } from './channels/channel.ts';
import type { NoticeChannels } from './channels/open-channels.ts';
import { officesOf } from './offices.ts';

const attempts = counter('tongban_delivery_attempts_total');
// Of a series that begins with its first try, Prometheus would see no increase.
for (const channel of allChannels) {
  for (const outcome of ['delivered', 'temporary', 'permanent']) attempts.inc({ channel, outcome }, 0);
}

export interface DeliveryInput {
  readonly id: BundleId;
  readonly tree: UnitTree;
  readonly calendars: CalendarDirectory;
  readonly channels: NoticeChannels;
  readonly now: () => Instant;
}

export type AttemptOutcome =
  /** Handed over, now or before, or given up. */
  | { readonly kind: 'finished' }
  /** The reader is not disturbed now. */
  | { readonly kind: 'waits'; readonly waitMs: number }
  | { readonly kind: 'failed'; readonly failure: DeliveryFailure; readonly retryAfterMs: number | undefined };

/**
 * One attempt to hand a message over. The row says first that one is made and then how it went; whoever dies between the
 * handing over and the second leaves an attempt to be made again, under the same number of the message.
 */
export async function attemptDelivery(database: Executor, input: DeliveryInput): Promise<AttemptOutcome> {
  const bundle = await findPendingBundle(database, input.id);
  if (bundle === undefined) return { kind: 'finished' };
  const waitMs = await waitMsOf(database, bundle, input);
  if (waitMs > 0) return { kind: 'waits', waitMs };
  if (!(await claimBundle(database, bundle.id, input.now()))) return { kind: 'finished' };
  try {
    await send(database, bundle, input);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { failure, retryAfterMs } = error;
    attempts.inc({ channel: bundle.channel, outcome: failure.kind });
    await recordFailure(database, bundle.id, failure);
    return { kind: 'failed', failure, retryAfterMs };
  }
  attempts.inc({ channel: bundle.channel, outcome: 'delivered' });
  await recordHandOver(database, bundle.id, input.now());
  return { kind: 'finished' };
}

/** How long the reader is left alone: until his place in the spread at the next time at which he may be disturbed. */
async function waitMsOf(
  database: Executor,
  { channel, destination, urgent }: PendingBundle,
  { tree, calendars, now }: DeliveryInput,
): Promise<number> {
  if (urgent || channelRules[channel].reader === 'program') return 0;
  const at = now();
  const unit = await findUnitAt(database, destination);
  // Whoever has left is not written to: the sending finds that out.
  if (unit === undefined) return 0;
  const policyOf = await readPolicyOfUnit(database, tree, [unit]);
  const published = await calendars.published();
  const office = officesOf({ tree, published, policyOf, units: [unit], at })(unit);
  const admitted = admittedAt(at, {
    destination,
    urgency: 'normal',
    office,
    policy: policyOf(unit).notices,
  });
  return epochMsOf(admitted) - epochMsOf(at);
}

async function send(database: Executor, bundle: PendingBundle, input: DeliveryInput): Promise<void> {
  const at = input.now();
  const to = await findAddress(database, bundle, { tree: input.tree, at });
  if (to === undefined) {
    throw new DeliveryError({ kind: 'permanent', code: 'no_address', message: '收件人已没有此类地址。' });
  }
  const [first, ...others] = await listNoticesOfBundle(database, bundle.id);
  if (first === undefined) throw new Error(`message ${bundle.id} holds nothing`);
  const theCase = first.caseNo === null ? undefined : await findCase(database, first.caseNo);
  const workplaces = await readWorkplaces(database, input.tree);
  const station =
    theCase && input.tree.get(stationAtWork(workplaces, theCase.acceptingStation, localDateOf(at)));
  await handOver(input.channels, bundle.channel, {
    to,
    id: bundle.id,
    at,
    notices: [first, ...others],
    stationTelephone: station?.level === 'station' ? station.telephone : null,
    dueDate: theCase === undefined ? null : dueDateText(theCase.state),
  });
}

function handOver(
  { email, sms, robot, webhook }: NoticeChannels,
  channel: Channel,
  { to, ...message }: NoticeMessage<Address>,
): Promise<void> {
  switch (to.kind) {
    case 'mailbox':
      return (email ?? closed(channel)).send({ ...message, to });
    case 'telephone':
      return (sms ?? closed(channel)).send({ ...message, to });
    case 'group':
      return robot.send({ ...message, to });
    case 'endpoint':
      return webhook.send({ ...message, to });
  }
}

/** A channel that was switched off after a message was planned for it may be switched on again. */
function closed(channel: Channel): never {
  const message = `未启用${channelRules[channel].title}渠道。`;
  throw new DeliveryError({ kind: 'temporary', code: 'channel_off', message });
}
