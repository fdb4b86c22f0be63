import { afterAll, describe, expect, it } from 'vitest';
import { enactPolicy, getPolicy, getPolicyInForce, listPolicies } from '../../db/repositories/policies.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';

const owner = connectOwner(await createHouseDatabase());
afterAll(() => owner.close());

const province = parseUnitCode('520000000000');
const at = parseInstant('2026-11-01T09:00:00+08:00');

describe('a policy that was stored before policies had all of today’s parts', () => {
  const version = '520000000000/old' as PolicyVersion;
  const whole: ProvincePolicy = { ...defaultPolicy, version, onMaterialsCompleted: 'clock_restarts' };

  it('means the default in what it lacks', async () => {
    const { notices: _notices, freshness: _freshness, ...old } = whole;
    const without = <Part extends object>(part: Part, key: keyof Part) =>
      Object.fromEntries(Object.entries(part).filter(([each]) => each !== key));
    const document = {
      ...old,
      terms: without(old.terms, 'further_verification'),
      ladders: without(old.ladders, 'further_verification'),
      cases: without(old.cases, 'furtherVerificationMatters'),
    };
    await enactPolicy(owner, { province, document: document as unknown as ProvincePolicy, by: 'test', at });
    expect(await getPolicy(owner, version)).toEqual(whole);
    expect(await getPolicyInForce(owner, province)).toEqual(whole);
    expect((await listPolicies(owner, province)).map(({ document }) => document)).toEqual([whole]);
  });
});
