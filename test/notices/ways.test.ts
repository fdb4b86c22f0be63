import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { listDeliveriesOfCase } from '../../db/repositories/deliveries.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { addWebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import { withScope } from '../../db/scope.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { openPlanner, planningAt } from './planner.ts';
import { acceptingStation, addCase, homeStation, tellOfCase } from './outbox.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const { url, owner, worker, planAll } = await openPlanner();
const at = planningAt;
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => api.close());

describe('the ways of the notices of a case', () => {
  it('lead to people, group, programs and applicant', async () => {
    const caseNo = await addCase(owner, at);
    await changeContacts(
      owner,
      {
        unitCode: homeStation,
        dutyTelephone: null,
        faxNumbers: [],
        groupRobotUrl: 'https://chat.police.invalid/hook',
        lastConfirmedOn: localDateOf(at),
        succession: null,
        closure: null,
        version: 0,
      },
      { by: 'test', at },
    );
    for (const [unitCode, kinds] of [
      [parseUnitCode('520000000000'), ['escalation']],
      [parseUnitCode('440100000000'), []],
      [parseUnitCode('650000000000'), []],
    ] as const) {
      await addWebhookEndpoint(owner, {
        id: crypto.randomUUID() as EndpointId,
        unitCode,
        url: 'http://127.0.0.1:1',
        secret: 'whsec_AAAA',
        kinds: [...kinds],
        createdBy: 'test',
        createdAt: at,
      });
    }
    await tellOfCase(owner, at, { caseNo, seq: 1, unitCode: homeStation, kind: 'escalation', text: '督办' });
    await tellOfCase(owner, at, { caseNo, seq: 2, unitCode: homeStation, kind: 'case' });
    await tellOfCase(owner, at, { caseNo, seq: 3, kind: 'certificate_ready' });
    await tellOfCase(owner, at, { caseNo, seq: 4, kind: 'case' });
    await planAll();
    const told = await listDeliveriesOfCase(owner, caseNo);
    const [first = 0] = told.map(({ noticeId }) => noticeId);
    const ways = told.map(
      ({ noticeId, channel, destination, state }) =>
        `${noticeId - first + 1} ${channel} ${destination.split('/')[0]} ${'reason' in state ? state.reason : state.status}`,
    );
    expect(ways).toEqual([
      '1 email person planned',
      '1 email person planned',
      '1 robot group planned',
      '1 webhook endpoint planned',
      '2 email person planned',
      '2 email person planned',
      '2 robot group planned',
      '3 sms applicant planned',
      '3 webhook endpoint planned',
      '4 sms applicant channel_off',
      '4 webhook endpoint planned',
    ]);
  });
});

describe('what became of notices', () => {
  const visible = (unit: string, table: string) =>
    withScope(api, parseUnitCode(unit), (executor) =>
      executor.execute(sql.raw(`select 1 from ${table}`)),
    ).then((rows) => rows.length);

  it.each(['notices', 'deliveries', 'delivery_bundles'])(
    '%s are seen by whoever sees the case or is told, and by nobody else',
    async (table) => {
      for (const unit of [acceptingStation, homeStation])
        expect(await visible(unit, table)).toBeGreaterThan(0);
      expect(await visible('650102990000', table)).toBe(0);
      await expect(api.execute(sql.raw(`select 1 from ${table}`))).resolves.toHaveLength(0);
    },
  );

  it('endpoints and their secrets are seen by their own unit only', async () => {
    expect(await visible('440100000000', 'webhook_endpoints')).toBe(1);
    expect(await visible(homeStation, 'webhook_endpoints')).toBe(0);
    expect(await visible('440000000000', 'webhook_endpoints')).toBe(0);
  });

  it('is nobody’s to change but the worker’s', async () => {
    await expect(api.execute(sql`update delivery_bundles set status = 'planned'`)).rejects.toThrow();
    await expect(worker.execute(sql`update notices set text = ''`)).rejects.toThrow();
    await expect(worker.execute(sql`delete from deliveries`)).rejects.toThrow();
  });
});
