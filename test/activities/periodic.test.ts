import { eq, inArray, like } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { createDigestActivities } from '../../activities/periodic/digests.ts';
import { createRetentionActivities } from '../../activities/periodic/retention.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { addApplication, listApplicants } from '../../db/repositories/applications.ts';
import { holdCase, releaseCase } from '../../db/repositories/legal-holds.ts';
import { actRecords, applications, cases, ledgerEvents, notices } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { removed } from '../../domain/application/anonymised.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { personalChannels } from '../../domain/notices/channel.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { accept } from '../domain/case/commands.ts';
import type { Ledger } from '../domain/case/ledger.ts';
import {
  accepted,
  atTheCounty,
  collected,
  escalated,
  issuedOnTheSpot,
  verifying,
} from '../domain/case/roads.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { mergeStation } from '../house/merged-station.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { systemClock } from '../../platform/clock.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const database = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2, keyRing: testKeyRing });
afterAll(() => Promise.all([owner.close(), database.close()]));

const units = createUnitDirectory(database, systemClock);
const log = pino({ level: 'silent' });
const ledger = createLedgerActivities({ database, units });
const escalationChannels = new Set(personalChannels);
const at = (time: string) => ({
  ...{ database, units, escalationChannels, log },
  clock: { now: () => parseInstant(time) },
});

async function store(caseNo: CaseNo, { events, state }: Ledger): Promise<void> {
  const submittedAt = state.acceptedAt;
  await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });
  await ledger.record({ caseNo, events, next: state });
}

/** Records what a stored case has added since. */
async function goOn(caseNo: CaseNo, { events, state }: Ledger): Promise<void> {
  const kept = await owner.$count(ledgerEvents, eq(ledgerEvents.caseNo, caseNo));
  await ledger.record({ caseNo, events: events.slice(kept), next: state });
}

const overdue = '44010699000020261102000108' as CaseNo;
const unfiled = '44010699000020261102000116' as CaseNo;
const unsent = '44010699000020261102000159' as CaseNo;
await store(overdue, escalated());
await store(unsent, accepted().passUntil('2026-11-04T09:00:00+08:00'));
await store(unfiled, issuedOnTheSpot());
// Complaints wait for an answer also when their case has ended.
await store('4401069900002026110200018B' as CaseNo, collected().do('complain').do('complain'));
await store('44010699000020261102000199' as CaseNo, collected().do('complain').do('answer_complaint'));

const day = parsePlainDate('2026-11-12');

describe('the morning', () => {
  it('tells each supervisor once what his own units have to do, and not what the other side has', async () => {
    const { sendDigests } = createDigestActivities(at('2026-11-10T07:50:00+08:00'));
    await sendDigests();
    await sendDigests();
    const texts = await owner
      .select({ unitCode: notices.unitCode, role: notices.role, text: notices.text })
      .from(notices)
      .where(eq(notices.kind, 'digest'));
    const told = (unit: string) =>
      texts.filter(({ unitCode }) => unitCode === unit).map(({ role, text }) => [role, text]);
    const verification = '作为户籍地查证反馈：今日到期0件，已逾期1件。督办未回告1件。';
    // Two stations without their two people each, and nobody for the county itself.
    expect(told('520302000000')).toEqual([['county_supervisor', `${verification}通讯录缺口5处。`]]);
    expect(told('520000000000')).toEqual([
      ['province_supervisor', `${verification}投诉待答复2件。通讯录缺口7处。`],
    ]);
    // The case that was not sent on, and the Annex 2 whose filing was not.
    const accepting = '作为受理地流转送达、出具通知、发送备案函：今日到期0件，已逾期2件。';
    expect(told('440106000000')).toEqual([['county_supervisor', `${accepting}通讯录缺口5处。`]]);
  });

  it('says what ends today', async () => {
    const { sendDigests } = createDigestActivities(at('2026-11-03T07:50:00+08:00'));
    await sendDigests();
    const texts = await owner
      .select({ text: notices.text })
      .from(notices)
      .where(inArray(notices.dedupeKey, ['digest/2026-11-03/440106000000', 'digest/2026-11-03/520302000000']))
      .orderBy(notices.dedupeKey);
    expect(texts.map(({ text }) => text)).toEqual([
      '作为受理地流转送达、出具通知、发送备案函：今日到期2件，已逾期0件。通讯录缺口5处。',
      expect.stringContaining('督办未回告1件。'),
    ]);
  });

  it('lays both stations’ filings of Annex 2 against each other, and tells each its own side of them', async () => {
    const reported = '44010699000020261102000167' as CaseNo;
    const acknowledged = '44010699000020261102000175' as CaseNo;
    const sent = () => issuedOnTheSpot().do('send_filing').sendFiling();
    const filing = sent();
    await store(reported, filing);
    await store(acknowledged, sent().do('acknowledge_filing'));
    const reconcileOn = (day: string) =>
      createDigestActivities(at(`${day}T07:55:00+08:00`)).reconcileFilings();
    const toldOn = (day: string) =>
      owner
        .select({ unitCode: notices.unitCode, role: notices.role, text: notices.text })
        .from(notices)
        .where(like(notices.dedupeKey, `filings/${day}/%`))
        .orderBy(notices.id);

    expect(await reconcileOn('2026-11-10')).toBe(2);
    expect(await reconcileOn('2026-11-10')).toBe(2);
    expect(await toldOn('2026-11-10')).toEqual([
      {
        unitCode: '440106990000',
        role: 'window_officer',
        text: '附件2备案核对：待发备案函1件，已发尚未获确认1件。',
      },
      {
        unitCode: '520302990000',
        role: 'liaison_officer',
        text: '附件2备案核对：收到备案函1件尚未确认，请核对后确认。',
      },
    ]);

    await goOn(reported, filing.do('acknowledge_filing'));
    expect(await reconcileOn('2026-11-11')).toBe(1);
    expect(await toldOn('2026-11-11')).toMatchObject([
      { unitCode: '440106990000', text: '附件2备案核对：待发备案函1件，已发尚未获确认0件。' },
    ]);
  });

  it('tells of what a station owes another in the middle of a case, and of what a county and a filing wait for', async () => {
    const further = parseUnitCode('650102990000');
    const asked = verifying({}, 'KINSHIP').do('request_further_verification', { station: further });
    await store('44010699000020261102000204' as CaseNo, asked);
    await store('44010699000020261102000212' as CaseNo, atTheCounty());
    await createDigestActivities(at('2026-11-23T07:50:00+08:00')).sendDigests();
    const lines = async (unit: string, title: string) => {
      const [digest] = await owner
        .select({ text: notices.text })
        .from(notices)
        .where(eq(notices.dedupeKey, `digest/2026-11-23/${unit}`));
      return digest?.text.split('。').filter((line) => line.startsWith(title));
    };
    expect(await lines('650102000000', '协助')).toEqual(['协助其他派出所查证：今日到期0件，已逾期1件']);
    expect(await lines('650102000000', '作为')).toEqual([]);
    // The station to be found, and the filing that nobody has acknowledged.
    expect(await lines('520302000000', '作为户籍地指派')).toEqual([
      '作为户籍地指派、确认备案：今日到期0件，已逾期1件',
    ]);
  });

  it('asks those who do the work of a merged station', async () => {
    const successor = parseUnitCode('440104990000');
    await mergeStation(owner, parseUnitCode('440106990000'), { successor, since: day });
    const { sendDigests, reconcileFilings } = createDigestActivities(at(`${day}T07:55:00+08:00`));
    await reconcileFilings();
    await sendDigests();
    const keys = [`filings/${day}/440104990000/window_officer`, `digest/${day}/440104000000`];
    const texts = await owner
      .select({ text: notices.text })
      .from(notices)
      .where(inArray(notices.dedupeKey, keys))
      .orderBy(notices.dedupeKey);
    expect(texts.map(({ text }) => text)).toEqual([
      expect.stringContaining('作为受理地'),
      '附件2备案核对：待发备案函1件，已发尚未获确认0件。',
    ]);
  });
});

describe('retention', () => {
  const closed = '44010699000020261102000124' as CaseNo;
  const held = '44010699000020261102000132' as CaseNo;
  const open = '44010699000020261102000140' as CaseNo;
  const years = (retentionDays?: number) =>
    createRetentionActivities({
      ...at('2037-01-01T02:00:00+08:00'),
      attachmentFiles: createAttachmentFiles({ database, clock: systemClock }),
      ...(retentionDays === undefined ? {} : { retentionDays }),
    });
  const nameOf = async (caseNo: CaseNo) => {
    return (await listApplicants(owner, [caseNo])).get(caseNo)?.name;
  };

  it('takes the personal data out of what is closed long enough and not held, and nothing else', async () => {
    await store(closed, collected());
    await store(held, collected());
    await store(open, verifying());
    await addActRecord(owner, {
      commandId: 'words-of-the-closed' as CommandId,
      caseNo: closed,
      officerId: 'officer-1',
      submittedAt: parseInstant('2026-11-02T09:00:00+08:00'),
      content: { act: 'withdraw', statement: '申请人的话' },
    });
    const hold = {
      caseNo: held,
      reason: '投诉处理中',
      heldBy: 'auditor-1',
      heldAt: parseInstant('2026-12-01T09:00:00+08:00'),
    };
    await holdCase(owner, hold);

    expect(await years().anonymiseExpired()).toBe(0);
    // The one, and that whose complaint has its answer; the other's words are still needed.
    expect(await years(3650).anonymiseExpired()).toBe(2);
    expect(await nameOf(closed)).toBe(removed);
    expect(await nameOf(held)).toBe(sampleApplication.applicant.name);
    expect(await nameOf(open)).toBe(sampleApplication.applicant.name);
    expect(await owner.$count(actRecords, eq(actRecords.caseNo, closed))).toBe(0);
    // What happened, and when, is no personal data.
    expect(await owner.$count(ledgerEvents, eq(ledgerEvents.caseNo, closed))).toBeGreaterThan(5);
    const [row] = await owner.select().from(cases).where(eq(cases.caseNo, closed));
    expect(row?.anonymisedAt).not.toBeNull();

    await releaseCase(owner, held);
    expect(await years(3650).anonymiseExpired()).toBe(1);
    expect(await years(3650).anonymiseExpired()).toBe(0);
  });

  it('is refused by Postgres for an open case, whoever asks', async () => {
    await database.client`select anonymise_case(${open}, null, null, null, now())`;
    expect(await nameOf(open)).toBe(sampleApplication.applicant.name);
    await expect(database.update(applications).set({ applicantIdHash: null })).rejects.toThrow();
  });
});
