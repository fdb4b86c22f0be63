import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Database } from '../../../db/database.ts';
import type { ApplicationPosition } from '../../../db/repositories/applications.ts';
import { listUnstarted } from '../../../db/repositories/applications.ts';
import { findCase, listOpenCaseNos } from '../../../db/repositories/cases.ts';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import type { Sighting } from '../../../domain/operations/incident.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { describePendingWork } from '../../../platform/temporal/pending-work.ts';
import { caseWorkflowId } from '../../../workflows/contract.ts';
import { countCarried, listCarried } from '../../carried-cases.ts';
import type { Detector, Watch } from '../detector.ts';
import { aboutCase, aboutWorkflow, takeTurn } from '../detector.ts';

// The request that stored it starts it at once.
const minAgeMs = 20_000;
// The sweep has started older ones, or is itself an incident.
const maxAgeMs = 24 * 60 * 60_000;
const most = 1000;
const confirmedAtOnce = 10;

/** Accepted cases that no workflow carries. One request as long as Temporal carries as many as are open. */
export const detectMissingWorkflows: Detector = async (watch) => {
  const { database, client, turn } = watch;
  const carriedCount = await countCarried(client);
  const open = await listOpenCaseNos(database);
  const suspects = carriedCount === open.length ? [] : await withoutWorkflow(client, open);
  const confirmed = takeTurn(suspects, turn, confirmedAtOnce);
  const lost = await Promise.all(confirmed.map((caseNo) => sightLost(watch, caseNo)));
  const left = new Set(
    suspects.filter((caseNo) => !confirmed.includes(caseNo)).map((caseNo) => caseWorkflowId(caseNo)),
  );
  return {
    classes: ['workflow_missing'],
    sightings: [...lost.filter((sighting) => sighting !== null), ...(await sightUnstarted(watch))],
    mayLast: ({ workflowId }) => workflowId !== null && left.has(workflowId),
  };
};

async function withoutWorkflow(client: Client, open: readonly CaseNo[]): Promise<CaseNo[]> {
  const carried = await listCarried(client);
  return open.filter((caseNo) => !carried.has(caseWorkflowId(caseNo))).slice(0, most);
}

/** Temporal's list lags behind: only the workflow itself says that it is gone, and only then the case that it is open. */
async function sightLost({ client, database, now }: Watch, caseNo: CaseNo): Promise<Sighting | null> {
  const status = await describePendingWork(client, caseWorkflowId(caseNo)).then(
    (work) => work.status,
    (error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return 'NOT_FOUND';
      throw error;
    },
  );
  if (status === 'RUNNING' || !(await isOpen(database, caseNo))) return null;
  return {
    class: 'workflow_missing',
    subject: aboutCase(caseNo),
    since: now,
    attempts: 0,
    reason: status.toLowerCase(),
    message: `Temporal 中该案件工作流的状态：${status}。`,
    build: null,
  };
}

async function isOpen(database: Database, caseNo: CaseNo): Promise<boolean> {
  const row = await findCase(database, caseNo);
  return row !== undefined && row.status !== 'closed';
}

async function sightUnstarted({ database, now }: Watch): Promise<Sighting[]> {
  const after: ApplicationPosition = { submittedAt: addMs(now, -maxAgeMs), caseNo: '' as CaseNo };
  const unstarted = await listUnstarted(database, { before: addMs(now, -minAgeMs), after, limit: most });
  return unstarted.map(({ caseNo, submittedAt }) => ({
    class: 'workflow_missing',
    // Without its ledger it is in nobody's scope yet: whoever runs the house sees it.
    subject: { ...aboutWorkflow(caseWorkflowId(caseNo)), caseNo: null },
    since: submittedAt,
    attempts: 0,
    reason: 'not_started',
    message: '申请已受理保存，工作流尚未启动。',
    build: null,
  }));
}
