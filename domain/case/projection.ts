import { localDateOf } from '../time/plain-date.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { CaseState } from './state.ts';
import type { CaseOutcome, CaseStatus } from './status.ts';

/** Who has to act next. At every moment exactly one (`domain.md` §5). */
export type Holder = 'accepting_station' | 'home_station' | 'applicant' | 'system';

export const holderTitles = {
  accepting_station: '受理地派出所',
  home_station: '户籍地派出所',
  applicant: '申请人',
  system: '系统',
} as const satisfies Record<Holder, string>;

export function holderOf(state: CaseState): Holder {
  switch (state.status) {
    case 'accepted':
      return 'accepting_station';
    case 'in_transit':
      return state.clock === null ? 'system' : 'home_station';
    case 'verifying':
      return 'home_station';
    case 'answered':
      return Object.keys(state.pending).length > 0 ? 'system' : 'accepting_station';
    case 'issued':
      return state.notifiedAt === null ? 'accepting_station' : 'applicant';
    case 'closed':
      return 'applicant';
  }
}

/** The row by which lists find a case; written in the same transaction as the events that it follows from. */
export interface CaseProjection {
  readonly seq: number;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly holder: Holder;
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly acceptedAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
}

export function projectCase(state: CaseState): CaseProjection {
  return {
    seq: state.seq,
    status: state.status,
    outcome: state.outcome,
    holder: holderOf(state),
    acceptingStation: state.acceptingStation,
    homeStation: state.homeStation,
    acceptedAt: state.acceptedAt,
    deliveredAt: state.clock?.deadline.receivedAt ?? null,
    dueAt: state.clock?.deadline.dueAt ?? null,
    answeredAt: state.answer?.answeredAt ?? null,
    closedAt: state.closedAt,
  };
}

/** Whether the home station has let the 5 working days pass without an answer. */
export function isOverdue(state: CaseState, now: Instant): boolean {
  return (
    state.clock !== null &&
    state.answer === null &&
    state.status !== 'closed' &&
    now > state.clock.deadline.dueAt
  );
}

/** 「2026-11-30（暂定）」: the due date as people write it. */
export function dueDateText({ clock }: CaseState): string | null {
  if (clock === null) return null;
  const { dueAt, provisional } = clock.deadline;
  return provisional ? `${localDateOf(dueAt)}（暂定）` : localDateOf(dueAt);
}
