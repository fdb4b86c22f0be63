import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../activities/papers/case-record.ts';
import { supervisionOrderOf } from '../../activities/papers/station-papers.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import { defaultTimetable } from '../../domain/calendar/office-hours.ts';
import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import type { Actor } from '../../domain/case/command.ts';
import type { CaseEvent, RecordedEvent } from '../../domain/case/event.ts';
import { replayLedger } from '../../domain/case/evolve.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { clockKeyOf } from '../../domain/clocks/clock-id.ts';
import { scheduleClock } from '../../domain/clocks/schedule.ts';
import type { Colour, RungId } from '../../domain/escalation/rung.ts';
import { rungKeyOf } from '../../domain/escalation/rung.ts';
import { occasionsOf } from '../../domain/papers/occasions.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { buildUnitTree } from '../../domain/units/unit-tree.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { sampleApplication } from '../house/case-driver.ts';

const acceptingStation = parseUnitCode('440106990000');
const homeStation = parseUnitCode('520302990000');
const by: Actor = { officerId: 'officer-1', role: 'window_officer', unitCode: acceptingStation };
const deliveredAt = parseInstant('2026-11-02T09:30:00+08:00');

const side = (station: typeof homeStation) => ({
  station,
  policyVersion: defaultPolicy.version,
  calendar: excerptOf(loadPublishedCalendar(), {
    from: parsePlainDate('2026-11-01'),
    to: parsePlainDate('2026-12-31'),
    regions: [],
  }),
  timetable: defaultTimetable,
});
const facts = {
  policies: { [defaultPolicy.version]: defaultPolicy },
  accepting: side(acceptingStation),
  home: side(homeStation),
};
const clockKey = clockKeyOf('verification', 1);

const receiptKey = clockKeyOf('receipt', 1);

const fired = (rung: RungId, colour: Colour, of = clockKey): CaseEvent => ({
  type: 'rung_fired',
  clockKey: of,
  rung,
  colour,
  told: [],
  gaps: [],
});

const steps: readonly (readonly [at: string, ...events: CaseEvent[]])[] = [
  [
    '2026-11-02T09:00:00+08:00',
    {
      type: 'case_accepted',
      by,
      acceptingStation,
      homeStation,
      homeLevel: 'station',
      matters: ['NAME_CHANGE'],
      policyVersions: { accepting: defaultPolicy.version, home: defaultPolicy.version },
      terms: defaultPolicy.cases,
      calendarVersion: facts.home.calendar.version,
    },
  ],
  [
    deliveredAt,
    {
      type: 'clock_started',
      clockKey,
      clock: 'verification',
      about: null,
      ...scheduleClock('verification', deliveredAt, facts),
    },
  ],
  ['2026-11-05T09:00:00+08:00', fired('R2', 'blue')],
  ['2026-11-06T09:00:00+08:00', fired('R3', 'yellow')],
  [
    '2026-11-09T17:30:00+08:00',
    fired('R4', 'red'),
    {
      type: 'clock_started',
      clockKey: clockKeyOf('reply', 1),
      clock: 'reply',
      about: rungKeyOf(clockKey, { rung: 'R4' }),
      ...scheduleClock('reply', parseInstant('2026-11-09T17:30:00+08:00'), facts),
    },
  ],
  [
    '2026-11-10T09:00:00+08:00',
    {
      type: 'clock_started',
      clockKey: receiptKey,
      clock: 'receipt',
      about: null,
      ...scheduleClock('receipt', parseInstant('2026-11-10T09:00:00+08:00'), facts),
    },
  ],
  ['2026-11-11T17:30:00+08:00', fired('receipt_missing', 'blue', receiptKey)],
];

const events = steps
  .flatMap(([at, ...happened]) => happened.map((event) => ({ at, event })))
  .map(({ at, event }, index): RecordedEvent => ({
    seq: index + 1,
    stepKey: at,
    occurredAt: parseInstant(at),
    event,
  }));

function recordOf(rung: RungId): CaseRecord {
  const occasion = events.find(({ event }) => event.type === 'rung_fired' && event.rung === rung);
  if (occasion === undefined) throw new Error('no such rung was fired');
  const known = events.filter(({ seq, stepKey }) => seq <= occasion.seq || stepKey === occasion.stepKey);
  return {
    caseNo: '44010699000020261102000011' as CaseNo,
    application: sampleApplication,
    events: known,
    state: replayLedger(known),
    occasion,
    words: new Map(),
    tree: buildUnitTree(sampleUnits),
    contactsOf: () => undefined,
    policies: { accepting: defaultPolicy, home: defaultPolicy },
  };
}

describe('督办单', () => {
  it('comes with every rung of a term', () => {
    const orders = occasionsOf(events).filter(({ paper }) => paper === 'supervision_order');
    expect(orders.map(({ seq }) => seq)).toEqual([3, 4, 5, 8]);
  });

  it('of an overdue verification is the county’s, with the reply that it demands and the rungs before it', () => {
    const replyDueAt: Instant = parseInstant('2026-11-10T17:30:00+08:00');
    expect(supervisionOrderOf(recordOf('R4'))).toMatchObject({
      colour: 'red',
      rungTitle: '查证已逾期',
      issuingUnitName: '遵义市公安局红花岗分局',
      addressedUnitName: '遵义市公安局红花岗分局桃溪派出所',
      dueAt: parseInstant('2026-11-09T17:30:00+08:00'),
      replyDueAt,
      earlier: [{ colour: 'blue' }, { colour: 'yellow', title: '今日为查证期限最后一个工作日' }],
    });
  });

  it('of a missing receipt goes to the station that sent, and has to ask', () => {
    expect(supervisionOrderOf(recordOf('receipt_missing'))).toMatchObject({
      issuingUnitName: '广州市公安局天河区分局',
      addressedUnitName: '广州市公安局天河区分局云山派出所',
    });
  });

  it('of a reminder wants no reply', () => {
    expect(supervisionOrderOf(recordOf('R2'))).toMatchObject({
      colour: 'blue',
      replyDueAt: null,
      earlier: [],
    });
  });
});
