import { afterAll, describe, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { addDays, parsePlainDate } from '../../domain/time/plain-date.ts';
import type { NoticeDatabase } from './notice-house.ts';
import { bundlesOf, createNoticeDatabase, openNoticeHouse, waitForMessages } from './notice-house.ts';
import { addCase, addPerson, tell, tellOfCase } from './outbox.ts';
import { startHttpServer, startMailServer } from './receivers.ts';

// An invented year: Thursday 26 November is off, and the first week of December.
const daysOff = [
  '2054-11-26',
  ...Array.from({ length: 6 }, (_, n) => addDays(parsePlainDate('2054-12-01'), n)),
];
const calendars = [2054, 2055].map((year) => ({
  ...{ year, status: 'official', source: 'https://example.org/', publishedOn: `${year - 1}-11-01` },
  days: year === 2054 ? daysOff.map((date) => ({ date, name: '测试节', offDay: true })) : [],
}));

const databases = await Promise.all(Array.from({ length: 3 }, () => createNoticeDatabase(calendars)));
afterAll(() => Promise.all(databases.map(({ owner }) => owner.close())));

function nextDatabase(): NoticeDatabase {
  const database = databases.pop();
  if (database === undefined) throw new Error('make one more database');
  return database;
}

async function openOn(from: string) {
  const { url, owner } = nextDatabase();
  const [mail, gateway] = [await startMailServer(), await startHttpServer()];
  const channels = openNoticeChannels(
    {
      smtpUrl: mail.url,
      mailFrom: 'notice@tongban.invalid',
      smsGateway: JSON.stringify({
        url: gateway.url,
        body: { no: '{{caseNo}}' },
        templates: { certificate_ready: 'T' },
      }),
    },
    'development',
  );
  const house = await openNoticeHouse(url, { from, channels });
  await addPerson(owner, house.clock.now(), 'liaison_officer');
  return { owner, mail, gateway, house };
}

const textsOf = (mails: readonly { text?: string | undefined }[]) =>
  mails.map(({ text = '' }) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.slice(12)),
  );

describe('what arises when the office is closed', () => {
  it('waits for its next opening, but for what is urgent or the applicant’s', async () => {
    const { owner, mail, gateway, house } = await openOn('2054-11-25T18:00:00');
    const { database, clock } = house;
    const caseNo = await addCase(owner, clock.now());
    await tell(database, clock.now(), { text: '甲' });
    await tell(database, clock.now(), { text: '急件', urgency: 'urgent' });
    await tellOfCase(owner, clock.now(), { caseNo, seq: 1, kind: 'certificate_ready' });
    await house.dispatch();
    await waitForMessages(owner, 2, 'delivered');
    expect(textsOf(mail.mails)).toEqual([['急件']]);
    expect(gateway.posted).toHaveLength(1);
    await house.sleepUntil('2054-11-26T20:00:00');
    await tell(database, clock.now(), { text: '乙' });
    await house.dispatch();
    await house.sleepUntil('2054-11-27T08:29:00');
    expect(textsOf(mail.mails)).toEqual([['急件']]);
    await house.sleepUntil('2054-11-27T08:36:00');
    await waitForMessages(owner, 3, 'delivered');
    expect(textsOf(mail.mails)).toEqual([['急件'], ['甲', '乙']]);
    const slots = (await bundlesOf(owner)).map(({ slotAt }) => slotAt);
    expect(slots.at(-1)).toMatch(/^2054-11-27T08:3[0-4]/);
  });
});

describe('a message that is tried again', () => {
  it('waits for the next opening too, and an urgent one does not', async () => {
    const { owner, mail, house } = await openOn('2054-11-25T16:50:00');
    const { database, clock } = house;
    await mail.goDown();
    await tell(database, clock.now(), { text: '甲' });
    await house.dispatch();
    await tell(database, clock.now(), { text: '急件', urgency: 'urgent' });
    await house.dispatch();
    await house.sleepUntil('2054-11-25T17:45:00');
    await mail.comeUp();
    await house.sleepUntil('2054-11-27T08:29:00');
    await waitForMessages(owner, 1, 'delivered');
    expect(textsOf(mail.mails)).toEqual([['急件']]);
    await house.sleepUntil('2054-11-27T08:36:00');
    await waitForMessages(owner, 2, 'delivered');
    expect(textsOf(mail.mails)).toEqual([['急件'], ['甲']]);
  });

  it('is tried once more at the opening after a holiday in which its 7 days ended', async () => {
    const { owner, mail, house } = await openOn('2054-11-25T10:00:00');
    const { database, clock } = house;
    await mail.goDown();
    await tell(database, clock.now(), { text: '甲' });
    await house.dispatch();
    await house.sleepUntil('2054-12-06T12:00:00');
    expect((await bundlesOf(owner)).map(({ status }) => status)).toEqual(['sending']);
    await mail.comeUp();
    await house.sleepUntil('2054-12-07T08:36:00');
    await waitForMessages(owner, 1, 'delivered');
    expect(textsOf(mail.mails)).toEqual([['甲']]);
  });
});
