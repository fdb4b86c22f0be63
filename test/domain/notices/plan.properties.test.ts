import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../domain/notices/channel.ts';
import { channelRules } from '../../../domain/notices/channel.ts';
import type { BundleId } from '../../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../../domain/notices/destination.ts';
import { isApplicantKey } from '../../../domain/notices/destination.ts';
import type { Candidate, NewBundle, PlannedDelivery } from '../../../domain/notices/plan.ts';
import { planMessages } from '../../../domain/notices/plan.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, epochMsOf, parseInstant } from '../../../domain/time/instant.ts';
import { firstTimeFor, mayBeWrittenTo, office, plainReading } from './readings.ts';

const start = parseInstant('2026-11-25T06:00:00+08:00');
const { limits, spreadMinutes } = defaultNoticePolicy;

type Arising = Pick<Candidate, 'channel' | 'destination' | 'subjectKey' | 'urgency'>;

const arising = (urgency: fc.Arbitrary<Candidate['urgency']>): fc.Arbitrary<Arising> =>
  fc.record({
    channel: fc.constantFrom<Channel>('email', 'sms', 'robot', 'webhook'),
    destination: fc.constantFrom('person/a', 'person/b', 'applicant/c').map((key) => key as DestinationKey),
    subjectKey: fc.nat(30).map(String),
    urgency,
  });

/** Rounds of the dispatcher: what arose since the last one, and how long after it. */
const rounds = (
  urgency: fc.Arbitrary<Candidate['urgency']>,
  perRound: fc.ArrayConstraints = { maxLength: 5 },
) =>
  fc.array(
    fc.record({
      arisen: fc.array(arising(urgency), perRound),
      pauseMs: fc.oneof(
        fc.integer({ min: 1000, max: 120_000 }),
        fc.integer({ min: 120_000, max: 8 * 3_600_000 }),
      ),
    }),
    { maxLength: 40 },
  );

/** Many of them to the same destination within a minute. */
const bursts = () =>
  rounds(fc.constantFrom<Candidate['urgency']>('urgent', 'urgent', 'urgent', 'normal'), {
    minLength: 30,
    maxLength: 40,
  });

const anyUrgency = fc.constantFrom<Candidate['urgency']>('normal', 'normal', 'urgent');
type Rounds = typeof rounds extends (urgency: typeof anyUrgency) => fc.Arbitrary<infer Value> ? Value : never;

interface Played {
  readonly candidates: (Candidate & { readonly at: Instant })[];
  readonly deliveries: PlannedDelivery[];
  readonly bundles: NewBundle[];
}

/** Plays the dispatcher over an outbox in memory; a message whose slot has come is sent and takes nothing more in. */
function play(played: Rounds, holdsSeveral: (channel: Channel) => boolean = () => true): Played {
  const result: Played = { candidates: [], deliveries: [], bundles: [] };
  let at = start;
  for (const { arisen, pauseMs } of played) {
    const candidates = arisen.map((each, index): Candidate => ({
      ...each,
      noticeId: result.candidates.length + index,
      arisenAt: addMs(at, -1000),
      office,
      policy: defaultNoticePolicy,
    }));
    const known = { deliveries: [...result.deliveries], bundles: [...result.bundles] };
    const plan = planMessages({
      candidates,
      at,
      holdsSeveral,
      newBundleId: () => `bundle-${(ids += 1)}` as BundleId,
      correspondenceWith: (channel, destination) => ({
        messages: known.bundles
          .filter((bundle) => bundle.channel === channel && bundle.destination === destination)
          .map(({ id, slotAt }) => ({ id, slotAt, joinable: slotAt > at })),
        subjects: new Map(
          known.deliveries
            .filter((delivery) => delivery.channel === channel && delivery.destination === destination)
            .flatMap(({ subjectKey, noticeId, fate }) =>
              'bundleId' in fate ? [[subjectKey, noticeId]] : [],
            ),
        ),
      }),
    });
    result.candidates.push(...candidates.map((candidate) => ({ ...candidate, at })));
    result.deliveries.push(...plan.deliveries);
    result.bundles.push(...plan.bundles);
    at = addMs(at, pauseMs);
  }
  return result;
}

let ids = 0;

const isForPeople = ({ channel }: { channel: Channel }) => channelRules[channel].reader === 'person';

function bundleOf({ fate }: PlannedDelivery, bundles: readonly NewBundle[]): NewBundle | undefined {
  return 'bundleId' in fate ? bundles.find(({ id }) => id === fate.bundleId) : undefined;
}

describe('whatever arises, and whenever the dispatcher looks', () => {
  it('nothing is lost: each notice has one message, or is the duplicate of one that has', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const { candidates, deliveries, bundles } = play(each);
        expect(deliveries.map(({ noticeId }) => noticeId)).toEqual(
          candidates.map(({ noticeId }) => noticeId),
        );
        for (const delivery of deliveries) {
          const { fate, channel, destination, subjectKey } = delivery;
          if ('bundleId' in fate) {
            expect(bundleOf(delivery, bundles)).toMatchObject({ channel, destination });
            continue;
          }
          const original = 'original' in fate ? deliveries[fate.original] : undefined;
          expect(original).toMatchObject({ channel, destination, subjectKey });
          expect(original && 'bundleId' in original.fate).toBe(true);
        }
      }),
    );
  });

  it('what a channel cannot say in one message goes in messages of their own', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const { deliveries, bundles } = play(each, (channel) => channel !== 'sms');
        const held = deliveries.filter(({ channel, fate }) => channel === 'sms' && 'bundleId' in fate);
        expect(new Set(held.map((delivery) => bundleOf(delivery, bundles)?.id)).size).toBe(held.length);
      }),
    );
  });

  it('nobody gets the same subject twice over a channel', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const sent = play(each)
          .deliveries.filter(({ fate }) => 'bundleId' in fate)
          .map(({ channel, destination, subjectKey }) => `${channel} ${destination} ${subjectKey}`);
        expect(new Set(sent).size).toBe(sent.length);
      }),
    );
  });

  it('a member of staff has one message for a slot, and nobody one when he may not be disturbed but for what is urgent', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const { candidates, deliveries, bundles } = play(each);
        const slots = bundles
          .filter((bundle) => isForPeople(bundle) && !isApplicantKey(bundle.destination))
          .map(({ channel, destination, slotAt }) => `${channel} ${destination} ${slotAt}`);
        expect(new Set(slots).size).toBe(slots.length);
        deliveries.filter(isForPeople).forEach((delivery) => {
          const bundle = bundleOf(delivery, bundles);
          const candidate = candidates[delivery.noticeId];
          if (bundle === undefined || candidate === undefined) return;
          expect(bundle.slotAt >= candidate.at).toBe(true);
          expect(mayBeWrittenTo(bundle.slotAt, { ...plainReading, ...candidate })).toBe(true);
        });
      }),
    );
  });

  it.each([
    ['a channel', () => true],
    ['no short message', (channel: Channel) => channel !== 'sms'],
  ])('nothing urgent waits longer than two minutes where %s holds several', (_, holdsSeveral) => {
    fc.assert(
      fc.property(bursts(), (each) => {
        const { candidates, deliveries, bundles } = play(each, holdsSeveral);
        for (const delivery of deliveries.filter(isForPeople)) {
          const bundle = bundleOf(delivery, bundles);
          const candidate = candidates[delivery.noticeId];
          if (bundle === undefined || candidate?.urgency !== 'urgent') continue;
          expect(epochMsOf(bundle.slotAt) - epochMsOf(candidate.at)).toBeLessThan(120_000);
        }
      }),
    );
  });

  it('what is the first to somebody goes no later than when he may be disturbed, and the spread', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const { candidates, deliveries, bundles } = play(each);
        const ways = Map.groupBy(
          deliveries.filter(isForPeople),
          ({ channel, destination }) => `${channel} ${destination}`,
        );
        for (const [first] of ways.values()) {
          const candidate = first && candidates[first.noticeId];
          const bundle = first && bundleOf(first, bundles);
          if (candidate === undefined || bundle === undefined) throw new Error('the first has a message');
          const next = firstTimeFor(candidate.at, { ...plainReading, ...candidate });
          expect(bundle.slotAt <= addMs(next, spreadMinutes.until * 60_000)).toBe(true);
        }
      }),
    );
  });

  it('no span of any limit holds more messages than it allows', () => {
    fc.assert(
      fc.property(rounds(fc.constant('normal')), (each) => {
        const byWay = Map.groupBy(
          play(each).bundles.filter(isForPeople),
          ({ channel, destination }) => `${channel} ${destination}`,
        );
        for (const bundles of byWay.values()) {
          const slots = bundles.map(({ slotAt }) => epochMsOf(slotAt));
          for (const { messages, withinMs } of limits.normal) {
            for (const from of slots) {
              const within = slots.filter((slot) => slot >= from && slot < from + withinMs);
              expect(within.length).toBeLessThanOrEqual(messages);
            }
          }
        }
      }),
    );
  });

  it('a short message tells an applicant one thing', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const told = play(each).deliveries.filter(
          (delivery) => delivery.channel === 'sms' && isApplicantKey(delivery.destination),
        );
        const messages = told.flatMap(({ fate }) => ('bundleId' in fate ? [fate.bundleId] : []));
        expect(new Set(messages).size).toBe(messages.length);
      }),
    );
  });

  it('a program gets every notice by itself and at once', () => {
    fc.assert(
      fc.property(rounds(anyUrgency), (each) => {
        const { candidates, deliveries, bundles } = play(each);
        const toPrograms = deliveries.filter(
          (delivery) => !isForPeople(delivery) && 'bundleId' in delivery.fate,
        );
        for (const delivery of toPrograms) {
          expect(bundleOf(delivery, bundles)?.slotAt).toBe(candidates[delivery.noticeId]?.at);
        }
        expect(bundles.filter((bundle) => !isForPeople(bundle))).toHaveLength(toPrograms.length);
      }),
    );
  });
});
