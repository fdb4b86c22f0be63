import { describe, expect, it } from 'vitest';
import type { BundleId } from '../../../domain/notices/delivery.ts';
import type { DestinationKey } from '../../../domain/notices/destination.ts';
import type { NewBundle } from '../../../domain/notices/plan.ts';
import { planMessages } from '../../../domain/notices/plan.ts';
import { defaultNoticePolicy } from '../../../domain/notices/policy.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, epochMsOf, parseInstant } from '../../../domain/time/instant.ts';
import { office } from './readings.ts';

const opening = parseInstant('2026-11-25T08:30:00+08:00');
const people = Array.from({ length: 50 }, (_, n) => `person/${n}` as DestinationKey);

interface Told {
  readonly destination: DestinationKey;
  readonly arisenAt: Instant;
  readonly slotAt: Instant;
}

/** A notice to everybody every ten seconds from the opening on, each time looked at by the dispatcher. */
function playBurst(lengthMs: number): { told: Told[]; bundles: NewBundle[] } {
  const bundles: NewBundle[] = [];
  const told: Told[] = [];
  for (let at = opening; at <= addMs(opening, lengthMs); at = addMs(at, 10_000)) {
    const known = [...bundles];
    const plan = planMessages({
      at,
      candidates: people.map((destination) => ({
        ...({ noticeId: told.length, channel: 'email', urgency: 'normal', office } as const),
        ...{ destination, subjectKey: at, arisenAt: at, policy: defaultNoticePolicy },
      })),
      holdsSeveral: () => true,
      newBundleId: () => `bundle-${(ids += 1)}` as BundleId,
      correspondenceWith: (_, destination) => ({
        messages: known
          .filter((bundle) => bundle.destination === destination)
          .map(({ id, slotAt }) => ({ id, slotAt, joinable: slotAt > at })),
        subjects: new Map(),
      }),
    });
    bundles.push(...plan.bundles);
    for (const { destination, fate } of plan.deliveries) {
      const bundle = bundles.find(({ id }) => 'bundleId' in fate && id === fate.bundleId);
      if (bundle === undefined) throw new Error('each has a message');
      told.push({ destination, arisenAt: at, slotAt: bundle.slotAt });
    }
  }
  return { told, bundles };
}

let ids = 0;

describe('what arises at an opening, however slowly it comes in', () => {
  it('within two minutes is one message a person', () => {
    const { bundles } = playBurst(110_000);
    expect(bundles).toHaveLength(people.length);
    expect(new Set(bundles.map(({ destination }) => destination)).size).toBe(people.length);
  });

  it('within three waits for its fellows, and nothing of it for the limits', () => {
    const { told } = playBurst(200_000);
    const latest = Math.max(...told.map(({ arisenAt, slotAt }) => epochMsOf(slotAt) - epochMsOf(arisenAt)));
    expect(latest).toBeLessThan(defaultNoticePolicy.spreadMinutes.until * 60_000);
    for (const destination of people) {
      const own = told.filter((each) => each.destination === destination);
      const [first] = own.map(({ slotAt }) => slotAt).toSorted();
      const waits = own
        .filter(({ arisenAt }) => first !== undefined && arisenAt >= first)
        .map(({ arisenAt, slotAt }) => epochMsOf(slotAt) - epochMsOf(arisenAt));
      expect(Math.max(0, ...waits)).toBeLessThanOrEqual(45_000);
    }
  });
});
