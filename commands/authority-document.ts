import { rowLevelPolicies } from '../db/row-level-policies.ts';
import type { AuthorityLine } from '../domain/authority/line.ts';
import { accessTitles, dataClasses, jurisdictions } from '../domain/authority/line.ts';
import { findAuthority } from '../domain/authority/table.ts';
import { acts, actTable, actTitles } from '../domain/case/acts.ts';
import { caseStatuses, statusTitles } from '../domain/case/status.ts';
import type { Role } from '../domain/roles.ts';
import { roles, roleTitles, separateRoles } from '../domain/roles.ts';

/** What of the OpenAPI document stands beside a line. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

const columns = {
  window_officer: 'win',
  liaison_officer: 'lia',
  station_leader: 'lead',
  auxiliary: 'aux',
  county_supervisor: 'cou',
  city_supervisor: 'city',
  province_supervisor: 'prov',
  system_administrator: 'sys',
  security_administrator: 'sec',
  auditor: 'aud',
  api_client: 'api',
} as const satisfies Record<Role, string>;

const intro = `# Authority

<!-- Made by \`npm run authority:write\` from \`domain/authority/table.ts\`; do not edit. -->

Who may do what, over what. One table says it, and two guards hold it: the API asks the table before a body is parsed or
anything is read, and Postgres shows a transaction only the rows of the caller's unit, under a role that cannot bypass
row-level security. What is outside somebody's jurisdiction is 404, as if it were not there; what his role or his unit
does not do is 403. \`test/authority/\` asks every operation in every role from every place: the unit to which
the thing belongs, one above it, one below it, one beside it, another province, and none. Above a top unit stands nobody.`;

/** \`docs/authority.md\`. */
export function authorityDocument(operations: readonly DescribedOperation[]): string {
  return [
    intro,
    '## Roles',
    roleSection(),
    '## Jurisdictions',
    listOf(
      Object.entries(jurisdictions).map(([name, { title, outside }]) => [
        name,
        `${title}${outcomes[outside]}`,
      ]),
    ),
    '## What is shown of people',
    listOf(Object.entries(dataClasses)),
    '## Operations',
    operationSection(operations),
    '## Acts',
    'In which status of a case an act is done, by whom, and at which of its stations (`domain/case/acts.ts`).',
    actSection(),
    '## Rows',
    'What Postgres holds the API to, table by table; a table that is not here has nothing of a case, a person or a unit.',
    tableOf(
      ['Table', 'Policy', 'Command'],
      rowLevelPolicies().map(({ table, policy, command }) => [`\`${table}\``, `\`${policy}\``, command]),
    ),
    '',
  ].join('\n\n');
}

const outcomes = {
  absent: '; anything else is 404',
  refused: '; anything else is 403, since everybody may read it',
  none: '',
} as const;

function roleSection(): string {
  const isSeparate = (role: Role) => separateRoles.some((separate) => separate === role);
  return [
    tableOf(
      ['Role', '', 'In the tables', 'Account of its own'],
      roles.map((role) => [`\`${role}\``, roleTitles[role], columns[role], isSeparate(role) ? 'yes' : '']),
    ),
    'A token that unites a role with an account of its own (三员分立; an auxiliary only drafts) with any other is refused whole: `roles_not_separated`.',
    'Two more people of the procedure are no officers and have no token: the **applicant**, who asks how his case stands by its number and the code of its receipt (`inquireCaseStatus`), and the **verifier**, who checks a certificate by what is printed on it (`checkCertificate`).',
  ].join('\n\n');
}

function operationSection(operations: readonly DescribedOperation[]): string {
  const rows = operations.map(({ operationId, method, path }) => {
    const line = findAuthority(operationId);
    if (line === undefined) throw new Error(`${operationId} has no line in domain/authority/table.ts`);
    return [
      `\`${operationId}\``,
      `${method} ${path}`,
      accessTitles[line.access],
      placeOf(line),
      line.shows,
      auditedAsOf(line),
      ...roles.map((role) => (line.roles.includes(role) ? '●' : '')),
    ];
  });
  return tableOf(['Operation', '', 'It', 'Over', 'Shows', 'Audited as', ...Object.values(columns)], rows);
}

function placeOf({ over, level, side }: AuthorityLine): string {
  const at = level === undefined ? '' : `, from a ${level}`;
  return `${over}${side === undefined || side === 'any' ? '' : `, ${side}`}${at}`;
}

function auditedAsOf({ auditedAs }: AuthorityLine): string {
  return typeof auditedAs === 'object' && auditedAs !== null
    ? `${auditedAs.json}, as a table ${auditedAs.csv}`
    : (auditedAs ?? '');
}

function actSection(): string {
  const shortOf = (allowed: readonly Role[]) => allowed.map((role) => columns[role]).join(' ');
  return tableOf(
    ['Act', '', 'At', ...caseStatuses.map((status) => statusTitles[status])],
    acts.map((act) => [
      `\`${act}\``,
      actTitles[act],
      actTable[act].side,
      ...caseStatuses.map((status) => shortOf(actTable[act][status])),
    ]),
  );
}

function listOf(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, meaning]) => `- \`${name}\`: ${meaning}.`).join('\n');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('\n');
}
