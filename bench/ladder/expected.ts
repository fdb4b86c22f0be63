import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import { destinationKeyOf } from '../../domain/notices/destination.ts';
import type { NoticePolicy } from '../../domain/notices/policy.ts';
import { slotFor } from '../../domain/notices/slot.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { SilentCase } from './cases.ts';
import type { Happening } from './tally.ts';
import { personsToldOf, timetableFrom } from './units.ts';

/** Names the telling of somebody of the rung of a case. */
export function tellingKey({ caseNo, destination }: { caseNo: CaseNo; destination: DestinationKey }): string {
  return `${caseNo} ${destination}`;
}

/**
 * Whom the rungs of an opening are to tell, and when, by the rules alone: at the opening and his place in the spread
 * (§6), whenever the rung fired and a planner came.
 */
export function expectedTellings(
  cases: readonly SilentCase[],
  opensAt: Instant,
  policy: NoticePolicy,
): Happening[] {
  const date = localDateOf(opensAt);
  // Without days: the policy of the benchmark asks for hours only.
  const calendar = { version: 'bench', from: date, to: date, years: [], overlays: [] };
  const office = { timetable: timetableFrom(opensAt), calendar };
  return cases.flatMap(({ caseNo, homeStation }) =>
    personsToldOf(homeStation).map((personId): Happening => {
      const destination = destinationKeyOf({ kind: 'person', personId });
      return {
        key: tellingKey({ caseNo, destination }),
        at: slotFor(opensAt, { destination, urgency: 'normal', office, policy }),
      };
    }),
  );
}
