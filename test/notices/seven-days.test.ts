import { afterAll, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { listNotices } from '../../db/repositories/notices.ts';
import { addWebhookEndpoint } from '../../db/repositories/webhook-endpoints.ts';
import type { EndpointId } from '../../domain/notices/destination.ts';
import type { Role } from '../../domain/roles.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { mergeStation } from '../house/merged-station.ts';
import type { NoticeDatabase } from './notice-house.ts';
import { bundlesOf, createNoticeDatabase, openNoticeHouse, waitForMessages } from './notice-house.ts';
import { acceptingStation, addCase, addPerson, tell, tellOfCase } from './outbox.ts';
import { startHttpServer, startMailServer } from './receivers.ts';

const [patient, longer, refused, inherited] = [
  await createNoticeDatabase(),
  await createNoticeDatabase(),
  await createNoticeDatabase(),
  await createNoticeDatabase(),
];
afterAll(() => Promise.all([patient, longer, refused, inherited].map(({ owner }) => owner.close())));

const homeProvince = parseUnitCode('520000000000');
const successor = parseUnitCode('440106980000');
const acceptingProvince = parseUnitCode('440000000000');
const secret = `whsec_${Buffer.from('an invented secret of tests').toString('base64')}`;

// Hundreds of tries in virtual time, each a real one.
const timeoutMs = 240_000;

/** A house from which everything leads to one mail server, one webhook receiver and one gateway. */
async function openAll({ url, owner }: NoticeDatabase, from: string) {
  const mail = await startMailServer();
  const [program, gateway] = [await startHttpServer(), await startHttpServer()];
  const house = await openNoticeHouse(url, {
    from,
    channels: openNoticeChannels(
      {
        smtpUrl: mail.url,
        mailFrom: 'notice@tongban.invalid',
        smsGateway: JSON.stringify({
          url: gateway.url,
          body: { to: '{{telephone}}', outId: '{{outId}}', no: '{{caseNo}}', tel: '{{stationTelephone}}' },
          templates: { default: 'T' },
        }),
      },
      'development',
    ),
  });
  await addWebhookEndpoint(owner, {
    id: crypto.randomUUID() as EndpointId,
    unitCode: homeProvince,
    url: program.url,
    secret,
    kinds: [],
    createdBy: 'test',
    createdAt: house.clock.now(),
  });
  const goDown = () => Promise.all([mail.goDown(), program.goDown(), gateway.goDown()]);
  const comeUp = () => Promise.all([mail.comeUp(), program.comeUp(), gateway.comeUp()]);
  return { house, mail, program, gateway, goDown, comeUp };
}

it(
  'receivers that are down for 7 days lose nothing and get nothing twice',
  { timeout: timeoutMs },
  async () => {
    const { owner } = patient;
    const { house, mail, program, gateway, goDown, comeUp } = await openAll(patient, '2054-11-25T10:00:00');
    const { database, clock } = house;
    await addPerson(owner, clock.now(), 'liaison_officer');
    const caseNo = await addCase(owner, clock.now());
    await goDown();
    await tell(database, clock.now(), { text: '通知。' });
    await tell(database, clock.now(), { text: '急件。', urgency: 'urgent' });
    await tellOfCase(owner, clock.now(), { caseNo, seq: 1 });
    await house.dispatch();

    // One e-mail, two webhooks and a short message are tried again and again for seven days, and in vain.
    await house.sleepUntil('2054-12-02T10:00:00');
    expect((await bundlesOf(owner)).map(({ status }) => status)).toEqual(Array(4).fill('sending'));
    await comeUp();
    await house.sleepUntil('2054-12-02T12:00:00');
    await waitForMessages(owner, 4, 'delivered');

    expect((await bundlesOf(owner)).map(({ status }) => status)).toEqual(Array(4).fill('delivered'));
    const lines = mail.mails.map(({ text = '' }) =>
      text
        .trim()
        .split('\n')
        .map((line) => line.slice(12)),
    );
    expect(lines).toEqual([['急件。', '通知。']]);
    const told = program.posted.map(({ body }) => (JSON.parse(body) as { data: { text: string } }).data.text);
    // The province's program hears of what its station is told; the applicant stands in another province.
    expect(told.toSorted()).toEqual(['急件。', '通知。']);
    const sent = gateway.posted.map(({ body }) => (JSON.parse(body) as { no: string }).no);
    expect(sent).toEqual([caseNo]);
  },
);

it('of those that stay down longer everybody concerned is told, once', { timeout: timeoutMs }, async () => {
  const { owner } = longer;
  const { house, goDown } = await openAll(longer, '2054-11-25T10:00:00');
  const { database, clock } = house;
  await addPerson(owner, clock.now(), 'liaison_officer');
  await addPerson(owner, clock.now(), 'deputy_liaison_officer');
  const caseNo = await addCase(owner, clock.now());
  await goDown();
  await tell(database, clock.now());
  await tellOfCase(owner, clock.now(), { caseNo, seq: 1, kind: 'certificate_ready' });
  await house.dispatch();
  await house.sleepUntil('2054-12-02T10:00:00');
  expect((await bundlesOf(owner)).map(({ status }) => status)).toEqual(Array(4).fill('sending'));

  await house.sleepUntil('2054-12-03T10:00:00');
  await waitForMessages(owner, 4, 'given_up');
  const given = await bundlesOf(owner);
  expect(given.map(({ status }) => status)).toEqual(Array(4).fill('given_up'));
  const toldOf = async (unitCode: UnitCode, role: Role) =>
    (await listNotices(owner, { units: [unitCode], roles: [role], limit: 10 }))
      .map(({ text }) => text)
      .toSorted();
  expect(await toldOf(homeProvince, 'system_administrator')).toEqual([
    '有通知经接口推送连续7天未能送出，已停止发送。无法连接对方。请检查该渠道；未送出的通知见各件的通知记录。',
    '有通知经电子邮件连续7天未能送出，已停止发送。无法连接邮件服务器。请检查该渠道；未送出的通知见各件的通知记录。',
  ]);
  expect(await toldOf(acceptingProvince, 'system_administrator')).toEqual([
    '有通知经短信连续7天未能送出，已停止发送。无法连接对方。请检查该渠道；未送出的通知见各件的通知记录。',
  ]);
  expect(await toldOf(acceptingStation, 'window_officer')).toEqual([
    '给申请人的短信（证明可领取）未能送达，请电话告知。',
  ]);
});

it('of an applicant’s message that was refused the successor of the merged station is told', async () => {
  const { owner } = inherited;
  const { house, gateway } = await openAll(inherited, '2054-11-25T10:00:00');
  const { clock } = house;
  const caseNo = await addCase(owner, clock.now());
  await mergeStation(owner, acceptingStation, { successor, since: localDateOf(clock.now()) });
  gateway.answerWith({ status: 410 });
  await tellOfCase(owner, clock.now(), { caseNo, seq: 1, kind: 'certificate_ready' });
  await house.dispatch();
  await house.sleepUntil('2054-11-25T10:10:00');
  await waitForMessages(owner, 1, 'given_up');
  const toldAt = async (unitCode: UnitCode) =>
    (await listNotices(owner, { units: [unitCode], roles: ['window_officer'], limit: 10 })).map(
      ({ text }) => text,
    );
  expect(await toldAt(successor)).toEqual(['给申请人的短信（证明可领取）未能送达，请电话告知。']);
  expect(await toldAt(acceptingStation)).toEqual([]);
  // The message itself had named the successor's telephone.
  expect(gateway.posted.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
    { tel: '020-00000002' },
  ]);
});

it('a mailbox that is refused for good is given up at once, and the administrators are told of it', async () => {
  const { owner } = refused;
  const { house, mail } = await openAll(refused, '2054-11-25T10:00:00');
  const { database, clock } = house;
  await addPerson(owner, clock.now(), 'liaison_officer');
  mail.answerWith(550);
  await tell(database, clock.now());
  await house.dispatch();
  await house.sleepUntil('2054-11-25T10:01:00');
  await waitForMessages(owner, 1, 'given_up');
  const bundle = (await bundlesOf(owner)).find(({ channel }) => channel === 'email');
  expect(bundle).toMatchObject({ status: 'given_up', attempts: 1, failureCode: 'smtp_550' });
  const [notice] = await listNotices(owner, {
    units: [homeProvince],
    roles: ['system_administrator'],
    limit: 1,
  });
  expect(notice).toMatchObject({
    kind: 'delivery_failure',
    text: '给遵义市公安局红花岗分局桃溪派出所的通知（电子邮件）被拒收，已停止发送。邮件服务器拒收（550），请核对邮箱地址。',
  });
});
