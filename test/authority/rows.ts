import type { UnitCode } from '../../domain/units/unit.ts';
import { province } from './facts.ts';
import type { Seeded } from './seed.ts';
import { placements } from './units.ts';
import { accepting, former, home } from './units.ts';

/** Where somebody stands who asks Postgres; without a scope nobody has said for whom. */
export const rowPlaces = [...placements, 'no_scope'] as const;

export type RowPlace = (typeof rowPlaces)[number];

/** Who may do what to some rows of a table, by where he stands to the unit that they belong to. */
export interface RowRule {
  readonly table: string;
  /** Which of the seeded rows; all of them if left out. */
  readonly where?: (seeded: Seeded) => string;
  /** What a transaction says of itself beside its unit. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What is written anew instead of what was seeded. */
  readonly written?: object;
  readonly owner: UnitCode;
  /** Left out where the API has no grant. */
  readonly select?: readonly RowPlace[];
  readonly insert?: readonly RowPlace[];
  readonly update?: readonly RowPlace[];
  readonly delete?: readonly RowPlace[];
}

const everywhere: readonly RowPlace[] = rowPlaces;
const fromAnyUnit: readonly RowPlace[] = placements;
const scope: readonly RowPlace[] = ['own', 'below'];
const own: readonly RowPlace[] = ['own'];
const above: readonly RowPlace[] = ['below'];

type Allowed = Pick<RowRule, 'select' | 'insert' | 'update' | 'delete'>;

function rule(table: string, allowed: Allowed, more: Partial<RowRule> = {}): RowRule {
  return { table, owner: accepting, ...allowed, ...more };
}

const ofCase = (table: string, allowed: Allowed = {}) =>
  rule(table, { select: scope, ...allowed }, { where: ({ caseNo }) => `case_no = '${caseNo}'` });

// Every request that is asked writes others.
const isSeededEntry = () => `request_id = 'matrix'`;

/** What Postgres has to hold the API's role to, for every table with a row-level policy. */
export const rowRules: readonly RowRule[] = [
  ofCase('act_records', { insert: scope }),
  ofCase('applications', { insert: own }),
  rule(
    'applications',
    { select: own, insert: own },
    { where: ({ pendingCaseNo }) => `case_no = '${pendingCaseNo}'` },
  ),
  ofCase('attachments', { insert: scope }),
  rule('attachment_chunks', { select: scope, insert: scope }),
  ofCase('case_events'),
  ofCase('case_scopes'),
  ofCase('cases'),
  ofCase('certificate_checks'),
  ofCase('certificates'),
  ofCase('dossier_files'),
  ofCase('escalation_scopes'),
  ofCase('escalations'),
  ofCase('fax_attempts'),
  ofCase('filings'),
  ofCase('ledger_events'),
  ofCase('incidents'),
  rule('incidents', { select: fromAnyUnit }, { where: () => 'case_no is null' }),
  ofCase('remedy_applications', { insert: scope, update: scope }),
  // About cases of the unit that asked; whoever stands above it may agree.
  rule('batches', { select: scope, insert: scope, update: scope }),
  rule('batch_items', { select: scope, insert: scope, update: scope }),
  ofCase('legal_holds', { insert: scope, delete: scope }),
  ofCase('papers'),
  ofCase('station_figures'),
  ofCase('transmissions'),
  rule(
    'register_queries',
    { select: scope, insert: own },
    {
      where: ({ reference }) => `reference = '${reference}'`,
      written: { outcome: 'pending', answered_at: null, duration_ms: null },
    },
  ),
  rule(
    'register_queries',
    { select: own, insert: [] },
    { owner: former, where: () => `unit_code = '${former}'` },
  ),
  // Of a case, to whom the case is visible; of none, to the unit that it tells.
  rule(
    'notices',
    { select: scope, insert: [] },
    { where: ({ caseNo }) => `case_no = '${caseNo}' and unit_code = '${home}'` },
  ),
  // What a unit reports goes to those above it, too.
  rule('notices', { select: own, insert: ['own', 'above'] }, { where: () => 'case_no is null' }),
  rule('deliveries', { select: own }),
  rule('delivery_bundles', { select: own }, { where: () => `channel = 'email'` }),
  rule('delivery_bundles', { select: own }, { where: () => `channel = 'webhook'` }),
  rule('redeliveries', { select: own, insert: own }, { written: { taken_at: null } }),

  // Of transactions that are there for the audit only.
  rule(
    'audit_entries',
    { select: scope },
    { where: isSeededEntry, settings: { 'tongban.reads_audit': 'yes' } },
  ),
  rule('audit_entries', { select: [] }, { where: isSeededEntry }),

  rule('drafts', { select: own, insert: own, update: own, delete: own }),
  ofCase('unmaskings', { select: [], insert: own }),
  rule('sessions', { select: scope, insert: [], update: [], delete: scope }),
  // Whoever presents its token comes in with it, wherever he stands.
  rule(
    'sessions',
    { select: everywhere, insert: everywhere, update: everywhere, delete: everywhere },
    { settings: { 'tongban.session': 'matrix' } },
  ),
  rule('account_locks', { select: scope, insert: scope, update: scope }),
  rule('webhook_endpoints', { select: own, insert: own, update: own }),
  rule('idempotency_keys', { select: own, insert: own, update: own }),
  rule(
    'number_sequences',
    { select: own, insert: own, update: own },
    { where: () => `unit_code = '${accepting}'` },
  ),
  rule('rejections', { select: scope, insert: own }, { written: { sha256: null, pdf: null } }),
  rule('rejection_holds', { select: scope, insert: scope, delete: scope }),
  rule('intake_records', { select: scope, insert: own }),

  rule(
    'directory_persons',
    { select: fromAnyUnit, insert: scope, update: scope },
    { where: ({ personId }) => `id = '${personId}'` },
  ),
  rule('directory_absences', { select: fromAnyUnit, insert: scope, delete: scope }),
  rule('station_contacts', { select: fromAnyUnit, insert: scope, update: scope }),
  rule(
    'units',
    { select: everywhere, insert: above, update: above },
    { where: () => `code = '${accepting}'` },
  ),
  // Ids that say nothing of a case.
  rule('stray_blobs', { select: everywhere, insert: everywhere, update: everywhere, delete: everywhere }),
  rule('policies', { select: everywhere, insert: own, update: own }, { owner: province }),
];

/** Tables that the API may touch without a policy: they are the same for the whole nation. */
export const openTables: readonly string[] = [
  'calendar_dry_runs',
  'calendar_publications',
  'calendar_rollouts',
  'calendar_versions',
];
