import type { CaseEvent, CaseEventOf, CaseEventType, RecordedEvent } from '../case/event.ts';
import type { Instant } from '../time/instant.ts';
import type { PaperId } from './papers.ts';
import { paperIds } from './papers.ts';

/** Papers of a case; a rejected application never becomes one. */
export type CasePaperId = Exclude<PaperId, 'rejection_notice'>;

/** Papers that are made when somebody asks for them. A certificate is made once, when it is issued. */
export type MadePaperId = Exclude<CasePaperId, 'annex_1' | 'annex_2'>;

export const madePaperIds = paperIds.filter(
  (id): id is MadePaperId => id !== 'rejection_notice' && id !== 'annex_1' && id !== 'annex_2',
);

/** An event that gives rise to a paper. The paper says what was recorded up to the end of the event's step. */
export interface Occasion {
  readonly paper: CasePaperId;
  readonly seq: number;
  readonly occurredAt: Instant;
}

type PapersOf = { readonly [Type in CaseEventType]?: (event: CaseEventOf<Type>) => readonly CasePaperId[] };

/**
 * What may be printed from when on. A paper that an act hands over is there before the act: the referral with the
 * answer, what is signed at the collection with the certificate.
 */
const papersOf = {
  case_accepted: () => ['application_form', 'acceptance_receipt'],
  // The expected date is known, or another than before.
  clock_started: ({ clock }) => (clock === 'verification' ? ['acceptance_receipt'] : []),
  clock_moved: ({ clockKey }) => (clockKey.startsWith('verification/') ? ['acceptance_receipt'] : []),
  completion_requested: () => ['completion_notice'],
  case_refused: () => ['refusal_notice'],
  dossier_handed_over: () => ['cover_sheet'],
  answer_recorded: ({ result }) =>
    result === 'consistent' ? ['verification_report'] : ['verification_report', 'referral_notice'],
  applicant_referred: () => ['referral_notice'],
  certificate_issued: ({ kind }) => [
    kind,
    'collection_notice',
    'collection_record',
    ...(kind === 'annex_2' ? (['filing_letter'] as const) : []),
  ],
  certificate_collected: () => ['collection_record'],
  // Reminders to collect go to the applicant: nobody is supervised.
  rung_fired: ({ clockKey }) => (clockKey.startsWith('collection/') ? [] : ['supervision_order']),
} as const satisfies PapersOf;

/** Every paper that a case has or may have, in the order of its ledger. */
export function occasionsOf(events: readonly RecordedEvent[]): readonly Occasion[] {
  return events.flatMap(({ event, seq, occurredAt }) =>
    papersFor(event).map((paper) => ({ paper, seq, occurredAt })),
  );
}

/** Whether a paper is made on demand. */
export function isMadeOnDemand(occasion: Occasion): occasion is Occasion & { readonly paper: MadePaperId } {
  return (madePaperIds as readonly PaperId[]).includes(occasion.paper);
}

function papersFor(event: CaseEvent): readonly CasePaperId[] {
  const of: { readonly [Type in CaseEventType]?: (event: never) => readonly CasePaperId[] } = papersOf;
  return of[event.type]?.(event as never) ?? [];
}

/** The ledger up to the end of the step that an occasion belongs to: what its paper may know. */
export function eventsUpTo(events: readonly RecordedEvent[], seq: number): readonly RecordedEvent[] {
  const stepKey = events.find((recorded) => recorded.seq === seq)?.stepKey;
  return events.filter((recorded) => recorded.seq <= seq || recorded.stepKey === stepKey);
}
