import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { findCase, listOpenCaseNos } from '../../../db/repositories/cases.ts';
import { listEvents } from '../../../db/repositories/ledger.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import type { Sighting } from '../../../domain/operations/incident.ts';
import type { CaseStanding } from '../../../workflows/contract.ts';
import { caseWorkflowId, standingQuery } from '../../../workflows/contract.ts';
import { queryIfAnswered } from '../../../platform/temporal/answered-query.ts';
import type { Detector, Watch } from '../detector.ts';
import { aboutCase, takeTurn } from '../detector.ts';

const comparedAtOnce = 5;
// A workflow hears of what it has recorded a moment after the ledger has it.
const settlingMs = 2_000;

/**
 * Cases of which ledger, read model and workflow do not say the same. Each turn a few are compared, so that 20,000 take
 * a day and a half: what a case that moves differs in shows by itself when it moves.
 */
export const detectDisagreements: Detector = async (watch) => {
  const open = await listOpenCaseNos(watch.database);
  const compared = takeTurn([...open].sort(), watch.turn, comparedAtOnce);
  const sightings = await Promise.all(compared.map((caseNo) => compare(watch, caseNo)));
  const examined = new Set(compared.map((caseNo) => caseWorkflowId(caseNo)));
  const stillOpen = new Set(open.map((caseNo) => caseWorkflowId(caseNo)));
  return {
    classes: ['state_disagreement'],
    sightings: sightings.flat(),
    mayLast: ({ workflowId }) =>
      workflowId !== null && stillOpen.has(workflowId) && !examined.has(workflowId),
  };
};

async function compare(watch: Watch, caseNo: CaseNo): Promise<Sighting[]> {
  const first = await differences(watch, caseNo);
  if (first.length === 0) return [];
  await pause(settlingMs);
  const second = await differences(watch, caseNo);
  return second.map(({ part, message }) => ({
    class: 'state_disagreement',
    subject: aboutCase(caseNo, part),
    since: watch.now,
    attempts: 0,
    reason: part,
    message,
    build: null,
  }));
}

interface Difference {
  readonly part: 'read_model' | 'workflow_behind' | 'workflow_ahead';
  readonly message: string;
}

async function differences({ database, client }: Watch, caseNo: CaseNo): Promise<Difference[]> {
  const projected = await findCase(database, caseNo);
  const events = await listEvents(database, caseNo);
  const folded = events.reduce<CaseState | null>(evolve, null);
  const standing = await queryIfAnswered(client, caseWorkflowId(caseNo), standingQuery);
  const ledgerSeq = events.at(-1)?.seq ?? 0;
  return [
    ...(projected === undefined || isDeepStrictEqual(projected.state, folded)
      ? []
      : [
          {
            part: 'read_model' as const,
            message: `台账到第 ${ledgerSeq} 步，读取模型为第 ${projected.seq} 步或内容不同。`,
          },
        ]),
    ...differenceOfWorkflow(ledgerSeq, standing),
  ];
}

function differenceOfWorkflow(ledgerSeq: number, standing: CaseStanding | null): Difference[] {
  if (standing === null || standing.seq === ledgerSeq) return [];
  const part = standing.seq < ledgerSeq ? 'workflow_behind' : 'workflow_ahead';
  return [{ part, message: `台账到第 ${ledgerSeq} 步，工作流所知到第 ${standing.seq} 步。` }];
}
