import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { enactPolicy } from '../../db/repositories/policies.ts';
import { deliveries, deliveryBundles, notices, policies } from '../../db/schema/index.ts';
import type { DestinationKey } from '../../domain/notices/destination.ts';
import type { PolicyVersion, ProvincePolicy } from '../../domain/policy.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { addDays, localDateOf, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { acceptingStation, addCase, addPerson, homeStation, tell, tellOfCase } from './outbox.ts';
import { openPlanner, planningAt } from './planner.ts';

const { owner, worker, plan, attempt } = await openPlanner();
const at = planningAt;
const colleague = await addPerson(owner, at, 'liaison_officer', { unitCode: acceptingStation });
const caseNo = await addCase(owner, at);

const quietMorning = {
  ...defaultPolicy.notices,
  quietHours: { from: parseTimeOfDay('09:00'), until: parseTimeOfDay('14:00') },
  spreadMinutes: { from: 0, until: 0 },
};

async function enact(province: '440000000000' | '520000000000', change: Partial<ProvincePolicy>) {
  const version = `${province}/test` as PolicyVersion;
  const document = { ...defaultPolicy, ...change, version };
  await enactPolicy(owner, { province: parseUnitCode(province), document, by: 'test', at });
}

async function bundleTo(destination: string) {
  const [bundle] = await owner
    .select()
    .from(deliveryBundles)
    .where(eq(deliveryBundles.destination, destination as DestinationKey));
  if (bundle === undefined) throw new Error('no message was planned');
  return bundle;
}

const slotOf = async (destination: string) => (await bundleTo(destination)).slotAt.slice(11, 16);

beforeEach(async () => {
  for (const table of [deliveries, deliveryBundles, notices, policies]) await owner.delete(table);
});

describe('notices go by the policy in force', () => {
  it('in the province of the unit, the default where it has set none', async () => {
    const officer = await addPerson(owner, at, 'window_officer');
    await enact('520000000000', { notices: quietMorning });
    await tell(worker, at, { role: 'window_officer' });
    await tell(worker, at, { unitCode: acceptingStation });
    await tellOfCase(owner, at, { caseNo, seq: 1, kind: 'certificate_ready' });
    await plan();
    expect(await slotOf(`person/${officer.id}`)).toBe('14:00');
    expect(await slotOf(`person/${colleague.id}`)).toBe('10:00');
    expect(await slotOf(`applicant/${caseNo}`)).toBe('10:00');
  });

  it('in the province where the applicant stands', async () => {
    await enact('440000000000', { notices: quietMorning });
    await tellOfCase(owner, at, { caseNo, seq: 2, kind: 'certificate_ready' });
    await plan();
    expect(await slotOf(`applicant/${caseNo}`)).toBe('14:00');
  });

  it('with its limits', async () => {
    const limits = { ...defaultPolicy.notices.limits, normal: [{ messages: 1, withinMs: 2 * 3_600_000 }] };
    await enact('440000000000', { notices: { ...defaultPolicy.notices, limits } });
    await tell(worker, at, { unitCode: acceptingStation });
    await plan();
    await owner.update(deliveryBundles).set({ status: 'delivered', handedOverAt: at });
    await tell(worker, at, { unitCode: acceptingStation });
    await plan();
    const slots = await owner.select({ slotAt: deliveryBundles.slotAt }).from(deliveryBundles);
    expect(slots.map(({ slotAt }) => slotAt.slice(11, 16)).toSorted()).toEqual(['10:00', '12:00']);
  });

  it('when a message is tried, whatever held when it was planned', async () => {
    await tell(worker, at, { unitCode: acceptingStation });
    await tellOfCase(owner, at, { caseNo, seq: 3, kind: 'certificate_ready' });
    await plan();
    await enact('440000000000', { notices: quietMorning });
    for (const destination of [`person/${colleague.id}`, `applicant/${caseNo}`]) {
      const { id } = await bundleTo(destination);
      expect(await attempt(id, at)).toEqual({ kind: 'waits', waitMs: 4 * 3_600_000 });
    }
  });

  it('for who is believed to be there', async () => {
    const stale = await addPerson(owner, at, 'station_leader', {
      lastConfirmedOn: addDays(localDateOf(at), -30),
    });
    const tellLeader = async () => {
      await tell(worker, at, { unitCode: homeStation, role: 'station_leader' });
      await plan();
      return owner.$count(deliveries, eq(deliveries.destination, `person/${stale.id}` as DestinationKey));
    };
    expect(await tellLeader()).toBe(1);
    await enact('520000000000', { freshness: { reminderAfterDays: 10, blockedAfterDays: 30 } });
    expect(await tellLeader()).toBe(1);
  });
});
