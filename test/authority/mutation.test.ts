import { afterAll, describe, expect, it } from 'vitest';
import type { RowLevelPolicy } from '../../db/row-level-policies.ts';
import { rowLevelPolicies } from '../../db/row-level-policies.ts';
import type { OperationId } from '../../domain/authority/table.ts';
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

/** What an operation answers that is not as the table has it. */
async function operationFaults(id: OperationId): Promise<string[]> {
  const operation = operations.find(({ operationId }) => operationId === id);
  if (operation === undefined) throw new Error(`there is no ${id}`);
  return (await askAll(matrix, operation, onlookers)).faults;
}

/** Policies that give what nobody is kept from: open as they are. */
const alreadyOpen: readonly string[] = ['policies_read', 'stray_blobs_api', 'units_read'];

/** Operations that tell of a loss too, one for each; most other policies guard what another would have to show first. */
const toldBy = {
  dropped: {
    case_scopes_own_unit: 'listCases',
    cases_scope: 'getTimeline',
    ledger_events_scope: 'getTimeline',
    escalation_scopes_own_unit: 'listEscalations',
    escalations_scope: 'countEscalations',
    case_events_scope: 'followCases',
    attachments_of_application: 'getAttachment',
    station_figures_scope: 'getStatistics',
    legal_holds_scope: 'getLegalHold',
    notices_own_unit: 'listNotices',
    drafts_own: 'getDraft',
    intake_records_within: 'listIntakeRecords',
    rejections_within: 'getRejection',
    rejection_holds_scope: 'getRejectionHold',
    certificate_checks_scope: 'listCertificateChecks',
    webhook_endpoints_own_unit: 'listWebhookEndpoints',
    delivery_bundles_own_endpoint: 'listWebhookDeliveries',
  },
  opened: {
    applications_scope: 'getCase',
    cases_scope: 'getTimeline',
    drafts_own: 'getDraft',
    rejections_within: 'getRejection',
  },
} as const satisfies Record<string, Readonly<Record<string, OperationId>>>;

type Change = keyof typeof toldBy;

function findTeller(policy: string, change: Change): OperationId | undefined {
  const tellers: Readonly<Record<string, OperationId>> = toldBy[change];
  return tellers[policy];
}

async function expectTold(policy: string, change: Change): Promise<void> {
  const teller = findTeller(policy, change);
  if (teller === undefined) return;
  expect([policy, change, teller, (await operationFaults(teller)).length > 0]).toEqual([
    ...[policy, change, teller, true],
  ]);
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

  it('that the operations tell of is one that there is, and once it is back they tell of nothing', async () => {
    const names = rowLevelPolicies().map(({ policy }) => policy);
    const told = Object.values(toldBy).flatMap((tellers) => Object.keys(tellers));
    expect(told.filter((policy) => !names.includes(policy))).toEqual([]);
    for (const teller of new Set(Object.values(toldBy).flatMap((tellers) => Object.values(tellers))))
      expect(await operationFaults(teller)).toEqual([]);
  });
});
