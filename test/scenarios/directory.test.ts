import type { ParsedMail } from 'mailparser';
import { expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { sampleContacts, samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import { dispatchNotices, waitForMessages } from '../notices/notice-house.ts';
import { startHttpServer, startMailServer } from '../notices/receivers.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { Scenario } from './scenario.ts';
import { countyLiaison, homeCounty } from './county-liaison.ts';
import { playScenario } from './scenario.ts';

const from = '2026-11-02T09:30:00+08:00';

/** Fills the directory as of the scenario's first day, with something changed. */
async function fillDirectory(
  { house, at }: Scenario,
  change: (person: DirectoryPerson, today: PlainDate) => DirectoryPerson[],
): Promise<void> {
  const today = localDateOf(at(from));
  const persons = samplePersons(addDays(today, -1)).flatMap((person) => change(person, today));
  await savePersons(house.owner, persons, { by: 'test', at: at(from) });
}

/** Channels that lead to a mail server and a gateway for short messages. */
async function openReceivers() {
  const [mail, gateway] = [await startMailServer(), await startHttpServer()];
  const smsGateway = JSON.stringify({
    url: gateway.url,
    body: { to: '{{telephone}}', no: '{{caseNo}}' },
    templates: { default: 'T' },
  });
  const settings = { smtpUrl: mail.url, mailFrom: 'notice@tongban.invalid', smsGateway };
  return { mail, gateway, channels: openNoticeChannels(settings, 'development') };
}

function addressOf({ to }: ParsedMail): string | undefined {
  return to === undefined || Array.isArray(to) ? undefined : to.text;
}

const isOfHome = ({ unitCode }: DirectoryPerson) => unitCode === homeStation;

it('S36 a liaison officer long unconfirmed: duty telephone and county are told, the gap goes to the county, the clock runs', async () => {
  const { mail, gateway, channels } = await openReceivers();
  await playScenario({ from, persons: [], channels }, async (scenario) => {
    const { house, at, sleepUntil, tell } = scenario;
    await fillDirectory(scenario, (person, today) => {
      if (person.unitCode === homeCounty) return [person, { ...person, ...countyLiaison }];
      if (!isOfHome(person)) return [person];
      return person.post === 'liaison_officer' ? [{ ...person, lastConfirmedOn: addDays(today, -200) }] : [];
    });
    const dutyTelephone = '13800000001';
    const contacts = sampleContacts(localDateOf(at(from))).filter(({ unitCode }) => unitCode === homeStation);
    for (const each of contacts) {
      await changeContacts(house.owner, { ...each, dutyTelephone, version: 0 }, { by: 'test', at: at(from) });
    }
    const driver = await CaseDriver.accept(house);
    await driver.transmit();
    const [handedOver] = await driver.eventsOf('dossier_handed_over');
    expect(handedOver?.told).toEqual([
      { unitCode: homeCounty, post: 'county_supervisor', personId: expect.any(String) as string },
      { unitCode: homeStation, post: 'liaison_officer', personId: null },
      { unitCode: homeCounty, post: 'liaison_officer', personId: countyLiaison.id },
    ]);
    expect(handedOver?.gaps).toEqual([
      { unitCode: homeStation, post: 'liaison_officer', reason: 'unconfirmed' },
      { unitCode: homeStation, post: 'deputy_liaison_officer', reason: 'nobody_named' },
      { unitCode: homeStation, post: 'station_leader', reason: 'nobody_named' },
    ]);
    const county = await driver.noticesTo('county_supervisor');
    expect(county.filter((text) => text.startsWith('收到一件'))).toHaveLength(1);
    expect(county.filter((text) => text.startsWith('通讯录缺口'))).toHaveLength(2);
    expect(await driver.noticesTo('window_officer')).toEqual([
      expect.stringContaining(`请拨打其值班电话${dutyTelephone}`),
    ]);
    expect(tell((await driver.deadline()).dueAt)).toBe('2026-11-09T17:30');

    const door = await scenario.openDoor();
    const timeline = await door.call('window', 'GET', `/v1/cases/${driver.caseNo}/timeline`);
    expect(timeline.json()).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          type: 'dossier_handed_over',
          told: expect.arrayContaining([
            expect.objectContaining({ unitCode: homeStation, name: null, telephoneToCall: dutyTelephone }),
            expect.objectContaining({
              unitCode: homeCounty,
              name: countyLiaison.name,
              telephoneToCall: null,
            }),
          ]) as unknown,
        }),
      ]) as unknown,
    });

    await dispatchNotices(house.client, house.owner);
    await sleepUntil('2026-11-02T10:30:00+08:00');
    // The two of the county, the station on duty, and the applicant twice.
    await waitForMessages(house.owner, 5, 'delivered');
    expect(mail.mails.map(addressOf).toSorted()).toEqual([
      countyLiaison.email,
      `county-supervisor.${homeCounty}@example.org`,
    ]);
    for (const { text } of mail.mails) expect(text).toContain(`${driver.caseNo} 收到一件“跨省通办”查证申请`);
    const called = gateway.posted.map(({ body }) => JSON.parse(body) as { to: string; no: string });
    expect(called).toContainEqual({ to: dutyTelephone, no: driver.caseNo });
  });
});

it('a liaison officer on leave: his deputy is told, and the rung says so', async () => {
  const { mail, channels } = await openReceivers();
  await playScenario({ from, persons: [], channels }, async (scenario) => {
    await fillDirectory(scenario, (person, today) =>
      isOfHome(person) && person.post === 'liaison_officer'
        ? [{ ...person, absences: [{ from: today, to: addDays(today, 10) }] }]
        : [person],
    );
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
    const [r2] = await driver.eventsOf('rung_fired');
    expect(r2).toMatchObject({
      rung: 'R2',
      told: [{ unitCode: homeStation, post: 'deputy_liaison_officer' }],
      gaps: [{ unitCode: homeStation, post: 'liaison_officer', reason: 'on_leave' }],
    });
    expect(r2?.told[0]?.personId).not.toBeNull();

    await dispatchNotices(scenario.house.client, scenario.house.owner);
    await scenario.sleepUntil('2026-11-06T10:00:00+08:00');
    const urged = () => mail.mails.filter(({ text }) => text?.includes('查证期限临近'));
    await waitFor(() => Promise.resolve(urged().length > 0), { timeoutMs: 60_000, what: 'the mail of R2' });
    expect(urged().map(addressOf)).toEqual([`deputy-liaison-officer.${homeStation}@example.org`]);
  });
});

it('a county supervisor without e-mail and mobile telephone: he is told, and a supervisor whom it reaches', async () => {
  const { mail, channels } = await openReceivers();
  await playScenario({ from, persons: [], channels }, async (scenario) => {
    await fillDirectory(scenario, (person) => [
      person.unitCode === homeCounty ? { ...person, email: null } : person,
    ]);
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-09T09:00:00+08:00');
    const r3 = (await driver.eventsOf('rung_fired')).find(({ rung }) => rung === 'R3');
    expect(r3?.told.map(({ post }) => post)).toEqual([
      ...['liaison_officer', 'deputy_liaison_officer', 'station_leader'],
      ...['county_supervisor', 'city_supervisor'],
    ]);
    expect(r3?.gaps).toEqual([{ unitCode: homeCounty, post: 'county_supervisor', reason: 'unreachable' }]);
    expect(await driver.noticesTo('city_supervisor')).toEqual([
      expect.stringContaining('今日为查证期限最后一个工作日'),
      `通讯录缺口：${homeCounty}的县级督办员没有可用的电子邮箱或手机号码，只能收到站内通知，通知已同时送上一级，请尽快补录，或由系统管理员启用相应渠道。`,
    ]);

    await dispatchNotices(scenario.house.client, scenario.house.owner);
    await scenario.sleepUntil('2026-11-09T10:00:00+08:00');
    const toCity = () =>
      mail.mails.filter((each) => addressOf(each) === 'city-supervisor.520300000000@example.org');
    await waitFor(() => Promise.resolve(toCity().length > 0), { timeoutMs: 60_000, what: 'the mail of R3' });
    expect(toCity().map(({ text }) => text)).toEqual([
      expect.stringContaining('今日为查证期限最后一个工作日'),
    ]);
  });
});

it('tells each rung to the people whom the directory names when it fires, not when the case began', async () => {
  await playScenario({ from, persons: [] }, async (scenario) => {
    await fillDirectory(scenario, (person) => [person]);
    const driver = await CaseDriver.accept(scenario.house);
    await driver.transmit();
    await driver.receive();
    await scenario.sleepUntil('2026-11-05T12:00:00+08:00');
    await fillDirectory(scenario, (person, today) =>
      isOfHome(person) && person.post === 'liaison_officer'
        ? [{ ...person, validUntil: addDays(today, 1) }]
        : [person],
    );
    await scenario.sleepUntil('2026-11-06T09:00:00+08:00');
    const [r2] = await driver.eventsOf('rung_fired');
    expect(r2?.told.map(({ post }) => post)).toEqual(['deputy_liaison_officer']);
  });
});
