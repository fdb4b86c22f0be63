import type { RecordedEvent } from './event.ts';
import { administrationNotices } from './notices/administration.ts';
import { certificateNotices } from './notices/certificates.ts';
import { clockNotices } from './notices/clocks.ts';
import { complaintNotices } from './notices/complaints.ts';
import { dueDateNotices } from './notices/due-date.ts';
import { effectNotices } from './notices/effects.ts';
import { escalationNotices } from './notices/escalations.ts';
import { furtherVerificationNotices, lapsedVerificationNotices } from './notices/further-verification.ts';
import type { Notice, NoticesOf } from './notices/notice.ts';
import { transitNotices } from './notices/transit.ts';
import { verificationNotices } from './notices/verification.ts';
import type { CaseState } from './state.ts';
import type { Instant } from '../time/instant.ts';

const noticesOf = {
  ...transitNotices,
  ...verificationNotices,
  ...certificateNotices,
  ...clockNotices,
  ...escalationNotices,
  ...effectNotices,
  ...administrationNotices,
  ...complaintNotices,
  ...furtherVerificationNotices,
} as const satisfies NoticesOf;

/** The notices that an event gives rise to, in the state that its step led to. */
export function noticesFor(recorded: RecordedEvent, state: CaseState): Notice[] {
  const { event, occurredAt } = recorded;
  const of: (event: never, state: CaseState, at: Instant) => Notice[] = noticesOf[event.type];
  return [
    ...of(event as never, state, occurredAt),
    ...dueDateNotices(recorded, state),
    ...lapsedVerificationNotices(recorded, state),
  ];
}
