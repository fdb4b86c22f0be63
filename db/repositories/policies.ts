import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { builtInPolicies, completedPolicy, defaultPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { policies } from '../schema/index.ts';

export type PolicyRow = typeof policies.$inferSelect;

/** A version of a policy that some province has set. */
export async function findPolicy(executor: Executor, version: PolicyVersion): Promise<PolicyRow | undefined> {
  const [row] = await executor.select().from(policies).where(eq(policies.version, version));
  return row && { ...row, document: completedPolicy(row.document) };
}

/** A version of a policy. @throws {Error} when there never was one: versions are kept for good. */
export async function getPolicy(executor: Executor, version: PolicyVersion): Promise<ProvincePolicy> {
  const builtIn = builtInPolicies.find((policy) => policy.version === version);
  if (builtIn !== undefined) return builtIn;
  const row = await findPolicy(executor, version);
  if (row === undefined) throw new Error(`there is no policy ${version}`);
  return row.document;
}

/** What a province has set, or the default where it has set nothing. */
export async function getPolicyInForce(executor: Executor, province: UnitCode): Promise<ProvincePolicy> {
  return (await listPoliciesInForce(executor, [province])).get(province) ?? defaultPolicy;
}

/** What some provinces have set, without those that have set nothing. */
export async function listPoliciesInForce(
  executor: Executor,
  provinces: readonly UnitCode[],
): Promise<Map<UnitCode, ProvincePolicy>> {
  const rows = await executor
    .select({ province: policies.province, document: policies.document })
    .from(policies)
    .where(and(inArray(policies.province, [...provinces]), isNull(policies.supersededAt)));
  return new Map(rows.map(({ province, document }) => [province, completedPolicy(document)]));
}

/** Every version that a province has had, newest first. */
export async function listPolicies(executor: Executor, province: UnitCode): Promise<PolicyRow[]> {
  const rows = await executor
    .select()
    .from(policies)
    .where(eq(policies.province, province))
    .orderBy(desc(policies.createdAt), desc(policies.version));
  return rows.map((row) => ({ ...row, document: completedPolicy(row.document) }));
}

/** Puts a policy in force for new cases, in the place of the one before. The same settings again change nothing. */
export async function enactPolicy(
  executor: Executor,
  policy: { province: UnitCode; document: ProvincePolicy; by: string; at: Instant },
): Promise<void> {
  const { province, document, by, at } = policy;
  await executor.transaction(async (transaction) => {
    const inForce = and(eq(policies.province, province), isNull(policies.supersededAt));
    const [current] = await transaction.select().from(policies).where(inForce).for('update');
    if (current?.version === document.version) return;
    await transaction.update(policies).set({ supersededAt: at }).where(inForce);
    await transaction
      .insert(policies)
      .values({ version: document.version, province, document, createdBy: by, createdAt: at })
      // Going back to earlier settings is going back to their version.
      .onConflictDoUpdate({ target: policies.version, set: { supersededAt: null } });
  });
}
