import type { CaseRow } from '../../db/repositories/cases.ts';
import { holderTitles } from '../../domain/case/holder.ts';
import { statusTitles } from '../../domain/case/status.ts';
import { describeHistoryEvent } from '../../domain/operations/history-words.ts';
import { waitsFor } from '../../domain/operations/waits-for.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import type { WorkflowLook } from './look-at-workflow.ts';

// A longer past stands in Temporal's own pages.
const lastEvents = 100;

const reachability = {
  unknown: 'Temporal 中没有该案件的工作流。',
  unreachable: 'Temporal 没有应答，以下只有台账所知。',
} as const;

/** How a case stands: as its ledger has it, as its workflow has it, and what both wait for. */
export function explanationOf(row: CaseRow, look: WorkflowLook, temporalUrl: string | null) {
  const { caseNo, seq, status, holder, nextAt, state } = row;
  return {
    caseNo,
    ledger: {
      ...{ seq, status, statusTitle: statusTitles[status], holderTitle: holderTitles[holder], nextAt },
      paused: state.paused === undefined ? null : { at: state.paused.at, by: state.paused.by.officerId },
    },
    workflow: workflowView(row, look),
    agreement: agreementOf(row, look),
    waitsFor: waitsFor(state),
    history: look.kind === 'known' ? historyView(look) : [],
    temporalUrl:
      temporalUrl === null ? null : `${temporalUrl}/workflows/${encodeURIComponent(caseWorkflowId(caseNo))}`,
  };
}

function workflowView({ caseNo }: CaseRow, look: WorkflowLook) {
  if (look.kind !== 'known') {
    return { workflowId: caseWorkflowId(caseNo), known: false as const, detail: reachability[look.kind] };
  }
  const { work, standing } = look;
  return {
    ...{ workflowId: caseWorkflowId(caseNo), known: true as const, detail: null },
    ...work,
    activities: [...work.activities],
    standing: standing && { ...standing, awaited: [...standing.awaited] },
  };
}

function agreementOf({ seq, status }: CaseRow, look: WorkflowLook): 'agrees' | 'differs' | 'unknown' {
  if (look.kind !== 'known') return 'unknown';
  if (status === 'closed') return look.work.status === 'RUNNING' ? 'differs' : 'agrees';
  if (look.work.status !== 'RUNNING') return 'differs';
  if (look.standing === null) return 'unknown';
  return look.standing.seq === seq ? 'agrees' : 'differs';
}

function historyView({ history }: Extract<WorkflowLook, { kind: 'known' }>) {
  return history
    .flatMap(({ eventId, at, type, activityType, commandType }) => {
      const sentence = describeHistoryEvent({ type, activityType, commandType });
      return sentence === null ? [] : [{ eventId, at, type, sentence }];
    })
    .slice(-lastEvents);
}
