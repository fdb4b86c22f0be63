import { describe, expect, it } from 'vitest';
import type { OpenDeadline } from '../../../domain/calendar/revision-impact.ts';
import { ImpactTally, withCalendarFile } from '../../../domain/calendar/revision-impact.ts';
import type { PublishedCalendar } from '../../../domain/calendar/working-calendar.ts';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import { clockKeyOf } from '../../../domain/clocks/clock-id.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../../domain/units/division-code.ts';
import { listed, overlayWith, yearWith } from './calendars.ts';

const calendar: PublishedCalendar = {
  version: 'plain',
  years: [yearWith(2026), yearWith(2027)],
  overlays: [],
};
const guizhou = parseDivisionCode('520000');
const guangdong = parseDivisionCode('440000');

function deadline(caseNo: string, change: Partial<OpenDeadline> = {}): OpenDeadline {
  return {
    caseNo: caseNo as CaseNo,
    clockKey: clockKeyOf('verification', 1),
    regions: [guizhou],
    // Monday; five working days without any holiday.
    startedAt: parseInstant('2026-11-02T09:00:00+08:00'),
    termWorkingDays: 5,
    dueDate: parsePlainDate('2026-11-09'),
    knownCalendarDate: change.dueDate ?? parsePlainDate('2026-11-09'),
    onEarlier: 'later_stands',
    ...change,
  };
}

function impactOf(to: PublishedCalendar, ...pages: OpenDeadline[][]) {
  const tally = new ImpactTally(to);
  for (const page of pages) tally.add(page);
  return tally.impact;
}

const overlay = overlayWith('520000', 2026, [listed('2026-11-04', '地方节日', 'off')]);
const withHoliday = withCalendarFile(calendar, { kind: 'regional', overlay }, 'holiday');

describe('the impact of a calendar', () => {
  it('is nothing for cases of other regions and days', () => {
    const elsewhere = deadline('1', { regions: [guangdong] });
    const later = deadline('2', {
      startedAt: parseInstant('2026-11-04T09:00:00+08:00'),
      dueDate: parsePlainDate('2026-11-11'),
    });
    expect(impactOf(withHoliday, [elsewhere, later])).toEqual({
      cases: 2,
      deadlines: 2,
      movedCases: 0,
      moves: [],
      moved: [],
    });
  });

  it('counts by direction and days, a case with two clocks once, over the borders of pages', () => {
    const assignment = deadline('1', {
      clockKey: clockKeyOf('assignment', 1),
      termWorkingDays: 2,
      dueDate: parsePlainDate('2026-11-04'),
    });
    const stood = deadline('3', { dueDate: parsePlainDate('2026-11-12') });
    const moves = deadline('4', { dueDate: stood.dueDate, onEarlier: 'calendar_stands' });
    const impact = impactOf(withHoliday, [deadline('1')], [assignment, deadline('2'), stood, moves]);
    expect(impact).toMatchObject({ cases: 4, deadlines: 5, movedCases: 4 });
    expect(impact.moves).toEqual([
      { direction: 'later', days: 1, deadlines: 3, held: 0 },
      { direction: 'earlier', days: 2, deadlines: 2, held: 1 },
    ]);
    expect(impact.moved[0]).toEqual({
      caseNo: '1',
      clockKey: 'verification/1',
      direction: 'later',
      days: 1,
      dueDate: '2026-11-09',
      calendarDueDate: '2026-11-10',
      standingDueDate: '2026-11-10',
    });
    expect(impact.moved.slice(-2).map(({ standingDueDate }) => standingDueDate)).toEqual([
      '2026-11-12',
      '2026-11-10',
    ]);
  });

  it('does not show again what the people of a case were told when the later date was left standing', () => {
    const standing = {
      dueDate: parsePlainDate('2026-11-12'),
      knownCalendarDate: parsePlainDate('2026-11-10'),
    };
    expect(impactOf(withHoliday, [deadline('1', standing)]).movedCases).toBe(0);
    expect(impactOf(calendar, [deadline('1', standing)]).moves).toEqual([
      { direction: 'earlier', days: 3, deadlines: 1, held: 1 },
    ]);
  });

  it('shows when what waits for a calendar would begin to run, if it would', () => {
    const noDates = { dueDate: null, knownCalendarDate: null };
    const startedAt = parseInstant('2027-12-29T09:00:00+08:00');
    const [waiting, beyond] = [deadline('1', noDates), deadline('2', { ...noDates, startedAt })];
    const impact = impactOf(calendar, [waiting, beyond]);
    expect(impact).toMatchObject({ cases: 2, deadlines: 2, movedCases: 1 });
    expect(impact.moves).toEqual([{ direction: 'begins', days: 0, deadlines: 1, held: 0 }]);
    expect(impact.moved).toMatchObject([{ caseNo: '1', dueDate: null, calendarDueDate: '2026-11-09' }]);
  });

  it('says which deadlines would run out of the calendars', () => {
    const last = deadline('1', {
      startedAt: parseInstant('2027-12-24T09:00:00+08:00'),
      dueDate: parsePlainDate('2027-12-31'),
    });
    const year = yearWith(2027, [listed('2027-12-31', '放假', 'off')]);
    const impact = impactOf(withCalendarFile(calendar, { kind: 'national', year }, 'x'), [last]);
    expect(impact.moved).toMatchObject([
      { direction: 'uncountable', days: 0, calendarDueDate: null, standingDueDate: '2027-12-31' },
    ]);
  });

  it('lists every one', () => {
    const page = Array.from({ length: 250 }, (_, n) => deadline(String(n).padStart(3, '0')));
    const impact = impactOf(withHoliday, page);
    expect(impact.movedCases).toBe(250);
    expect(impact.moved.map(({ caseNo }) => caseNo)).toEqual(page.map(({ caseNo }) => caseNo));
  });

  it('takes a file in the place of the same year and region only', () => {
    const other = overlayWith('520300', 2026, [listed('2026-11-05', '地方节日', 'off')]);
    const both = withCalendarFile(withHoliday, { kind: 'regional', overlay: other }, 'both');
    expect(both.overlays).toEqual([overlay, other]);
    const emptied = overlayWith('520000', 2026, []);
    const replaced = withCalendarFile(both, { kind: 'regional', overlay: emptied }, 'replaced');
    expect(replaced.overlays).toEqual([other, emptied]);
    expect(impactOf(replaced, [deadline('1')]).movedCases).toBe(0);
  });
});
