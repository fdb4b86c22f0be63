import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bundleForRecall } from '../../commands/reconcile/recall.ts';
import { skippedPlaces } from '../../commands/reconcile/number-sequences.ts';
import type { CaseReport, Report } from '../../commands/reconcile/reconcile.ts';
import { countLeft, reconcile } from '../../commands/reconcile/reconcile.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { allotCertificateNo } from '../../db/repositories/numbers.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import { numbersIn, givenOutBy } from '../../domain/certificate/numbers-in-text.ts';
import { systemClock } from '../../platform/clock.ts';
import { readCalendarFiles } from '../../platform/reference-data.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { commandSignal } from '../../workflows/contract.ts';
import { acceptingStation, CaseDriver, newCommandId, windowOfficer } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { createHouseTemplate } from '../house/house-template.ts';
import type { BackedUpPostgres } from './restored/backed-up-postgres.ts';
import { startBackedUpPostgres } from './restored/backed-up-postgres.ts';
import { snapshotOf, startTemporalOn } from './restored/backed-up-temporal.ts';
import type { Stage } from './restored/open-stage.ts';
import { makeFolder, openStage } from './restored/open-stage.ts';
import { runReconcile } from './restored/run-reconcile.ts';
import { hand, issue, toVerifying } from './restored/worded-acts.ts';

const { dir, remove } = await makeFolder();
const bundle = await bundleForRecall();
const at = (name: string) => path.join(dir, name);

/** What was done before and after the instant to which one of the two is restored, and by the end. */
interface Course {
  readonly backup: BackedUpPostgres;
  readonly instant: Instant;
  /** The same by the clock of Postgres. */
  readonly then: string;
  /** Verified then; at the end its certificate is issued. */
  readonly issued: CaseNo;
  /** Answered then; at the end closed. */
  readonly closed: CaseNo;
  /** Verified then, and at the end. */
  readonly resting: CaseNo;
  /** Accepted after it. */
  readonly later: CaseNo;
}

let course: Course;

beforeAll(async () => {
  const backup = await startBackedUpPostgres(at('postgres'));
  const url = await createHouseTemplate(backup.url, { name: 'house', calendars: readCalendarFiles() });
  const temporal = await startTemporalOn(at('temporal'));
  const stage = await openStage(url, temporal.address, bundle);
  course = await stage.atWork(async (house) => {
    const [issued, closed, resting] = [
      await CaseDriver.accept(house),
      await CaseDriver.accept(house),
      await CaseDriver.accept(house),
    ];
    for (const driver of [issued, closed, resting]) await toVerifying(driver);
    await closed.answer();
    const [instant, then] = [systemClock.now(), await backup.now()];
    await snapshotOf(at('temporal'), at('then.db'));
    await issued.answer();
    await issue(issued);
    await issue(closed);
    await hand(closed);
    const later = await CaseDriver.accept(house);
    await toVerifying(later);
    return {
      ...{ backup, instant, then, issued: issued.caseNo, closed: closed.caseNo },
      ...{ resting: resting.caseNo, later: later.caseNo },
    };
  });
  await backup.archive();
  await snapshotOf(at('temporal'), at('end.db'));
  await stage.close();
  await temporal.stop();
  await backup.stop();
}, 300_000);
afterAll(remove);

let restored = 0;

/** Restores both, and opens the stage on them with nobody at work. */
async function restore(to: { postgres: 'then' | 'end'; temporal: 'then' | 'end' | 'lost' }): Promise<Stage> {
  restored += 1;
  const name = `restored-${String(restored)}`;
  const server = await course.backup.restore(name, to.postgres === 'then' ? course.then : 'the_end');
  const snapshot = to.temporal === 'lost' ? undefined : at(`${to.temporal}.db`);
  const temporal = await startTemporalOn(at(`temporal-${String(restored)}`), snapshot);
  const url = new URL(server.url);
  url.pathname = '/house';
  const stage = await openStage(url.href, temporal.address, bundle);
  onTestFinished(async () => {
    await stage.close();
    await temporal.stop();
    await server.stop();
  });
  return stage;
}

function look(stage: Stage): Promise<Report> {
  return reconcile(stage, { mode: 'dry_run', since: addMs(course.instant, -3_600_000), skipNumbersOf: null });
}

function mend(stage: Stage): Promise<Report> {
  return reconcile(stage, { mode: 'apply', since: addMs(course.instant, -3_600_000), skipNumbersOf: null });
}

const found = ({ cases }: Report) =>
  Object.fromEntries(cases.map(({ caseNo, finding, outcome }) => [caseNo, `${finding.kind} ${outcome}`]));

async function expectWhole(stage: Stage): Promise<void> {
  expect(await stage.verify()).toMatchObject({ broken: null });
  const sql = postgres(stage.url, { max: 1 });
  const doubled = await sql`
    select case_no from ledger_events where event ->> 'type' = 'rung_fired'
    group by case_no, event ->> 'clockKey', event ->> 'rung' having count(*) > 1`;
  await sql.end();
  expect(doubled).toEqual([]);
}

/** Whether the last that the case has written to its history is that it waits for an hour. */
async function waitsForLedger(driver: CaseDriver): Promise<boolean> {
  const { events } = await driver.handle.fetchHistory();
  return (events ?? []).some(
    ({ timerStartedEventAttributes: timer }) => Number(timer?.startToFireTimeout?.seconds) === 3600,
  );
}

const withOutcome = (kinds: Readonly<Record<string, string>>, outcome: CaseReport['outcome']) =>
  Object.fromEntries(Object.entries(kinds).map(([caseNo, kind]) => [caseNo, `${kind} ${outcome}`]));

/** The ledger of the case that had ended, of which its workflow did not know. */
function ledgerOfClosed(stage: Stage): Promise<unknown[]> {
  return listEvents(stage.database, course.closed);
}

/** Plays every case that is left to its end; each ends with one certificate, of a number of its own. */
async function toTheEnd(house: House): Promise<void> {
  const [issued, resting, later] = [course.issued, course.resting, course.later].map((caseNo) =>
    CaseDriver.of(house, caseNo),
  );
  if (issued === undefined || resting === undefined || later === undefined)
    throw new Error('there are three');
  for (const driver of [resting, later]) {
    await driver.answer();
    await issue(driver);
  }
  const given: string[] = [];
  for (const driver of [issued, resting, later]) {
    await hand(driver);
    expect(await driver.handle.result()).toBe('collected');
    const { certificates } = await driver.state();
    given.push(...certificates.map(({ certificateNo }) => certificateNo));
    expect(await driver.certificateCount()).toBe(1);
  }
  expect(new Set(given).size).toBe(3);
}

const timeout = 240_000;

describe('Postgres and Temporal restored', { timeout }, () => {
  it('to one instant: nothing is to be mended, and the cases go on', async () => {
    const stage = await restore({ postgres: 'then', temporal: 'then' });
    expect(found(await look(stage))).toEqual({});
    await stage.atWork(async (house) => {
      const driver = CaseDriver.of(house, course.issued);
      await driver.answer();
      await issue(driver);
      await hand(driver);
      expect(await driver.handle.result()).toBe('collected');
    });
    await expectWhole(stage);
  });

  it('Postgres to an earlier one: no case writes over what is lost; it is put back, and what cannot be is named', async () => {
    const stage = await restore({ postgres: 'then', temporal: 'end' });
    const lost = await look(stage);
    expect(found(lost)).toEqual({
      [course.issued]: 'ledger_behind to_be_mended',
      [course.closed]: 'ledger_behind to_be_mended',
      [course.later]: 'application_lost left_for_people',
    });

    // Nobody has reconciled, and an officer acts: the case waits, and keeps the act.
    const reminder = await stage.atWork(async (house) => {
      const driver = CaseDriver.of(house, course.issued);
      const held = await driver.events();
      const commandId = newCommandId();
      await driver.handle.signal(commandSignal, { type: 'notify', commandId, by: windowOfficer });
      await waitFor(() => waitsForLedger(driver), {
        timeoutMs: 60_000,
        what: 'the case to wait for its ledger',
      });
      expect(await driver.events()).toEqual(held);
      return commandId;
    });

    const report = await mend(stage);
    expect(found(report)).toEqual({
      [course.issued]: 'ledger_behind mended',
      [course.closed]: 'ledger_behind mended',
      [course.later]: 'application_lost left_for_people',
    });
    // Nobody's words and no paper is in Temporal: they are named, case by case.
    expect(report.words.map(({ caseNo, what }) => [caseNo, what])).toEqual([
      [course.issued, '户籍地派出所反馈：查证一致'],
      [course.issued, '受理地派出所出具证明'],
      [course.closed, '受理地派出所出具证明'],
      [course.closed, '已通知申请人领取证明'],
      [course.closed, '申请人领取证明'],
    ]);
    expect(report.certificates.map(({ caseNo }) => caseNo)).toEqual([course.issued, course.closed]);
    expect(countLeft(report)).toBe(1 + 5 + 2);
    expect(report.sequences.behind).toEqual(
      givenOutBy([course.later, ...report.certificates.map(({ certificateNo }) => certificateNo)]),
    );
    // A second time there is nothing to mend, and what people have to do is still named.
    const again = await look(stage);
    expect(again.sequences.behind).toEqual([]);
    expect(found(again)).toEqual({ [course.later]: 'application_lost left_for_people' });
    expect(again.words).toEqual(report.words);

    await stage.atWork(async (house) => {
      const driver = CaseDriver.of(house, course.issued);
      await driver.waitUntil('notified', ({ stepKeys }) => stepKeys.includes(reminder));
      await driver.act('collect');
      expect(await driver.handle.result()).toBe('collected');
      const resting = CaseDriver.of(house, course.resting);
      await resting.answer();
      await issue(resting);
      const numbers = [course.issued, course.closed, course.resting].map(async (caseNo) =>
        (await CaseDriver.of(house, caseNo).state()).certificates.map(({ certificateNo }) => certificateNo),
      );
      const given = (await Promise.all(numbers)).flat();
      expect(new Set(given).size).toBe(3);
    });
    await expectWhole(stage);
  });

  it('Temporal to an earlier one: its cases catch up, and none that it has never heard of is lost', async () => {
    const stage = await restore({ postgres: 'end', temporal: 'then' });
    const before = await ledgerOfClosed(stage);
    const behind = {
      [course.issued]: 'workflow_behind',
      [course.closed]: 'workflow_behind',
      [course.later]: 'no_workflow',
    };
    expect(found(await look(stage))).toEqual(withOutcome(behind, 'to_be_mended'));
    const report = await mend(stage);
    expect(found(report)).toEqual(withOutcome(behind, 'mended'));
    expect(countLeft(report)).toBe(0);
    await stage.atWork(async (house) => {
      expect(await CaseDriver.of(house, course.closed).handle.result()).toBe('collected');
      await toTheEnd(house);
    });
    await expectWhole(stage);
    expect(await ledgerOfClosed(stage)).toEqual(before);
    expect(found(await look(stage))).toEqual({});
  });

  it('Temporal lost: the command, as an operator runs it, has every open case taken up', async () => {
    const stage = await restore({ postgres: 'end', temporal: 'lost' });
    const place = { url: stage.url, address: stage.address, dir };
    const dryRun = await runReconcile(place);
    const open = [course.issued, course.resting, course.later];
    const lost = Object.fromEntries(open.map((caseNo) => [caseNo, 'no_workflow']));
    expect([found(dryRun.report), dryRun.exitCode]).toEqual([withOutcome(lost, 'to_be_mended'), 2]);
    for (const caseNo of open) expect(dryRun.text).toContain(caseNo);
    const applied = await runReconcile(place, '--apply', '--restored-to', systemClock.now());
    expect([found(applied.report), applied.exitCode]).toEqual([withOutcome(lost, 'mended'), 0]);
    const next = await allotCertificateNo(stage.database, acceptingStation, systemClock.now());
    expect(givenOutBy(numbersIn(next))[0]?.last).toBeGreaterThan(skippedPlaces);
    await stage.atWork(toTheEnd);
    await expectWhole(stage);
  });
});
