import type { ClockId } from '../../clocks/clock-id.ts';
import { errorSentences } from '../../errors.ts';
import type { Instant } from '../../time/instant.ts';
import { findObstacle } from '../allowed-acts.ts';
import { statusBeforeItsEnd } from '../before-its-end.ts';
import type { CaseRemedy } from '../command.ts';
import type { CaseEvent } from '../event.ts';
import { receiptStandingOf } from '../receipts.ts';
import type { CaseState } from '../state.ts';
import { effectsUnderWay, handedOverTransmissions } from '../state.ts';
import { startClock } from './clocks.ts';
import type { DecisionContext } from './context.ts';
import { clockOfHome } from './effects.ts';
import { reroute } from './transit.ts';

type Asked<Type extends CaseRemedy['type']> = Extract<CaseRemedy, { type: Type }>;

const hasEnded = '案件已办结。';

/** Why a case cannot be paused, resumed, ended, opened again or sent elsewhere now, in a sentence; null when it can. */
export function findRemedyObstacle(
  state: CaseState,
  remedy: Pick<CaseRemedy, 'type'> & Partial<Pick<Asked<'redirect_case'>, 'act'>>,
  now: Instant,
): string | null {
  const isClosed = state.status === 'closed';
  switch (remedy.type) {
    case 'pause_case':
      if (isClosed) return hasEnded;
      return state.paused === undefined ? null : '案件已暂停办理。';
    case 'resume_case':
      return state.paused === undefined ? '案件没有暂停。' : null;
    case 'terminate_case': {
      if (isClosed) return hasEnded;
      // Nobody can know then whether the certificate exists.
      const isIssuing = effectsUnderWay(state).some(({ type }) => type === 'issue_certificate');
      return isIssuing ? errorSentences.issue_in_progress : null;
    }
    case 'reopen_case':
      if (!isClosed) return '案件没有办结。';
      return state.collectedAt === null ? null : '证明已领取，案件不能恢复办理。';
    case 'redirect_case': {
      // The rules of the act, as they are for whoever may decide it alone; the second administrator stands in for him.
      const act = remedy.act ?? 'reroute';
      const role = act === 'reroute' ? 'province_supervisor' : 'county_supervisor';
      const obstacle = findObstacle(state, act, { role, now });
      return obstacle === null ? null : errorSentences[obstacle.code];
    }
  }
}

/** What an administrator's remedy for the whole case brings about; nothing when something stands in its way. */
export function caseRemedied(state: CaseState, remedy: CaseRemedy, context: DecisionContext): CaseEvent[] {
  if (findRemedyObstacle(state, remedy, context.now) !== null) return [];
  switch (remedy.type) {
    case 'pause_case':
      return [{ type: 'case_paused', by: remedy.by }];
    case 'resume_case':
      return [{ type: 'case_resumed', by: remedy.by }];
    case 'terminate_case':
      return terminated(remedy);
    case 'reopen_case':
      return [
        { type: 'case_reopened', by: remedy.by },
        // Whoever had a term has it anew: while the case was closed nobody could keep it.
        ...clocksOwed(state).map((clock) => startClock(state, clock, context.now, context.facts)),
      ];
    case 'redirect_case':
      return reroute(state, { ...remedy, type: remedy.act }, context);
  }
}

/** The end of a case by an administrator. It is decided without a workflow too, for there may be none that could. */
export function terminated({ by, cause }: Asked<'terminate_case'>): CaseEvent[] {
  return [{ type: 'case_terminated', by, cause }];
}

/** The terms that somebody has in a case that goes on where it stood when it ended. */
function clocksOwed(state: CaseState): ClockId[] {
  const { answer, notifiedAt, filing } = state;
  const status = statusBeforeItsEnd(state);
  switch (status) {
    case 'accepted':
      return ['transmission'];
    case 'in_transit': {
      const sent = handedOverTransmissions(state);
      if (sent.length === 0) return ['transmission'];
      return [sent.some(({ deliveredAt }) => deliveredAt !== null) ? clockOfHome(state) : 'receipt'];
    }
    case 'verifying': {
      const isOpen = state.transmissions.some(
        (each) => receiptStandingOf({ ...state, status }, each) === 'awaited',
      );
      return isOpen ? ['verification', 'receipt'] : ['verification'];
    }
    case 'answered':
      return ['issue'];
    case 'issued':
      return [
        'collection',
        ...(answer !== null && notifiedAt === null ? (['issue'] as const) : []),
        ...(filing === 'due' ? (['filing_dispatch'] as const) : []),
        ...(filing === 'sent' ? (['filing_acknowledgement'] as const) : []),
      ];
  }
}
