import type { AuditKind } from '../../domain/audit/kinds.ts';
import type { Act } from '../../domain/case/acts.ts';
import { acts } from '../../domain/case/acts.ts';

/** The kind of an operation; of one that also makes a table, both. */
export type AuditedAs = AuditKind | { readonly json: AuditKind; readonly csv: AuditKind };

const orExport = { json: 'consult', csv: 'export' } as const;

/**
 * What each operation is audited as, by its id in the OpenAPI document. A route that is not in it cannot be served:
 * the app does not start.
 */
const operations = {
  submitApplication: 'handle',
  submitApplications: 'handle',
  listCases: 'list',
  searchCases: 'search',
  // A case number and a status are no personal data.
  followCases: 'consult',
  getCase: 'read',
  unmaskCase: 'unmask',
  addAttachments: 'handle',
  getTimeline: 'read',
  getDeadline: 'consult',
  getClocks: 'consult',
  getAgenda: 'consult',
  // Notices and what became of them hold no personal data.
  listNoticesOfCase: 'consult',
  listDeliveriesOfCase: 'consult',
  listCertificateChecks: 'consult',
  listTransmissions: 'consult',
  getCertificate: 'file',
  getCertificateByNo: 'file',
  getAttachment: 'file',
  listPapers: 'consult',
  getPaper: 'file',
  getDossier: 'file',
  exportCase: 'export',
  queryRegister: 'query_register',
  listRegisterQueries: 'read',
  getRegisterQuery: 'read',

  keepDraft: 'handle',
  listDrafts: 'list',
  getDraft: 'read',
  replaceDraft: 'handle',
  deleteDraft: 'handle',
  rejectApplication: 'handle',
  listRejections: 'list',
  getRejection: 'read',
  getRejectionNotice: 'file',
  recordIntake: 'handle',
  listIntakeRecords: 'list',

  listEscalations: 'consult',
  countEscalations: 'consult',
  listNotices: 'consult',
  getStatistics: orExport,
  listMatters: 'consult',

  getLegalHold: 'read',
  holdCase: 'administer',
  releaseCase: 'administer',
  getRejectionHold: 'read',
  holdRejection: 'administer',
  releaseRejection: 'administer',
  listPolicies: 'consult',
  enactPolicy: 'administer',
  migrateCasePolicy: 'administer',
  listWebhookEndpoints: 'consult',
  addWebhookEndpoint: 'administer',
  removeWebhookEndpoint: 'administer',
  rotateWebhookSecret: 'administer',
  listWebhookDeliveries: 'consult',
  redeliverWebhook: 'administer',
  listCalendars: 'consult',
  getCalendarVersion: 'consult',
  handInCalendar: 'administer',
  publishCalendar: 'administer',
  deleteCalendarVersion: 'administer',
  getCalendarDryRun: orExport,
  getCalendarRollout: 'consult',

  // The directory is official and open to all staff [四(二)]; only to change it or to take it away is worth a row.
  listUnits: 'consult',
  listDirectoryPersons: 'consult',
  addDirectoryPerson: 'administer',
  getDirectoryPerson: 'consult',
  changeDirectoryPerson: 'administer',
  setDirectoryAbsences: 'administer',
  endDirectoryPerson: 'administer',
  confirmDirectoryPerson: 'administer',
  getDirectoryUnit: 'consult',
  changeDirectoryUnit: 'administer',
  getStationContacts: 'consult',
  changeStationContacts: 'administer',
  listDirectoryGaps: 'consult',
  importDirectory: 'administer',
  exportDirectory: 'export',

  getCaller: 'consult',
  // Who may come in is the security administrators' business, and who they looked at too.
  listSessions: 'administer',
  endSession: 'administer',
  listAccountLocks: 'administer',
  lockAccount: 'administer',
  liftAccountLock: 'administer',

  listAudit: { json: 'read_audit', csv: 'export' },
  listAuditAnchors: 'read_audit',
} as const satisfies Record<string, AuditedAs>;

/** Every act on a case is answered with the case. */
const ofActs = Object.fromEntries(acts.map((act) => [`${act}Case`, 'handle'])) as Record<
  `${Act}Case`,
  AuditKind
>;

export const auditedOperations: ReadonlyMap<string, AuditedAs> = new Map(
  Object.entries<AuditedAs>({ ...ofActs, ...operations }),
);
