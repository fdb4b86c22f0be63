import type { ProvincePolicy } from '../domain/policy.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { provinceOf } from '../domain/units/unit-tree.ts';
import type { Executor } from './database.ts';
import { listPoliciesInForce } from './repositories/policies.ts';

/** The policy by which a unit goes now. */
export type PolicyOfUnit = (unit: UnitCode) => ProvincePolicy;

/** The policies in force in the provinces of the units that will be asked about; one that left the tree has the default. */
export async function readPolicyOfUnit(
  executor: Executor,
  tree: UnitTree,
  units: readonly UnitCode[],
): Promise<PolicyOfUnit> {
  const provinceOfUnit = (unit: UnitCode) => (tree.has(unit) ? provinceOf(tree, unit).code : undefined);
  const provinces = [...new Set(units.flatMap((unit) => provinceOfUnit(unit) ?? []))];
  const set = await listPoliciesInForce(executor, provinces);
  const inForce = new Map(provinces.map((province) => [province, set.get(province) ?? defaultPolicy]));
  return (unit) => {
    const province = provinceOfUnit(unit);
    if (province === undefined) return defaultPolicy;
    const policy = inForce.get(province);
    if (policy === undefined) throw new Error(`the policy of province ${province} was not read`);
    return policy;
  };
}
