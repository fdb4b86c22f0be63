import { describe, expect, it } from 'vitest';
import { CalendarMissingError } from '../../../domain/calendar/calendar-missing-error.ts';
import type { CalendarStatus } from '../../../domain/calendar/calendar-year.ts';
import { dayOf, excerptOf } from '../../../domain/calendar/working-calendar.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../../domain/units/division-code.ts';
import { loadPublishedCalendar } from '../../../platform/reference-data.ts';
import { calendarWith, listed, overlayWith, wholeOf, yearWith } from './calendars.ts';

const date = parsePlainDate;

describe('dayOf', () => {
  it.each([
    ['2026-09-30', true, '工作日'],
    ['2026-10-01', false, '国庆节放假'],
    ['2026-10-10', true, '国庆节调休上班'],
    ['2026-10-11', false, '周末'],
    // Listed as worked because the notice says so: a normal Monday all the same.
    ['2020-02-03', true, '工作日'],
    ['2024-02-09', true, '工作日'],
  ])('%s: working %s, %s', (text, working, reason) => {
    expect(dayOf(wholeOf(loadPublishedCalendar()), date(text))).toMatchObject({ working, reason });
  });

  it('obeys the notice of the year that follows in December', () => {
    const published = loadPublishedCalendar();
    const day = dayOf(wholeOf(published), date('2018-12-29'));
    expect(day).toMatchObject({ working: true, reason: '元旦调休上班', notice: { id: 'CN-2019' } });
    const without2019 = { ...published, years: published.years.filter(({ year }) => year !== 2019) };
    expect(dayOf(wholeOf(without2019), date('2018-12-29'))).toMatchObject({ working: false, notice: null });
  });

  it('lets an overlay win over the national calendar in both directions', () => {
    const national = yearWith(2017, [listed('2017-04-01', '清明节', 'work')]);
    const region = overlayWith('450000', 2017, [
      listed('2017-04-01', '三月三', 'off'),
      listed('2017-04-08', '三月三', 'work'),
    ]);
    const calendar = calendarWith([national], [region]);
    expect(dayOf(calendar, date('2017-04-01'))).toMatchObject({ working: false, reason: '三月三放假' });
    expect(dayOf(calendar, date('2017-04-08'))).toMatchObject({ working: true, reason: '三月三调休上班' });
    expect(dayOf(calendar, date('2017-04-08')).notice?.title).toBe('450000放假通知');
  });

  it('lets the smaller region win over the larger, whatever the order of the files', () => {
    const day = '2026-02-24';
    const overlays = [
      overlayWith('540000', 2026, [listed(day, '藏历新年', 'work')]),
      overlayWith('540102', 2026, [listed(day, '藏历新年', 'off')]),
      overlayWith('540100', 2026, [listed(day, '藏历新年', 'work')]),
    ];
    for (const order of [overlays, overlays.toReversed()]) {
      expect(dayOf(calendarWith([yearWith(2026)], order), date(day)).working).toBe(false);
    }
  });

  it('refuses a date that no calendar covers', () => {
    const calendar = calendarWith([yearWith(2026)]);
    expect(() => dayOf(calendar, date('2027-01-04'))).toThrow(CalendarMissingError);
    expect(() => dayOf(calendar, date('2025-12-31'))).toThrow(CalendarMissingError);
  });

  it('marks a year whose notice is not out', () => {
    const calendar = wholeOf(loadPublishedCalendar());
    expect(dayOf(calendar, date('2026-12-31')).provisional).toBe(false);
    expect(dayOf(calendar, date('2027-01-04')).provisional).toBe(true);
  });

  it('marks the days of a region whose own notice is not out, and no others', () => {
    const region = overlayWith('450000', 2026, [listed('2026-04-20', '三月三', 'off')]);
    const isProvisional = (status: CalendarStatus, text: string) =>
      dayOf(calendarWith([yearWith(2026)], [{ ...region, status }]), date(text)).provisional;
    expect(isProvisional('provisional', '2026-04-20')).toBe(true);
    expect(isProvisional('provisional', '2026-04-21')).toBe(false);
    expect(isProvisional('official', '2026-04-20')).toBe(false);
  });
});

describe('excerptOf', () => {
  const window = { from: date('2026-02-10'), to: date('2026-03-10') };

  it('keeps the days of the window, the covered years and the overlays of the given regions', () => {
    const lhasa = ['540000', '540100', '540102'].map(parseDivisionCode);
    const excerpt = excerptOf(loadPublishedCalendar(), { ...window, regions: lhasa });
    expect(excerpt.years.map(({ year }) => year)).toEqual([2026]);
    expect(excerpt.years[0]?.days.every((day) => day.date >= window.from && day.date <= window.to)).toBe(
      true,
    );
    expect(excerpt.overlays.map(({ region }) => region)).toEqual(['540100']);
    expect(JSON.stringify(excerpt).length).toBeLessThan(3000);
    expect(JSON.parse(JSON.stringify(excerpt))).toEqual(excerpt);
  });

  it('takes the next year along where its notice changes December', () => {
    const december = { from: date('2018-12-01'), to: date('2018-12-31'), regions: [] };
    const excerpt = excerptOf(loadPublishedCalendar(), december);
    expect(dayOf(excerpt, date('2018-12-31'))).toMatchObject({ working: false, reason: '元旦放假' });
  });

  it('refuses a day that it left out, instead of taking it for a normal weekday', () => {
    const excerpt = excerptOf(loadPublishedCalendar(), { ...window, regions: [] });
    expect(() => dayOf(excerpt, date('2026-10-01'))).toThrow(CalendarMissingError);
  });
});
