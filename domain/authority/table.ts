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
  recordKeepers,
  registerAskers,
  staff,
} from './groups.ts';
import type { Access, AuthorityLine, DataClass, JurisdictionId } from './line.ts';

type Terms = Pick<AuthorityLine, 'level' | 'side'>;

function line(
  access: Access,
  over: JurisdictionId,
  shows: DataClass,
  allowed: readonly Role[],
  terms: Terms = {},
): AuthorityLine {
  return { access, over, shows, roles: allowed, ...terms };
}

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
 * route without its line and asks it before anything is read; `docs/authority.md` and the tests of `test/authority` are
 * made from it. Within its scope a unit is held by Postgres (`db/schema`).
 */
// prettier-ignore
export const authority = {
  getHealth:             line('get',    'public',        'none',            nobody),
  getReadiness:          line('get',    'public',        'none',            nobody),
  // The applicant and the verifier, who prove nothing but what is printed on their papers.
  inquireCaseStatus:     line('search', 'public',        'none',            nobody),
  checkCertificate:      line('search', 'public',        'masked',          nobody),

  listMatters:           line('list',   'nation',        'none',            roles),
  listUnits:             line('search', 'nation',        'none',            roles),
  listCalendars:         line('list',   'nation',        'none',            roles),
  getCalendarVersion:    line('get',    'nation',        'none',            roles),
  handInCalendar:        line('change', 'nation',        'none',            administrators, atProvince),
  publishCalendar:       line('change', 'nation',        'none',            administrators, atProvince),
  deleteCalendarVersion: line('change', 'nation',        'none',            administrators, atProvince),
  getCalendarDryRun:     line('export', 'nation',        'none',            administrators, atProvince),
  getCalendarRollout:    line('get',    'nation',        'none',            administrators, atProvince),
  listPolicies:          line('list',   'own_province',  'none',            staff),
  enactPolicy:           line('change', 'own_province',  'none',            administrators, atProvince),

  listDirectoryPersons:  line('search', 'nation',        'staff',           staff),
  getDirectoryPerson:    line('get',    'nation',        'staff',           staff),
  getDirectoryUnit:      line('get',    'nation',        'staff',           staff),
  getStationContacts:    line('get',    'nation',        'staff',           staff),
  listDirectoryGaps:     line('list',   'own_and_below', 'staff',           maintainerRoles),
  exportDirectory:       line('export', 'own_and_below', 'staff',           directoryKeepers),
  importDirectory:       line('change', 'kept_units',    'staff',           directoryKeepers),
  addDirectoryPerson:    line('change', 'kept_units',    'staff',           maintainerRoles),
  changeDirectoryPerson: line('change', 'kept_units',    'staff',           maintainerRoles),
  setDirectoryAbsences:  line('change', 'kept_units',    'staff',           maintainerRoles),
  endDirectoryPerson:    line('change', 'kept_units',    'staff',           maintainerRoles),
  confirmDirectoryPerson: line('change', 'kept_units',   'staff',           maintainerRoles),
  changeStationContacts: line('change', 'kept_units',    'staff',           maintainerRoles),
  changeDirectoryUnit:   line('change', 'units_below',   'none',            unitKeeperRoles),

  keepDraft:             line('change', 'own_unit',      'full',            draftingRoles, atStation),
  listDrafts:            line('list',   'own_unit',      'masked',          draftingRoles),
  getDraft:              line('get',    'own_unit',      'full',            draftingRoles),
  replaceDraft:          line('change', 'own_unit',      'full',            draftingRoles),
  deleteDraft:           line('change', 'own_unit',      'none',            draftingRoles),
  submitApplication:     line('change', 'own_unit',      'full',            acceptingRoles, atStation),
  submitApplications:    line('change', 'own_unit',      'full',            acceptingRoles, atStation),
  rejectApplication:     line('change', 'own_unit',      'masked',          acceptingRoles, atStation),
  recordIntake:          line('change', 'own_unit',      'none',            acceptingRoles, atStation),
  listRejections:        line('list',   'own_and_below', 'masked',          counterReaders),
  getRejection:          line('get',    'own_and_below', 'masked',          counterReaders),
  getRejectionNotice:    line('file',   'own_and_below', 'full',            counterReaders),
  listIntakeRecords:     line('list',   'own_and_below', 'none',            counterReaders),

  listCases:             line('list',   'cases',         'masked',          caseReaders),
  followCases:           line('list',   'cases',         'none',            courseReaders),
  searchCases:           line('search', 'cases',         'masked',          caseReaders),
  unmaskCase:            line('get',    'cases',         'full',            supervisorRoles),
  getCase:               line('get',    'cases',         'full_if_handled', caseReaders),
  getTimeline:           line('list',   'cases',         'full_if_handled', courseReaders),
  getDeadline:           line('get',    'cases',         'none',            courseReaders),
  getClocks:             line('list',   'cases',         'none',            courseReaders),
  getAgenda:             line('list',   'cases',         'none',            courseReaders),
  listNoticesOfCase:     line('list',   'cases',         'none',            courseReaders),
  listDeliveriesOfCase:  line('list',   'cases',         'none',            courseReaders),
  listCertificateChecks: line('list',   'cases',         'none',            courseReaders),
  listTransmissions:     line('list',   'cases',         'none',            courseReaders),
  listEscalations:       line('list',   'cases',         'full_if_handled', caseReaders),
  countEscalations:      line('count',  'cases',         'none',            caseReaders),
  getStatistics:         line('count',  'own_and_below', 'none',            staff),
  listPapers:            line('list',   'cases',         'none',            caseReaders),
  getPaper:              line('file',   'handled_cases', 'full',            caseReaders,     { side: 'any' }),
  getCertificate:        line('file',   'handled_cases', 'full',            dossierRoles,    { side: 'any' }),
  getCertificateByNo:    line('file',   'handled_cases', 'full',            dossierRoles,    { side: 'any' }),
  getAttachment:         line('file',   'handled_cases', 'full',            dossierRoles,    { side: 'any' }),
  getDossier:            line('file',   'handled_cases', 'full',            dossierRoles,    { side: 'any' }),
  exportCase:            line('export', 'handled_cases', 'full',            dossierRoles,    { side: 'any' }),
  addAttachments:        line('change', 'handled_cases', 'full',            rolesOf('transmit'), { side: 'accepting' }),
  queryRegister:         line('change', 'handled_cases', 'full',            registerAskers,  { side: 'any' }),
  listRegisterQueries:   line('list',   'cases',         'full_if_handled', caseReaders),
  getRegisterQuery:      line('get',    'cases',         'full_if_handled', caseReaders),
  ...actAuthority,

  getLegalHold:          line('get',    'cases',         'none',            recordKeepers),
  holdCase:              line('change', 'decided_cases', 'none',            recordKeepers),
  releaseCase:           line('change', 'decided_cases', 'none',            recordKeepers),
  getRejectionHold:      line('get',    'own_and_below', 'none',            recordKeepers),
  holdRejection:         line('change', 'own_and_below', 'none',            recordKeepers),
  releaseRejection:      line('change', 'own_and_below', 'none',            recordKeepers),
  migrateCasePolicy:     line('change', 'decided_cases', 'none',            administrators, atProvince),

  getCaller:             line('get',    'nation',        'none',            roles),
  listSessions:          line('list',   'own_and_below', 'staff',           security),
  endSession:            line('change', 'own_and_below', 'none',            security),
  listAccountLocks:      line('list',   'own_and_below', 'staff',           security),
  lockAccount:           line('change', 'own_and_below', 'staff',           security),
  liftAccountLock:       line('change', 'own_and_below', 'none',            security),

  listAudit:             line('list',   'own_and_below', 'none',            auditors),
  listAuditAnchors:      line('list',   'nation',        'none',            auditors),

  listNotices:           line('list',   'own_unit',      'none',            staff),
  listWebhookEndpoints:  line('list',   'own_unit',      'none',            administrators),
  addWebhookEndpoint:    line('change', 'own_unit',      'none',            administrators),
  removeWebhookEndpoint: line('change', 'own_unit',      'none',            administrators),
  rotateWebhookSecret:   line('change', 'own_unit',      'none',            administrators),
  listWebhookDeliveries: line('list',   'own_unit',      'none',            administrators),
  redeliverWebhook:      line('change', 'own_unit',      'none',            administrators),
} as const satisfies Record<string, AuthorityLine>;

/** An operation of the API, as the OpenAPI document calls it. */
export type OperationId = keyof typeof authority;

export const operationIds = Object.keys(authority) as OperationId[];

/** The line of an operation, or undefined for a name that is none. */
export function findAuthority(name: string | undefined): AuthorityLine | undefined {
  return name !== undefined && Object.hasOwn(authority, name) ? authority[name as OperationId] : undefined;
}
