import { createLedgerActivities } from '../../activities/ledger.ts';
import type { Database } from '../../db/database.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { AcceptCommand } from '../../domain/case/command.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation, homeCounty, homeStation, otherStation } from '../domain/case/facts.ts';
import { Ledger } from '../domain/case/ledger.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { systemClock } from '../../platform/clock.ts';

/** In the county of the home station; `otherStation` is in the next county of its city. */
export const sibling = parseUnitCode('520302980000');
/** In another city of the home station's province. */
export const inOtherCity = parseUnitCode('520402990000');
export const inOtherProvince = parseUnitCode('650102990000');
export const secondAccepting = parseUnitCode('440104990000');

/** What the sample units lack: another county, and another city, of the home station's province. */
const moreUnits: readonly Unit[] = [
  supervisor('county', '520303', '520300', '遵义市公安局汇川分局'),
  station(otherStation, '520303', '遵义市公安局汇川分局高桥派出所'),
  supervisor('city', '520400', '520000', '安顺市公安局'),
  supervisor('county', '520402', '520400', '安顺市公安局西秀分局'),
  // A name that a spreadsheet would calculate, if it stood in a cell of its own.
  station(inOtherCity, '520402', '=西秀分局东关派出所'),
];

/** What may come of a case; what each counts for is counted by hand in `statistics.test.ts`. */
export const playedCases = {
  /** Answered on working day 2, collected. */
  inTime: () =>
    sent()
      .do('receive')
      .goTo('2026-11-04T10:00:00+08:00')
      .do('answer')
      .do('issue')
      .makeCertificate()
      .do('notify')
      .do('collect'),
  /** Given back on working day 2 to the station next to it, which answers on its working day 2; issued. */
  reroutedWithinCounty: () =>
    returned('2026-11-04T10:00:00+08:00', sibling)
      .do('receive')
      .goTo('2026-11-06T10:00:00+08:00')
      .do('answer')
      .do('issue')
      .makeCertificate(),
  /** Given back in time to the next county of the city, which has signed for it. */
  reroutedWithinCity: () => returned('2026-11-04T10:00:00+08:00', otherStation).do('receive'),
  /** Given back after its term, the day on which R4 still waits for its reply; the other city answers on its day 2. */
  reroutedLate: () =>
    returned('2026-11-10T09:00:00+08:00', inOtherCity)
      .do('receive')
      .goTo('2026-11-12T10:00:00+08:00')
      .do('answer', { result: 'inconsistent', confirmedMatters: [] })
      .do('notify'),
  /** Not signed for; sent to another province after R1, whose county replies to R4 before the answer on day 6. */
  reroutedAcross: () =>
    sent()
      .passUntil('2026-11-04T10:00:00+08:00')
      .do('reroute', { homeStation: inOtherProvince, homeLevel: 'station' })
      .handOver()
      .do('receive')
      .passUntil('2026-11-12T08:50:00+08:00')
      .do('reply', { rungKey: 'verification/2/R4' as RungKey })
      .do('answer', { result: 'partly_consistent', confirmedMatters: [] })
      .do('notify'),
  /** On the spot; its filing is sent a day late and acknowledged in time. */
  filedLate: () =>
    onTheSpot()
      .do('notify')
      .do('collect')
      .passUntil('2026-11-04T10:00:00+08:00')
      .do('send_filing')
      .sendFiling()
      .do('acknowledge_filing'),
  /** On the spot, filed, voided for a mistake, issued and filed anew: one certificate. */
  reissued: () =>
    onTheSpot()
      .do('send_filing')
      .sendFiling()
      .do('void_certificate')
      .do('issue_annex_2')
      .makeCertificate()
      .do('send_filing')
      .sendFiling()
      .do('acknowledge_filing'),
  /** Never signed for nor answered; R4 is replied to after its day, and the applicant gives up while R5 waits. */
  silent: () =>
    sent({ homeStation: sibling })
      .passUntil('2026-11-11T09:00:00+08:00')
      .do('reply', { rungKey: 'verification/1/R4' as RungKey })
      .passUntil('2026-11-12T09:00:00+08:00')
      .do('withdraw'),
  /** Never sent on, until the officer who accepted it was reminded; then refused. */
  refused: () =>
    begun({ acceptingStation: secondAccepting }).passUntil('2026-11-04T10:00:00+08:00').do('refuse'),
  /** Papers are completed, pages missing and sent again; nobody there can be identified. */
  supplemented: () =>
    begun({ homeStation: otherStation })
      .do('request_completion')
      .do('complete_materials')
      .do('transmit', { channel: 'fax' })
      .handOver()
      .do('receive', { pagesReceived: 2 })
      .do('transmit', { channel: 'fax' })
      .handOver()
      .goTo('2026-11-03T10:00:00+08:00')
      .do('answer', { result: 'identity_not_verifiable', confirmedMatters: [] })
      .do('notify'),
  /** On the last second of the day before; voided and left so. */
  dayBefore: () =>
    new Ledger()
      .goTo('2026-11-01T23:59:59+08:00')
      .accept({ matters: ['REGISTRATION'] })
      .do('issue_annex_2')
      .makeCertificate()
      .do('void_certificate'),
  atMidnight: () => new Ledger().goTo('2026-11-02T00:00:00+08:00').accept().do('refuse'),
  dayAfter: () => new Ledger().goTo('2026-11-03T00:00:00+08:00').accept().do('refuse'),
  /** Named for a wrong station and corrected before anything went there; withdrawn before it is signed for. */
  misaddressed: () =>
    begun({ homeStation: otherStation })
      .do('reroute', { homeStation, homeLevel: 'station' })
      .handOver()
      .do('withdraw'),
  /** The county names its station; the applicant then prefers to go there. */
  assigned: () =>
    sent({ homeStation: homeCounty, homeLevel: 'county' }).do('assign').handOver().do('receive').do('refer'),
} as const satisfies Record<string, () => Ledger>;

function begun(change: Partial<AcceptCommand> = {}): Ledger {
  return new Ledger().accept(change);
}

function sent(change: Partial<AcceptCommand> = {}): Ledger {
  return begun(change).do('transmit').handOver();
}

function returned(at: string, to: UnitCode): Ledger {
  return sent()
    .do('receive')
    .passUntil(at)
    .do('return_dossier')
    .do('reroute', { homeStation: to, homeLevel: 'station' })
    .handOver();
}

function onTheSpot(): Ledger {
  return begun({ matters: ['REGISTRATION'] })
    .do('issue_annex_2')
    .makeCertificate();
}

/** Stores the cases as the workflow does it, step by step, so that what a later step takes back was there before it. */
export async function storePlayedCases(owner: Database, worker: Database): Promise<void> {
  await saveUnits(owner, moreUnits);
  const ledger = createLedgerActivities({
    database: worker,
    units: createUnitDirectory(worker, systemClock),
  });
  for (const [index, play] of Object.values(playedCases).entries()) {
    const { events, state } = play();
    const caseNo = formatCaseNo(acceptingStation, parsePlainDate('2026-11-02'), index + 1);
    const submittedAt = state.acceptedAt;
    await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });
    let next: CaseState | null = null;
    for (const step of Object.values(Object.groupBy(events, ({ stepKey }) => stepKey))) {
      next = (step ?? []).reduce<CaseState | null>(evolve, next);
      if (next !== null) await ledger.record({ caseNo, events: step ?? [], next });
    }
  }
}

function supervisor(level: 'city' | 'county', region: string, parentRegion: string, name: string): Unit {
  const [code, parentCode] = [region, parentRegion].map((division) => parseUnitCode(`${division}000000`)) as [
    UnitCode,
    UnitCode,
  ];
  return { level, code, parentCode, region: parseDivisionCode(region), name };
}

function station(code: UnitCode, region: string, name: string): Unit {
  const parentCode = parseUnitCode(`${region}000000`);
  const contact = { address: '测试路1号', telephone: '0851-00000001' };
  return { level: 'station', code, parentCode, region: parseDivisionCode(region), name, ...contact };
}
