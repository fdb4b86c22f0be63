import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../domain/policy.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { calendar, calendarUntil2026, calendarWithDay, otherStation, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';
import { accepted, atTheCounty, faxed, inTransit, verifying } from './roads.ts';

const told = ({ notices }: Ledger) =>
  notices.flatMap(({ audience, kind, text }) =>
    audience.kind === 'applicant' && kind === 'due_date' ? [text] : [],
  );
const onMonday = '申请材料已送达户籍地派出所，预计2026-11-09前查证完毕。';
const defectMended = (ledger: Ledger) => ledger.do('report_defect').do('transmit').handOver();

describe('the applicant is told by when', () => {
  it('with the delivery over the platform, and not again with the receipt', () => {
    expect(told(inTransit())).toEqual([onMonday]);
    expect(told(verifying())).toEqual([onMonday]);
  });

  it('with the receipt of a dossier that went by fax or letter', () => {
    const ledger = faxed();
    expect(told(ledger)).toEqual([]);
    expect(told(ledger.do('receive', { pagesReceived: 3 }))).toEqual([onMonday]);
  });

  it('when the calendar by which his date is counted is published at last', () => {
    const ledger = accepted({ calendar: calendarUntil2026 }).goTo('2026-12-30T09:00:00+08:00');
    ledger.do('transmit').handOver();
    expect(told(ledger)).toEqual([]);
    expect(told(ledger.revise({ calendar }))).toEqual([
      '申请材料已送达户籍地派出所，预计2027-01-07（暂定）前查证完毕。',
    ]);
  });

  it('when the county has found the station', () => {
    const ledger = atTheCounty();
    expect(told(ledger)).toEqual([]);
    expect(told(ledger.do('assign').handOver())).toEqual([onMonday]);
  });
});

describe('the applicant is told another date', () => {
  it('after a reroute to another station', () => {
    const ledger = inTransit().goTo('2026-11-04T09:00:00+08:00').do('return_dossier');
    ledger.do('reroute', { homeStation: otherStation }).handOver();
    expect(told(ledger)).toEqual([onMonday, '申请材料已重新送达户籍地派出所，预计2026-11-11前查证完毕。']);
  });

  it('after a receipt that says that the fax came on another day, and after its correction', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    const receipt = { receivedAt: parseInstant('2026-11-03T09:00:00+08:00'), pagesReceived: 3 };
    ledger.goTo('2026-11-03T10:00:00+08:00').do('receive', receipt);
    ledger.do('correct_receipt', { receivedAt: parseInstant('2026-11-02T15:00:00+08:00') });
    expect(told(ledger)).toEqual([
      onMonday,
      '户籍地派出所已确认材料送达时间，您的申请预计2026-11-10前查证完毕。',
      '户籍地派出所已更正材料送达时间，您的申请预计2026-11-09前查证完毕。',
    ]);
  });

  it('after a revision of the calendar and a migration to another policy, earlier ones too where they stand', () => {
    const terms = { ...defaultPolicy.terms, verification: { unit: 'working_days', count: 3 } } as const;
    const strict = policyWith('strict', { terms, onEarlierDueDate: 'calendar_stands' });
    const ledger = inTransit().revise({ calendar: calendarWithDay('2026-11-06', 'off') });
    expect(told(ledger.migrate({ policy: strict }))).toEqual([
      onMonday,
      '因工作日历调整，您的申请预计2026-11-10前查证完毕。',
      '因政策调整，您的申请预计2026-11-05前查证完毕。',
    ]);
  });

  it('where what was missing starts the term anew', () => {
    const restarts = policyWith('restarts', { onMaterialsCompleted: 'clock_restarts' });
    const ledger = verifying({ homePolicy: restarts }).goTo('2026-11-03T09:00:00+08:00');
    expect(told(defectMended(ledger)).slice(1)).toEqual([
      '补充材料已送达户籍地派出所，您的申请预计2026-11-10前查证完毕。',
    ]);
  });
});

describe('the applicant is not told what he knows', () => {
  it.each([
    ['with what is sent after it', () => defectMended(verifying())],
    [
      'with a revision by which the later date stands',
      () => verifying().revise({ calendar: calendarWithDay('2026-11-07', 'work') }),
    ],
    [
      'with a receipt of the same day',
      () => {
        const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
        const receivedAt = parseInstant('2026-11-02T15:00:00+08:00');
        return ledger.goTo('2026-11-02T16:00:00+08:00').do('receive', { receivedAt, pagesReceived: 3 });
      },
    ],
    [
      'with a reroute on the day of the first delivery',
      () => inTransit().do('reroute', { homeStation: otherStation }).handOver(),
    ],
  ])('%s', (_, road) => {
    expect(told(road())).toEqual([onMonday]);
  });

  it('when a provisional date becomes certain', () => {
    const ledger = new Ledger().goTo('2026-12-28T10:00:00+08:00').accept().do('transmit').handOver();
    const years = calendar.years.map((year) => ({ ...year, status: 'official' as const }));
    ledger.revise({ calendar: { ...calendar, version: 'notice-2027', years } });
    expect(told(ledger)).toEqual(['申请材料已送达户籍地派出所，预计2027-01-05（暂定）前查证完毕。']);
  });
});
