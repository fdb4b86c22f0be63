import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { planNextNotices } from '../../activities/notices/plan-deliveries.ts';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import { recordHandOver } from '../../db/repositories/delivery-bundles.ts';
import { deliveryBundles } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { agenda } from '../../domain/case/agenda.ts';
import { destinationKeyOf } from '../../domain/notices/destination.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { verifying } from '../domain/case/roads.ts';
import { addPerson } from '../notices/outbox.ts';
import type { Person } from './door.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { door, owner, clock, keep, escalate } = await openLedgerDoor('2026-11-10T09:00:00+08:00');

const at = clock.now();
const county = parseUnitCode('520302000000');
const chief = await addPerson(owner, at, 'county_supervisor', {
  unitCode: county,
  name: '测试县级督办员甲',
  telephone: '13800000001',
});
const officer = await addPerson(owner, at, 'liaison_officer', { name: '测试专管员甲' });
const leader = await addPerson(owner, at, 'station_leader', { name: '测试所领导甲', email: null });
const caseNo = await keep(
  escalate(verifying(), '2026-11-10T08:00:00+08:00', ({ unitCode, post }) => {
    const person = [chief, officer, leader].find((each) => each.unitCode === unitCode && each.post === post);
    return person?.id ?? null;
  }),
);

const leaderAway = { unitCode: leader.unitCode, post: 'station_leader', reason: 'on_leave' } as const;

/** One whose worker was away: two rungs fired at one instant, the first told the officer, the second the county. */
async function keepLate(): Promise<string> {
  const ledger = verifying();
  for (const { unitCode, post, id: personId } of [officer, chief]) {
    ledger.goTo('2026-11-09T09:00:00+08:00');
    const [item] = agenda(ledger.state);
    if (item === undefined) throw new Error('two rungs are due');
    const gaps = post === 'county_supervisor' ? [leaderAway] : [];
    ledger.settle({ type: 'come_due', item, told: [{ unitCode, post, personId }], gaps });
  }
  return keep(ledger);
}
const lateCaseNo = await keepLate();

const channels = openNoticeChannels(
  {
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'notice@tongban.invalid',
    smsGateway: '{"url":"http://127.0.0.1:1","body":{},"templates":{"default":"T","several":"T"}}',
  },
  'development',
);
const tree = await createUnitDirectory(owner, clock).tree();
const published = await createCalendarDirectory(owner).published();
await owner.transaction((transaction) =>
  planNextNotices(transaction, { tree, published, channels, at, limit: 500 }),
);
// E-mail got through, short messages did not.
const toChief = sql`${deliveryBundles.destination} = ${destinationKeyOf({ kind: 'person', personId: chief.id })}`;
const messages = await owner.select().from(deliveryBundles).where(toChief);
const handedOverAt = parseInstant('2026-11-10T09:00:05+08:00');
const givenUpAt = parseInstant('2026-11-17T09:00:05+08:00');
for (const { id, channel } of messages) {
  if (channel === 'email') await recordHandOver(owner, id, handedOverAt);
  else
    await owner
      .update(deliveryBundles)
      .set({ status: 'given_up', givenUpAt })
      .where(eq(deliveryBundles.id, id));
}

interface Told {
  readonly post: string;
  readonly name: string | null;
  readonly deliveries: readonly { channel: string; status: string; at: string | null }[];
}

async function read(person: Person, address: string): Promise<Record<string, unknown>[]> {
  const response = await door.call(person, 'GET', address);
  expect(response.statusCode).toBe(200);
  return response.json<{ items: Record<string, unknown>[] }>().items;
}

const firedAt = '2026-11-09T17:30:00.000+08:00';
const inbox = {
  channel: 'inbox',
  channelTitle: '站内通知',
  status: 'delivered',
  statusTitle: '已送出',
  at: firedAt,
};
const planned = { channel: 'email', status: 'planned', statusTitle: '待发送' };
/** Of R4: the county, the accepting officer, and those at the station who owe the reply. */
const toldOfR4 = [
  {
    unitCode: county,
    unitName: '遵义市公安局红花岗分局',
    post: 'county_supervisor',
    postTitle: '县级督办员',
    name: chief.name,
    telephoneToCall: null,
    deliveries: [
      inbox,
      {
        channel: 'email',
        channelTitle: '电子邮件',
        status: 'delivered',
        statusTitle: '已送出',
        at: handedOverAt,
      },
      {
        channel: 'sms',
        channelTitle: '短信',
        status: 'given_up',
        statusTitle: '发送失败，已停止',
        at: givenUpAt,
      },
    ],
  },
  { post: 'window_officer', name: null, deliveries: [inbox] },
  { post: 'liaison_officer', name: officer.name, deliveries: [inbox, planned] },
  { post: 'deputy_liaison_officer', name: null, deliveries: [inbox, planned] },
  { post: 'station_leader', name: leader.name, deliveries: [inbox] },
];

describe('a fired rung says who was told, over what, and whether it was delivered (§6)', () => {
  it('in the list of escalations', async () => {
    for (const person of ['homeProvince', 'window', 'liaison'] as const) {
      const items = await read(person, '/v1/escalations');
      expect(items.find(({ rung }) => rung === 'R4')?.told).toMatchObject(toldOfR4);
    }
  });

  it('in the timeline of its case', async () => {
    const items = await read('window', `/v1/cases/${caseNo}/timeline`);
    const fired = items.filter(({ type }) => type === 'rung_fired');
    expect(fired.at(-1)?.told).toMatchObject(toldOfR4);
    expect(items.find(({ type }) => type === 'case_accepted')?.told).toBeNull();
  });

  it('and each of two that fired together', async () => {
    const items = (await read('homeProvince', '/v1/escalations')).filter(
      (item) => item.caseNo === lateCaseNo,
    );
    expect(items.map(({ rung, told }) => [rung, (told as Told[]).map(({ name }) => name)])).toEqual([
      ['R3', [chief.name]],
      ['R2', [officer.name]],
    ]);
  });

  it('and in which posts nobody could be told', async () => {
    const gap = {
      ...leaderAway,
      unitName: '遵义市公安局红花岗分局桃溪派出所',
      postTitle: '所领导',
      reasonTitle: '请假、外出',
    };
    const items = (await read('homeProvince', '/v1/escalations')).filter(
      (item) => item.caseNo === lateCaseNo,
    );
    expect(items.map(({ rung, gaps }) => [rung, gaps])).toEqual([
      ['R3', [gap]],
      ['R2', []],
    ]);
    const timeline = await read('window', `/v1/cases/${lateCaseNo}/timeline`);
    const fired = timeline.filter(({ type }) => type === 'rung_fired');
    expect(fired.map(({ gaps }) => gaps)).toEqual([[], [gap]]);
    expect(timeline.find(({ type }) => type === 'case_accepted')?.gaps).toBeNull();
  });

  it('and each rung of its own only', async () => {
    const all = await read('homeProvince', '/v1/escalations');
    const items = all.filter((item) => item.caseNo === caseNo);
    const toldOf = (rung: string) => (items.find((item) => item.rung === rung)?.told ?? []) as Told[];
    expect(toldOf('R2').map(({ name }) => name)).toEqual([officer.name, null]);
    expect(toldOf('R3').map(({ name }) => name)).toEqual([officer.name, null, leader.name, chief.name]);
    for (const { deliveries } of toldOf('R3')) {
      expect(deliveries.map(({ channel }) => channel).slice(0, 1)).toEqual(['inbox']);
      expect(deliveries.filter(({ channel }) => channel === 'sms')).toEqual([]);
    }
  });
});
