import type { Office } from '../calendar/opening.ts';
import type { Instant } from '../time/instant.ts';
import type { Channel } from './channel.ts';
import { channelRules } from './channel.ts';
import type { BundleId, Suppression } from './delivery.ts';
import type { DestinationKey } from './destination.ts';
import { isApplicantKey } from './destination.ts';
import type { NoticeUrgency } from './kind.ts';
import type { NoticePolicy } from './policy.ts';
import { admittedAt, slotFor } from './slot.ts';
import { firstSlotWithRoom } from './throttle.ts';

/** A notice that is to reach a destination over a channel. */
export interface Candidate {
  readonly noticeId: number;
  readonly channel: Channel;
  readonly destination: DestinationKey;
  /** The same words about the same thing have the same key; a destination is told once over a channel. */
  readonly subjectKey: string;
  readonly urgency: NoticeUrgency;
  readonly arisenAt: Instant;
  /** Of the place whose notice it is. */
  readonly office: Office;
  /** Of its province. */
  readonly policy: NoticePolicy;
}

/** A message that goes, or went, to a destination. */
export interface Bundle {
  readonly id: BundleId;
  readonly slotAt: Instant;
}

/** What a destination got over a channel, or is about to get. */
export interface Correspondence {
  readonly messages: readonly (Bundle & { readonly joinable: boolean })[];
  /** The notice that each subject went out with. */
  readonly subjects: ReadonlyMap<string, number>;
}

export interface NewBundle extends Bundle {
  readonly channel: Channel;
  readonly destination: DestinationKey;
}

export type PlannedDelivery = Pick<Candidate, 'noticeId' | 'channel' | 'destination' | 'subjectKey'> & {
  readonly fate: { readonly bundleId: BundleId } | Suppression;
};

export interface PlanQuestion {
  readonly candidates: readonly Candidate[];
  readonly correspondenceWith: (channel: Channel, destination: DestinationKey) => Correspondence;
  readonly at: Instant;
  /** Whether one message over a channel can tell several notices. */
  readonly holdsSeveral: (channel: Channel) => boolean;
  readonly newBundleId: () => BundleId;
}

/**
 * Decides for every candidate in which message it goes and when: de-duplicated, bundled, within the limits, at a time at
 * which its reader may be disturbed, spread (§6). Nothing is dropped: each has a message, or is the duplicate of one that has.
 */
export function planMessages(question: PlanQuestion): {
  deliveries: PlannedDelivery[];
  bundles: NewBundle[];
} {
  const bundles: NewBundle[] = [];
  const correspondences = new Map<string, OpenCorrespondence>();
  const deliveries = question.candidates.map((candidate): PlannedDelivery => {
    const { noticeId, channel, destination, subjectKey } = candidate;
    const delivery = { noticeId, channel, destination, subjectKey };
    const key = `${channel} ${destination}`;
    const known = correspondences.get(key) ?? copyOf(question.correspondenceWith(channel, destination));
    correspondences.set(key, known);
    const original = known.subjects.get(subjectKey);
    if (original !== undefined) return { ...delivery, fate: { reason: 'duplicate', original } };

    known.subjects.set(subjectKey, noticeId);
    const place = placeOf(candidate, known, question);
    if (place.joined !== undefined) return { ...delivery, fate: { bundleId: place.joined.id } };
    const bundle = { id: question.newBundleId(), slotAt: place.slotAt, channel, destination };
    bundles.push(bundle);
    known.messages.push({ ...bundle, joinable: true });
    return { ...delivery, fate: { bundleId: bundle.id } };
  });
  return { deliveries, bundles };
}

interface OpenCorrespondence {
  readonly messages: (Bundle & { readonly joinable: boolean })[];
  readonly subjects: Map<string, number>;
}

function copyOf({ messages, subjects }: Correspondence): OpenCorrespondence {
  return { messages: [...messages], subjects: new Map(subjects) };
}

/** When the candidate can go, and the message that waits already and goes no later. */
function placeOf(
  { channel, destination, urgency, arisenAt, office, policy }: Candidate,
  { messages }: OpenCorrespondence,
  { at, holdsSeveral }: PlanQuestion,
): { slotAt: Instant; joined?: Bundle | undefined } {
  // A program takes every notice as a message of its own.
  if (channelRules[channel].reader === 'program') return { slotAt: at };
  const reading = { destination, urgency, office, policy };
  const from = slotFor(arisenAt > at ? arisenAt : at, reading);
  // A short message to an applicant is a template of one kind: in one that tells several he would read none of them.
  const joins = holdsSeveral(channel) && !(channel === 'sms' && isApplicantKey(destination));
  // One by one behind a limit the last of many red rungs would wait for half an hour.
  if (!joins && urgency === 'urgent') return { slotAt: from };
  const slotAt = firstSlotWithRoom({
    from,
    messages: messages.map((message) => message.slotAt),
    limits: policy.limits[urgency],
    admitted: (slot) => admittedAt(slot, reading),
  });
  if (!joins) return { slotAt };
  const [joined] = messages
    .filter((message) => message.joinable && message.slotAt >= from && message.slotAt <= slotAt)
    .toSorted((one, other) => (one.slotAt < other.slotAt ? -1 : 1));
  return { slotAt, joined };
}
