import { enactPolicy } from '../../db/repositories/policies.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { House } from '../house/house.ts';

/** What the home province has set, for the cases that begin from now on. */
export async function setHomePolicy(
  { owner, clock }: House,
  change: Partial<Omit<ProvincePolicy, 'version'>>,
): Promise<void> {
  const document = { ...defaultPolicy, ...change, version: '520000000000/own' as PolicyVersion };
  await enactPolicy(owner, {
    province: parseUnitCode('520000000000'),
    document,
    by: 'test',
    at: clock.now(),
  });
}
