import { draftingRoles } from '../application/draft.ts';
import { acceptingRoles, rolesOf } from '../case/acts.ts';
import { maintainerRoles } from '../directory/maintainers.ts';
import type { Role } from '../roles.ts';
import { roles, supervisorRoles } from '../roles.ts';
import { unitKeeperRoles } from '../units/unit-keepers.ts';
import { actAuthority } from './acts.ts';
import {
  caseReaders,
  counterReaders,
  courseReaders,
  directoryKeepers,
  dossierRoles,
  noticeReaders,
  recordKeepers,
  registerAskers,
  staff,
} from './groups.ts';
import type { Access, AuditedAs, AuthorityLine, DataClass, JurisdictionId } from './line.ts';

type Terms = Pick<AuthorityLine, 'level' | 'side'>;

function line(
  access: Access,
  over: JurisdictionId,
  shows: DataClass,
  auditedAs: AuditedAs,
  allowed: readonly Role[],
  terms: Terms = {},
): AuthorityLine {
  return { access, over, shows, auditedAs, roles: allowed, ...terms };
}

// What also comes as a table is taken away with it.
const consultTable: AuditedAs = { json: 'consult', csv: 'export' };
const administerTable: AuditedAs = { json: 'administer', csv: 'export' };
const auditTable: AuditedAs = { json: 'read_audit', csv: 'export' };

const administrators: readonly Role[] = ['system_administrator'];
// Whoever administers is himself audited, and would see whether he was seen (三员分立).
const auditors: readonly Role[] = ['auditor'];
const security: readonly Role[] = ['security_administrator'];
const nobody: readonly Role[] = [];
const atStation: Terms = { level: 'station' };
// What holds for a whole province, or for the nation, is set by a province.
const atProvince: Terms = { level: 'province' };

/**
 * Who may do what, over what [§8]: a line for every operation of the OpenAPI document, by its id. The API registers no
 * route without its line and asks it before anything is read, and says by it what it puts into the audit; `docs/authority.md` and the tests of `test/authority` are
 * made from it. Within its scope a unit is held by Postgres (`db/schema`).
 */
// prettier-ignore
export const authority = {
  getHealth:              line('get',    'public',        'none',            null,             nobody),
  getReadiness:           line('get',    'public',        'none',            null,             nobody),
  // The applicant and the verifier, who prove nothing but what is printed on their papers.
  inquireCaseStatus:      line('search', 'public',        'none',            null,             nobody),
  checkCertificate:       line('search', 'public',        'masked',          null,             nobody),

  listMatters:            line('list',   'nation',        'none',            'consult',        roles),
  listUnits:              line('search', 'nation',        'none',            'consult',        roles),
  listCalendars:          line('list',   'nation',        'none',            'consult',        roles),
  getCalendarVersion:     line('get',    'nation',        'none',            'consult',        roles),
  handInCalendar:         line('change', 'nation',        'none',            'administer',     administrators, atProvince),
  publishCalendar:        line('change', 'nation',        'none',            'administer',     administrators, atProvince),
  deleteCalendarVersion:  line('change', 'nation',        'none',            'administer',     administrators, atProvince),
  getCalendarDryRun:      line('export', 'nation',        'none',            consultTable,     administrators, atProvince),
  getCalendarRollout:     line('get',    'nation',        'none',            'consult',        administrators, atProvince),
  listPolicies:           line('list',   'own_province',  'none',            'consult',        staff),
  enactPolicy:            line('change', 'own_province',  'none',            'administer',     administrators, atProvince),

  // Open to all staff [四(二)], who are people too: whoever looks a telephone up leaves a row of the audit.
  listDirectoryPersons:   line('search', 'nation',        'staff',           'list',           staff),
  getDirectoryPerson:     line('get',    'nation',        'staff',           'read',           staff),
  getDirectoryUnit:       line('get',    'nation',        'staff',           'read',           staff),
  getStationContacts:     line('get',    'nation',        'staff',           'read',           staff),
  listDirectoryGaps:      line('list',   'own_and_below', 'staff',           'list',           maintainerRoles),
  exportDirectory:        line('export', 'own_and_below', 'staff',           'export',         directoryKeepers),
  importDirectory:        line('change', 'kept_units',    'staff',           'administer',     directoryKeepers),
  addDirectoryPerson:     line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  changeDirectoryPerson:  line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  setDirectoryAbsences:   line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  endDirectoryPerson:     line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  confirmDirectoryPerson: line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  changeStationContacts:  line('change', 'kept_units',    'staff',           'administer',     maintainerRoles),
  changeDirectoryUnit:    line('change', 'units_below',   'none',            'administer',     unitKeeperRoles),

  keepDraft:              line('change', 'own_unit',      'full',            'handle',         draftingRoles, atStation),
  listDrafts:             line('list',   'own_unit',      'masked',          'list',           draftingRoles),
  getDraft:               line('get',    'own_unit',      'full',            'read',           draftingRoles),
  replaceDraft:           line('change', 'own_unit',      'full',            'handle',         draftingRoles),
  deleteDraft:            line('change', 'own_unit',      'none',            'handle',         draftingRoles),
  submitApplication:      line('change', 'own_unit',      'full',            'handle',         acceptingRoles, atStation),
  submitApplications:     line('change', 'own_unit',      'full',            'handle',         acceptingRoles, atStation),
  rejectApplication:      line('change', 'own_unit',      'masked',          'handle',         acceptingRoles, atStation),
  recordIntake:           line('change', 'own_unit',      'none',            'handle',         acceptingRoles, atStation),
  listRejections:         line('list',   'own_and_below', 'masked',          'list',           counterReaders),
  getRejection:           line('get',    'own_and_below', 'masked',          'read',           counterReaders),
  getRejectionNotice:     line('file',   'own_and_below', 'full',            'file',           noticeReaders),
  listIntakeRecords:      line('list',   'own_and_below', 'none',            'list',           counterReaders),

  listCases:              line('list',   'cases',         'masked',          'list',           caseReaders),
  followCases:            line('list',   'cases',         'none',            'consult',        courseReaders),
  searchCases:            line('search', 'cases',         'masked',          'search',         caseReaders),
  unmaskCase:             line('get',    'cases',         'full',            'unmask',         supervisorRoles),
  getCase:                line('get',    'cases',         'full_if_handled', 'read',           caseReaders),
  getTimeline:            line('list',   'cases',         'full_if_handled', 'read',           courseReaders),
  getDeadline:            line('get',    'cases',         'none',            'consult',        courseReaders),
  getClocks:              line('list',   'cases',         'none',            'consult',        courseReaders),
  getAgenda:              line('list',   'cases',         'none',            'consult',        courseReaders),
  listNoticesOfCase:      line('list',   'cases',         'none',            'consult',        courseReaders),
  listDeliveriesOfCase:   line('list',   'cases',         'none',            'consult',        courseReaders),
  listCertificateChecks:  line('list',   'cases',         'none',            'consult',        courseReaders),
  listTransmissions:      line('list',   'cases',         'none',            'consult',        courseReaders),
  listEscalations:        line('list',   'cases',         'full_if_handled', 'list',           caseReaders),
  countEscalations:       line('count',  'cases',         'none',            'consult',        caseReaders),
  getStatistics:          line('count',  'own_and_below', 'none',            consultTable,     staff),
  listPapers:             line('list',   'cases',         'none',            'consult',        caseReaders),
  getPaper:               line('file',   'handled_cases', 'full',            'file',           caseReaders, { side: 'any' }),
  getCertificate:         line('file',   'handled_cases', 'full',            'file',           dossierRoles, { side: 'any' }),
  getCertificateByNo:     line('file',   'handled_cases', 'full',            'file',           dossierRoles, { side: 'any' }),
  getAttachment:          line('file',   'handled_cases', 'full',            'file',           dossierRoles, { side: 'any' }),
  getDossier:             line('file',   'handled_cases', 'full',            'file',           dossierRoles, { side: 'any' }),
  exportCase:             line('export', 'handled_cases', 'full',            'export',         dossierRoles, { side: 'any' }),
  addAttachments:         line('change', 'handled_cases', 'full',            'handle',         rolesOf('transmit'), { side: 'accepting' }),
  queryRegister:          line('change', 'handled_cases', 'full',            'query_register', registerAskers, { side: 'any' }),
  listRegisterQueries:    line('list',   'cases',         'full_if_handled', 'read',           caseReaders),
  getRegisterQuery:       line('get',    'cases',         'full_if_handled', 'read',           caseReaders),
  ...actAuthority,

  getLegalHold:           line('get',    'cases',         'none',            'read',           recordKeepers),
  holdCase:               line('change', 'decided_cases', 'none',            'administer',     recordKeepers),
  releaseCase:            line('change', 'decided_cases', 'none',            'administer',     recordKeepers),
  getRejectionHold:       line('get',    'own_and_below', 'none',            'read',           recordKeepers),
  holdRejection:          line('change', 'own_and_below', 'none',            'administer',     recordKeepers),
  releaseRejection:       line('change', 'own_and_below', 'none',            'administer',     recordKeepers),
  migrateCasePolicy:      line('change', 'decided_cases', 'none',            'administer',     administrators, atProvince),

  // What stands still, in codes and instants: whoever runs the house sees it, and repairs it.
  listIncidents:          line('list',   'cases',         'none',            'consult',        administrators),
  explainCase:            line('get',    'cases',         'none',            'consult',        administrators),
  previewRemedies:        line('list',   'cases',         'none',            'consult',        administrators),
  applyRemedy:            line('change', 'cases',         'none',            'administer',     administrators),
  listRemedies:           line('list',   'cases',         'none',            'administer',     administrators),
  getRemedy:              line('get',    'cases',         'none',            'administer',     administrators),
  decideRemedy:           line('change', 'cases',         'none',            'administer',     administrators),
  replayCase:             line('get',    'cases',         'none',            'administer',     administrators),
  previewBatch:           line('count',  'cases',         'none',            'consult',        administrators),
  requestBatch:           line('change', 'cases',         'none',            'administer',     administrators),
  listBatches:            line('list',   'own_and_below', 'none',            'administer',     administrators),
  getBatch:               line('get',    'own_and_below', 'none',            'administer',     administrators),
  listBatchItems:         line('list',   'own_and_below', 'none',            administerTable,  administrators),
  decideBatch:            line('change', 'own_and_below', 'none',            'administer',     administrators),
  stopBatch:              line('change', 'own_and_below', 'none',            'administer',     administrators),

  getCaller:              line('get',    'nation',        'none',            'consult',        roles),
  // Who may come in is the security administrators' business; who they looked at is the auditors'.
  listSessions:           line('list',   'own_and_below', 'staff',           'administer',     security),
  endSession:             line('change', 'own_and_below', 'none',            'administer',     security),
  listAccountLocks:       line('list',   'own_and_below', 'staff',           'administer',     security),
  lockAccount:            line('change', 'own_and_below', 'staff',           'administer',     security),
  liftAccountLock:        line('change', 'own_and_below', 'none',            'administer',     security),

  listAudit:              line('list',   'own_and_below', 'none',            auditTable,       auditors),
  listAuditAnchors:       line('list',   'nation',        'none',            'read_audit',     auditors),

  listNotices:            line('list',   'own_unit',      'none',            'consult',        staff),
  listWebhookEndpoints:   line('list',   'own_unit',      'none',            'consult',        administrators),
  addWebhookEndpoint:     line('change', 'own_unit',      'none',            'administer',     administrators),
  removeWebhookEndpoint:  line('change', 'own_unit',      'none',            'administer',     administrators),
  rotateWebhookSecret:    line('change', 'own_unit',      'none',            'administer',     administrators),
  listWebhookDeliveries:  line('list',   'own_unit',      'none',            'consult',        administrators),
  redeliverWebhook:       line('change', 'own_unit',      'none',            'administer',     administrators),
} as const satisfies Record<string, AuthorityLine>;

/** An operation of the API, as the OpenAPI document calls it. */
export type OperationId = keyof typeof authority;

export const operationIds = Object.keys(authority) as OperationId[];

/** The line of an operation, or undefined for a name that is none. */
export function findAuthority(name: string | undefined): AuthorityLine | undefined {
  return name !== undefined && Object.hasOwn(authority, name) ? authority[name as OperationId] : undefined;
}
