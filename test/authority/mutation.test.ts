import { afterAll, describe, expect, it } from 'vitest';
import type { RowLevelPolicy } from '../../db/row-level-policies.ts';
import { rowLevelPolicies } from '../../db/row-level-policies.ts';
import type { OperationId } from '../../domain/authority/table.ts';
import { authority } from '../../domain/authority/table.ts';
import { askAll } from './matrix.ts';
import { openMatrix } from './open-matrix.ts';
import { operations } from './operations.ts';
import { RowAsker } from './row-cells.ts';
import { rowRules } from './rows.ts';

/*
 * Takes the guards of Postgres away one by one, and sees that the tests of this folder would tell: a policy that is
 * dropped shows too little, one that is opened too much.
 */

const matrix = await openMatrix();
const rows = new RowAsker(matrix.url, matrix.seeded);
afterAll(() => rows.close());

const conditions: Readonly<Record<string, string>> = {
  select: 'using (true)',
  insert: 'with check (true)',
  update: 'using (true) with check (true)',
  delete: 'using (true)',
  all: 'using (true) with check (true)',
};

/** The statements that bring a policy back as it was. */
async function definitionOf({ table, policy, command }: RowLevelPolicy): Promise<string> {
  const [found] = await rows.definition(policy);
  if (found === undefined) throw new Error(`there is no policy ${policy}`);
  const using = found.using === null ? '' : `using (${found.using})`;
  const check = found.check === null ? '' : `with check (${found.check})`;
  return `create policy "${policy}" on "${table}" for ${command} to tongban_api ${using} ${check}`;
}

async function rowFaults({ table }: RowLevelPolicy): Promise<string[]> {
  const faults: string[] = [];
  for (const rule of rowRules.filter((each) => each.table === table))
    faults.push(...(await rows.faultsOf(rule)));
  return faults;
}

/** Who sees all that there is, and from where he sees none of it. */
const onlookers = {
  roles: ['station_leader', 'system_administrator', 'security_administrator'],
  placements: ['own', 'sibling'],
} as const;

const reads = operations.filter(
  ({ method, operationId }) =>
    method === 'GET' &&
    !['public', 'nation', 'own_province'].includes(authority[operationId as OperationId].over),
);

/** Whether the operations that read tell, too. */
async function operationFaults(): Promise<string[]> {
  const faults: string[] = [];
  for (const operation of reads) faults.push(...(await askAll(matrix, operation, onlookers)).faults);
  return faults;
}

/** Policies that give what nobody is kept from: open as they are. */
const alreadyOpen: readonly string[] = ['policies_read', 'stray_blobs_api', 'units_read'];

/** Those whose loss the operations tell too; most others guard what another would have to show first. */
const toldByOperations: Readonly<Record<'dropped' | 'opened', readonly string[]>> = {
  dropped: [
    ...[
      'case_scopes_own_unit',
      'cases_scope',
      'ledger_events_scope',
      'escalation_scopes_own_unit',
      'escalations_scope',
      'case_events_scope',
    ],
    ...['attachments_of_application', 'station_figures_scope', 'legal_holds_scope', 'notices_own_unit'],
    ...['drafts_own', 'intake_records_within', 'rejections_within', 'rejection_holds_scope'],
    ...['certificate_checks_scope', 'webhook_endpoints_own_unit', 'delivery_bundles_own_endpoint'],
  ],
  opened: ['applications_scope', 'cases_scope', 'drafts_own', 'rejections_within'],
};

async function expectTold(policy: string, change: 'dropped' | 'opened'): Promise<void> {
  if (!toldByOperations[change].includes(policy)) return;
  expect([policy, change, (await operationFaults()).length > 0]).toEqual([policy, change, true]);
}

describe('a row-level policy', () => {
  it.each(rowLevelPolicies().map((policy) => [policy.policy, policy] as const))(
    '%s is missed when it is dropped, and when it is opened',
    async (name, policy) => {
      const restored = await definitionOf(policy);
      const drop = `drop policy "${name}" on "${policy.table}"`;
      const open = `create policy "${name}" on "${policy.table}" for ${policy.command} to tongban_api ${conditions[policy.command] ?? ''}`;
      try {
        await rows.tamper(drop);
        expect([name, 'dropped', (await rowFaults(policy)).length > 0]).toEqual([name, 'dropped', true]);
        await expectTold(name, 'dropped');
        await rows.tamper(open);
        await expectTold(name, 'opened');
        expect([name, 'opened', (await rowFaults(policy)).length > 0]).toEqual([
          name,
          'opened',
          !alreadyOpen.includes(name),
        ]);
      } finally {
        await rows.tamper(`drop policy if exists "${name}" on "${policy.table}"`);
        await rows.tamper(restored);
      }
      expect(await rowFaults(policy)).toEqual([]);
    },
  );

  it('that the operations tell of is one that there is', () => {
    const names = rowLevelPolicies().map(({ policy }) => policy);
    expect(Object.values(toldByOperations).flat()).toEqual(
      Object.values(toldByOperations)
        .flat()
        .filter((policy) => names.includes(policy)),
    );
  });
});
