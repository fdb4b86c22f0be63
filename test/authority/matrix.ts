import type { Database } from '../../db/database.ts';
import type { OperationId } from '../../domain/authority/table.ts';
import { authority } from '../../domain/authority/table.ts';
import type { Role } from '../../domain/roles.ts';
import { roles } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Door } from '../api/door.ts';
import { sampleApplication } from '../house/case-driver.ts';
import type { Answer } from './answer.ts';
import { answerTo } from './answer.ts';
import type { Cell, Outcome } from './expected.ts';
import { expectedOf, isShown } from './expected.ts';
import { noticeText, officerId } from './facts.ts';
import type { Operation } from './operations.ts';
import { nameOf } from './operations.ts';
import { requestOf } from './requests.ts';
import { restore } from './restore.ts';
import type { Seeded } from './seed.ts';
import type { Placement } from './units.ts';
import { accepting, placements, unitOf } from './units.ts';

/** What a list, count, search or export says when it shows what was seeded. */
const marks: Partial<Record<OperationId, (seeded: Seeded, role: Role) => string | undefined>> = {
  listCases: ({ caseNo }) => caseNo,
  followCases: ({ caseNo }) => caseNo,
  listEscalations: ({ caseNo }) => caseNo,
  countEscalations: () => '"count":',
  getStatistics: () => '"cases":2',
  listTransmissions: ({ caseNo }) => caseNo,
  listCertificateChecks: () => '"outcome":"valid"',
  listPapers: () => '"items":',
  listRegisterQueries: ({ reference }) => reference,
  listDrafts: ({ draftId }) => draftId,
  listRejections: ({ rejectionNo }) => rejectionNo,
  listIntakeRecords: ({ intakeId }) => intakeId,
  listNotices: () => noticeText,
  listWebhookEndpoints: ({ endpointId }) => endpointId,
  listWebhookDeliveries: ({ messageId }) => messageId,
  listBatches: ({ batchId }) => batchId,
  listBatchItems: ({ caseNo }) => caseNo,
  previewBatch: ({ caseNo }) => caseNo,
  listPolicies: ({ policyVersion }) => policyVersion,
  listDirectoryGaps: () => `"unitCode":"${accepting}"`,
  listMatters: () => 'KINSHIP',
  listUnits: () => '"code":',
  listCalendars: () => '2026',
  listDirectoryPersons: () => '"items":',
  // Of units an administrator has his own top unit only, wherever that is.
  exportDirectory: (_, role) => (role === 'system_administrator' ? undefined : accepting),
  getCalendarDryRun: ({ dryRunId }) => dryRunId,
  getTimeline: () => 'case_accepted',
  getClocks: () => 'verification/1',
  getAgenda: () => '"at":',
  listNoticesOfCase: () => '"text":',
  listDeliveriesOfCase: () => '"text":',
  exportCase: () => 'PK',
  listSessions: ({ sessionId }) => sessionId,
  listAccountLocks: ({ lockId }) => lockId,
  searchCases: ({ caseNo }) => caseNo,
  listAudit: () => `"unitCode":"${accepting}"`,
  listAuditAnchors: () => '"items":',
};

/** The same of tables. */
const marksOfTables: Partial<Record<OperationId, () => string>> = {
  getStatistics: () => accepting,
  listAudit: () => accepting,
};

/** A fault of a cell, for people. */
export type CellFault = string;

/** One database with its door, asked cell by cell. */
export interface Matrix {
  readonly owner: Database;
  readonly door: Door;
  readonly seeded: Seeded;
}

export interface CellChoice {
  readonly roles?: readonly Role[];
  readonly placements?: readonly Placement[];
}

/** Asks an operation in every role from every place, and once without a token; says what is not as the table has it. */
export async function askAll(
  matrix: Matrix,
  operation: Operation,
  choice: CellChoice = {},
): Promise<{ readonly cells: number; readonly faults: CellFault[] }> {
  const faults: CellFault[] = [];
  let cells = 0;
  for (const role of choice.roles ?? roles) {
    for (const placement of choice.placements ?? placements) {
      cells += 1;
      const fault = await askOne(matrix, operation, role, placement);
      if (fault !== undefined) faults.push(`${nameOf(operation)} ${role} ${placement}: ${fault}`);
    }
  }
  return { cells, faults };
}

async function askOne(
  { owner, door, seeded }: Matrix,
  operation: Operation,
  role: Role,
  placement: Placement,
): Promise<CellFault | undefined> {
  const id = operation.operationId as OperationId;
  const line = authority[id];
  const request = requestOf(operation, role, seeded);
  const unit = unitOf(request.owner, line, role, placement);
  const cell: Cell = { line, role, placement, unit, about: request.about };
  const answer = await answerTo(door.app, {
    ...request.options,
    headers: { ...request.options.headers, authorization: `Bearer ${await tokenOf(door, role, unit)}` },
  });
  door.undeclared.expectNone();
  if (answer === undefined) return 'the answer breaks off';
  const expected = expectedOf(cell);
  const outcome = outcomeOf(answer);
  if (outcome === 'allowed' && spent.includes(id)) await restore(owner, seeded);
  if (outcome !== expected)
    return `${outcome} instead of ${expected} (${String(answer.statusCode)} ${answer.body.slice(0, 300)})`;
  const marked = operation.format === undefined ? marks[id] : marksOfTables[id];
  return contentFault(answer, cell, { mark: marked?.(seeded, role), seeded, format: operation.format });
}

/** Without a token nobody comes in where one is needed. */
export async function askWithoutToken(
  { door, seeded }: Matrix,
  operation: Operation,
): Promise<CellFault | undefined> {
  const { options } = requestOf(operation, 'station_leader', seeded);
  const answer = await answerTo(door.app, options);
  const outcome = answer === undefined ? 'failed' : outcomeOf(answer);
  const expected =
    authority[operation.operationId as OperationId].over === 'public' ? 'allowed' : 'unauthenticated';
  return outcome === expected ? undefined : `${nameOf(operation)} without a token: ${outcome}`;
}

function contentFault(
  { contentType, body }: Answer,
  cell: Cell,
  {
    mark,
    seeded,
    format,
  }: { readonly mark: string | undefined; readonly seeded: Seeded; readonly format: Operation['format'] },
): CellFault | undefined {
  const { line, role, placement } = cell;
  if (format === 'csv' && contentType.startsWith('application/json')) return 'is no table';
  if (expectedOf(cell) === 'allowed' && line.access !== 'change' && mark !== undefined) {
    const shown = body.includes(mark);
    if (shown !== isShown(cell))
      return shown ? `shows ${mark}` : `does not show ${mark}: ${body.slice(0, 300)}`;
  }
  if (!isShown(cell) && secretsOf(seeded).some((secret) => body.includes(secret)))
    return `tells of it: ${body.slice(0, 300)}`;
  const { idNumber, telephone } = sampleApplication.applicant;
  const handles = placement === 'own' && handling.includes(role);
  const mayBeFull = line.shows === 'full' || (line.shows === 'full_if_handled' && handles);
  return !mayBeFull && (body.includes(idNumber) || body.includes(telephone))
    ? 'shows personal data in full'
    : undefined;
}

/** After these what was seeded is not there any more, or not as it was. */
const spent: readonly OperationId[] = [
  ...(['endSession', 'liftAccountLock', 'decideBatch', 'stopBatch'] as const),
  ...(['releaseCase', 'releaseRejection', 'deleteDraft', 'removeWebhookEndpoint'] as const),
  ...(['deleteCalendarVersion', 'changeDirectoryUnit'] as const),
];

const handling: readonly Role[] = ['window_officer', 'liaison_officer', 'station_leader', 'api_client'];

/** What nobody outside learns, whatever he asks. */
function secretsOf({ caseNo, furtherCaseNo, ...seeded }: Seeded): string[] {
  const { certificateNo, attachmentId, reference, rejectionNo, intakeId, draftId, endpointId, messageId } =
    seeded;
  return [
    ...[caseNo, furtherCaseNo, certificateNo, attachmentId, reference, rejectionNo],
    ...[intakeId, draftId, endpointId, messageId, noticeText],
  ];
}

const problems: Readonly<Record<string, Outcome>> = {
  unauthenticated: 'unauthenticated',
  role_not_allowed: 'role_not_allowed',
  unit_not_allowed: 'unit_not_allowed',
  not_found: 'absent',
  case_not_found: 'absent',
};

/** Whatever else comes back, even a refusal, has gone past the table. */
function outcomeOf({ contentType, body }: Answer): Outcome | 'invalid' | 'failed' {
  if (!contentType.startsWith('application/problem+json')) return 'allowed';
  const { code, errors = [] } = JSON.parse(body) as {
    readonly code: string;
    readonly errors?: readonly { readonly code: string }[];
  };
  if (errors.some((each) => each.code === 'unit_not_allowed')) return 'unit_not_allowed';
  // A request that does not fit the document never comes as far as the scope.
  if (['validation_failed', 'malformed_request', 'unsupported_media_type'].includes(code)) return 'invalid';
  if (code === 'internal_error') return 'failed';
  return problems[code] ?? 'allowed';
}

/** Of the door that signed them: test files share a process, and each door has a key of its own. */
const tokens = new WeakMap<Door, Map<string, Promise<string>>>();

function tokenOf(door: Door, role: Role, unitCode: UnitCode): Promise<string> {
  const ofDoor = tokens.get(door) ?? new Map<string, Promise<string>>();
  tokens.set(door, ofDoor);
  const key = `${role} ${unitCode}`;
  const token = ofDoor.get(key) ?? door.issuer.sign({ officerId, roles: [role], unitCode });
  ofDoor.set(key, token);
  return token;
}
