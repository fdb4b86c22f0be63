import { randomUUID } from 'node:crypto';
import type { InjectOptions } from 'fastify';
import type { OperationId } from '../../domain/authority/table.ts';
import { authority } from '../../domain/authority/table.ts';
import { isSupervisor } from '../../domain/roles.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { postRules } from '../../domain/directory/post.ts';
import { readCalendarFiles } from '../../platform/reference-data.ts';
import { anotherApplication } from '../api/door.ts';
import { scan } from '../api/people.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { clock, officerId, province } from './facts.ts';
import type { Operation } from './operations.ts';
import type { Seeded } from './seed.ts';
import { accepting, home, stationOf } from './units.ts';

/** A request of the matrix, and to which unit that which it asks for belongs. */
export interface MatrixRequest {
  readonly options: Pick<InjectOptions, 'method' | 'url' | 'headers' | 'payload'>;
  readonly owner: UnitCode;
  readonly about: 'one' | 'all' | 'new';
}

/** Where the document’s own example speaks of something else than what was seeded. */
const bodies: Partial<Record<OperationId, (role: Role, seeded: Seeded) => object>> = {
  applyRemedy: (_role, { caseNo }) => ({ caseNo, choice: { remedy: 'reproject' }, reason: '测试' }),
  previewBatch: (_role, { caseNo }) => ({ action: { kind: 'replay' }, filter: { caseNos: [caseNo] } }),
  submitApplication: () => anotherApplication(),
  submitApplications: () => ({ items: [{ key: randomUUID(), application: anotherApplication() }] }),
  rejectApplication: () => ({
    decision: 'rejected',
    application: anotherApplication(),
    reasons: ['测试理由'],
  }),
  log_callCase: () => ({ outcome: 'answered', number: '0851-00000008' }),
  request_further_verificationCase: () => ({ station: '330102980000', question: '测试' }),
  // Of a rung that never was: what is replied to one that was belongs to whom it urged.
  replyCase: () => ({ rungKey: 'verification/9/R9', text: '测试' }),
  // The matrix’s case has no query of the example’s number.
  reissueCase: () => ({ reason: 'lost', registerReference: '测试', queriedAt: clock.now() }),
  searchCases: () => ({ idNumber: sampleApplication.applicant.idNumber }),
  lockAccount: () => ({ subject: 'nobody', reason: '测试', unitCode: accepting }),
  queryRegister: (role) => ({ purpose: purposeOf(role), reason: '测试' }),
  handInCalendar: () => calendarOf2027,
  addDirectoryPerson: () => ({
    ...{ unitCode: accepting, post: 'window_officer', name: '测试新人', telephone: '020-00000009' },
  }),
  changeDirectoryUnit: (role) =>
    isSupervisor(role)
      ? {
          ...{ name: '广州市公安局天河区分局云山派出所', level: 'station', parentCode: '440106000000' },
          ...{ region: '440106', address: '广州市天河区云山路1号', telephone: '020-00000001' },
        }
      : { name: '广东省公安厅', level: 'province', region: '440000' },
};

const calendarOf2027 = readCalendarFiles().find(
  (file) =>
    typeof file === 'object' && file !== null && 'year' in file && file.year === 2027 && !('region' in file),
) as object;

const queries: Partial<Record<OperationId, (role: Role) => Record<string, string>>> = {
  getStatistics: () => ({ unit: accepting, side: 'accepting', from: '2026-11-01', to: '2026-11-30' }),
  // Station leaders keep no units, administrators nothing else.
  exportDirectory: (role) => ({ table: role === 'system_administrator' ? 'units' : 'persons' }),
  importDirectory: (role) => ({
    table: role === 'system_administrator' ? 'units' : 'persons',
    dryRun: 'true',
  }),
  enactPolicy: () => ({ dryRun: 'true' }),
  listAudit: () => ({ unit: accepting }),
  followCases: () => ({ after: '0' }),
  listSessions: () => ({ subject: officerId }),
};

function purposeOf(role: Role): string {
  return role === 'liaison_officer' ? 'verification' : 'annex_2';
}

/** Where what is asked for belongs: to a side of the case, to a top unit where only those are kept, else to the counter. */
function ownerOf(id: OperationId, role: Role): UnitCode {
  const isOfTopUnit = id === 'changeDirectoryUnit' || id === 'importDirectory';
  if (isOfTopUnit && role === 'system_administrator') return province;
  if (id === 'queryRegister' && role === 'liaison_officer') return home;
  return stationOf[authority[id].side ?? 'accepting'];
}

export function requestOf(operation: Operation, role: Role, seeded: Seeded): MatrixRequest {
  const id = operation.operationId as OperationId;
  const owner = ownerOf(id, role);
  const { path, method, format } = operation;
  const query = new URLSearchParams({ ...queries[id]?.(role), ...(format && { format }) }).toString();
  return {
    owner,
    about: aboutOf(operation),
    options: {
      method,
      url: `${pathOf(path, id, owner, seeded)}${query === '' ? '' : `?${query}`}`,
      ...contentOf(operation, id, { role, seeded }),
    },
  };
}

/** Some name what they are about in the body or the query. */
const namedElsewhere: readonly string[] = [
  'getStatistics',
  'listAudit',
  'addDirectoryPerson',
  'importDirectory',
  'lockAccount',
  'applyRemedy',
];

function aboutOf({ path, method, operationId }: Operation): MatrixRequest['about'] {
  if (path.includes('{') || namedElsewhere.includes(operationId)) return 'one';
  return method === 'GET' ? 'all' : 'new';
}

function pathOf(path: string, id: OperationId, owner: UnitCode, seeded: Seeded): string {
  const parameters: Readonly<Record<string, string>> = {
    caseNo: authority[id].side === 'further' ? seeded.furtherCaseNo : seeded.caseNo,
    certificateNo: seeded.certificateNo,
    reference: seeded.reference,
    no: seeded.rejectionNo,
    unitCode: owner,
    year: path.endsWith('/versions') ? '2027' : '2031',
    paperId: 'supervision_order',
    id: idIn(path, seeded),
    deliveryId: seeded.messageId,
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? `no ${name} was seeded`);
}

function idIn(path: string, seeded: Seeded): string {
  const ids = {
    attachments: seeded.attachmentId,
    drafts: seeded.draftId,
    'webhook-endpoints': seeded.endpointId,
    sessions: seeded.sessionId,
    'account-locks': seeded.lockId,
    persons: seeded.personId,
    versions: seeded.calendarId,
    'calendar-dry-runs': seeded.dryRunId,
    'calendar-rollouts': seeded.rolloutId,
    remedies: seeded.remedyId,
    batches: seeded.batchId,
  };
  const [, folder] = /([\w-]+)\/\{id\}/.exec(path) ?? [];
  return ids[folder as keyof typeof ids];
}

function contentOf(
  { requestBody, parameters, method }: Operation,
  id: OperationId,
  { role, seeded }: { readonly role: Role; readonly seeded: Seeded },
) {
  // Nobody has seen that version, so that whoever may change a thing does not.
  const version = id === 'changeDirectoryUnit' ? '"1"' : '"999"';
  // Acts may name a version; the matrix asks whether they may be done at all.
  const isVersioned = method === 'PUT' && parameters?.some(({ name }) => name === 'if-match') === true;
  const headers = isVersioned ? { 'if-match': version } : {};
  if (method === 'GET' || requestBody === undefined) return { headers };
  const [[type, content] = []] = Object.entries(requestBody.content);
  if (type === 'text/csv') return { headers: { 'content-type': 'text/csv' }, payload: tableOf(role) };
  if (type === 'multipart/form-data') return paperForm;
  return {
    headers,
    payload: (bodies[id]?.(role, seeded) ?? content?.example) as object,
  };
}

/** A line about the accepting station, or about the top unit of whoever keeps those only. */
function tableOf(role: Role): string {
  if (role === 'system_administrator') return `单位代码,单位名称\r\n${province},广东省公安局\r\n`;
  return `单位代码,职务,姓名,电话\r\n${accepting},${postRules.liaison_officer.title},测试导入,020-00000009\r\n`;
}

const boundary = 'matrix';
const head = [
  `--${boundary}`,
  'content-disposition: form-data; name="attachments"; filename="a.png"',
  'content-type: image/png',
  '\r\n',
].join('\r\n');
const paperForm = {
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: Buffer.concat([Buffer.from(head), scan, Buffer.from(`\r\n--${boundary}--\r\n`)]),
};
