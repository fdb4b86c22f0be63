import { afterAll, describe, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { listDeliveriesOf } from '../../db/repositories/deliveries.ts';
import { deliveries, notices } from '../../db/schema/index.ts';
import type { NoticeDatabase } from './notice-house.ts';
import { bundlesOf, createNoticeDatabase, openNoticeHouse, waitForMessages } from './notice-house.ts';
import { addCase, addPerson, homeStation, tell, tellOfCase } from './outbox.ts';
import { startMailServer } from './receivers.ts';

const databases = await Promise.all(Array.from({ length: 5 }, createNoticeDatabase));
afterAll(() => Promise.all(databases.map(({ owner }) => owner.close())));

function nextDatabase(): NoticeDatabase {
  const database = databases.pop();
  if (database === undefined) throw new Error('make one more database');
  return database;
}

async function openWithMail(from: string) {
  const { url, owner } = nextDatabase();
  const mail = await startMailServer();
  const channels = openNoticeChannels(
    { smtpUrl: mail.url, mailFrom: 'notice@tongban.invalid' },
    'development',
  );
  return { owner, mail, house: await openNoticeHouse(url, { from, channels }) };
}

/** The lines of every mail, without their dates, oldest mail first. */
function linesOf(mails: readonly { text?: string | undefined }[]): string[][] {
  return mails.map(({ text = '' }) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.slice(12)),
  );
}

describe('in the night', () => {
  it('people are left alone but for what is urgent, and get the rest in one message in the morning', async () => {
    const { owner, mail, house } = await openWithMail('2054-11-25T22:00:00');
    const { database, clock } = house;
    await addPerson(owner, clock.now(), 'liaison_officer');
    for (const [text, urgency] of [
      ['甲', 'normal'],
      ['乙', 'normal'],
      ['急件', 'urgent'],
      ['丙', 'normal'],
    ] as const) {
      await tell(database, clock.now(), { text, urgency });
      await house.dispatch();
    }
    await waitForMessages(owner, 1, 'delivered');
    await house.sleepUntil('2054-11-26T07:29:00');
    expect(linesOf(mail.mails)).toEqual([['急件']]);
    await house.sleepUntil('2054-11-26T07:36:00');
    await waitForMessages(owner, 2, 'delivered');
    expect(linesOf(mail.mails)).toEqual([['急件'], ['甲', '乙', '丙']]);
    const [, morning] = await bundlesOf(owner);
    expect(morning?.slotAt).toMatch(/^2054-11-26T07:3[0-4]/);
  });

  it('a message that is tried again waits for the morning, an urgent one does not', async () => {
    const { owner, mail, house } = await openWithMail('2054-11-25T20:00:00');
    const { database, clock } = house;
    await addPerson(owner, clock.now(), 'liaison_officer');
    await mail.goDown();
    await tell(database, clock.now(), { text: '甲' });
    await house.dispatch();
    await tell(database, clock.now(), { text: '急件', urgency: 'urgent' });
    await house.dispatch();
    await house.sleepUntil('2054-11-25T21:30:00');
    await mail.comeUp();
    await house.sleepUntil('2054-11-26T07:00:00');
    await waitForMessages(owner, 1, 'delivered');
    expect(linesOf(mail.mails)).toEqual([['急件']]);
    await house.sleepUntil('2054-11-26T08:00:00');
    await waitForMessages(owner, 2, 'delivered');
    expect(linesOf(mail.mails)).toEqual([['急件'], ['甲']]);
  });
});

describe('at the start of office hours', () => {
  it('the notices of many people are spread over minutes', async () => {
    const { owner, mail, house } = await openWithMail('2054-11-25T08:30:00');
    const { database, clock } = house;
    const people = await Promise.all(
      Array.from({ length: 60 }, () => addPerson(owner, clock.now(), 'liaison_officer')),
    );
    await tell(database, clock.now());
    await house.dispatch();
    await house.sleepUntil('2054-11-25T08:36:00');
    await waitForMessages(owner, people.length, 'delivered');
    expect(mail.mails).toHaveLength(people.length);
    // The slots are planned; how soon after them a message goes is the worker's speed, which the benchmark measures.
    const bundles = await bundlesOf(owner);
    const minutes = bundles.map(({ slotAt }) => slotAt.slice(14, 16));
    expect(new Set(minutes)).toEqual(new Set(['32', '33', '34']));
    for (const { slotAt, handedOverAt } of bundles) {
      expect(handedOverAt !== null && handedOverAt >= slotAt).toBe(true);
    }
  });
});

describe('somebody to whom much is written', () => {
  it('gets no more messages than the limits allow, and nothing less to read', async () => {
    const { owner, mail, house } = await openWithMail('2054-11-25T10:00:00');
    const { database, clock } = house;
    await addPerson(owner, clock.now(), 'liaison_officer');
    const texts = Array.from({ length: 20 }, (_, n) => `第${n}条`);
    for (const [n, text] of texts.entries()) {
      // Slots lie at half past a minute: what arises after the first three is half a minute away from each of them.
      const minute = String(n < 3 ? n : n + 1).padStart(2, '0');
      await house.sleepUntil(`2054-11-25T10:${minute}:${n < 3 ? '30' : '00'}`);
      await tell(database, clock.now(), { text });
      await house.dispatch();
    }
    await house.sleepUntil('2054-11-25T11:00:00');
    await waitForMessages(owner, 7, 'delivered');
    const lines = linesOf(mail.mails);
    expect(lines.flat()).toEqual(texts);
    // Three at once; what comes in the quarter of an hour after the first is one message at its end; and so on.
    expect(lines.map(({ length }) => length)).toEqual([1, 1, 1, 12, 1, 1, 3]);
  });

  it('is told the same once, by whatever ways it would come', async () => {
    const { owner, mail, house } = await openWithMail('2054-11-25T10:00:00');
    const { database, clock } = house;
    const person = await addPerson(owner, clock.now(), 'liaison_officer');
    // The same human being under a second entry.
    await addPerson(owner, clock.now(), 'window_officer', { email: person.email });
    const caseNo = await addCase(owner, clock.now());
    const told = { caseNo, unitCode: homeStation };
    await tellOfCase(owner, clock.now(), { ...told, seq: 1, position: 0, text: '同一件事' });
    await tellOfCase(owner, clock.now(), { ...told, seq: 1, position: 1, text: '同一件事' });
    await tell(database, clock.now(), { subjectKey: 'calendar/2055', text: '日历未发布' });
    await house.dispatch();
    await tell(database, clock.now(), {
      subjectKey: 'calendar/2055',
      text: '日历仍未发布',
      role: 'window_officer',
    });
    await house.dispatch();
    await house.sleepUntil('2054-11-25T10:30:00');
    await waitForMessages(owner, 1, 'delivered');
    expect(linesOf(mail.mails)).toEqual([[`${caseNo} 同一件事`, '日历未发布']]);
    const ids = (await owner.select({ id: notices.id }).from(notices))
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
    const states = (await listDeliveriesOf(owner, ids)).map(({ noticeId, state }) => [
      ids.indexOf(noticeId),
      state.status,
      'original' in state ? ids.indexOf(state.original) : null,
    ]);
    expect(states).toEqual([
      [0, 'delivered', null],
      [1, 'suppressed', 0],
      [2, 'delivered', null],
      [3, 'suppressed', 2],
    ]);
    expect(await owner.$count(deliveries)).toBe(4);
  });
});
