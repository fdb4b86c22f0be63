import { describe, expect, it } from 'vitest';
import {
  CalendarFormatError,
  parseCalendarOverlay,
  parseCalendarYear,
} from '../../../domain/calendar/parse-calendar.ts';
import { readCalendarFile } from '../../../platform/reference-data.ts';

const day = { date: '2028-01-01', name: '元旦', offDay: true };
const year = {
  year: 2028,
  status: 'official',
  source: 'https://example.cn/',
  publishedOn: '2027-11-01',
  days: [day],
};

function pointersOf(json: unknown): string[] {
  try {
    parseCalendarYear(json);
  } catch (error) {
    if (error instanceof CalendarFormatError) return error.faults.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

describe('parseCalendarYear', () => {
  it('reads a year and leaves out what it does not know', () => {
    expect(parseCalendarYear({ ...year, licence: 'x' })).toEqual({ ...year, revisedOn: null });
  });

  it('accepts the December before, which the notice can change', () => {
    expect(pointersOf({ ...year, days: [{ ...day, date: '2027-12-31' }] })).toEqual([]);
  });

  it.each([
    ['', null],
    ['/year', { ...year, year: '2028' }],
    ['/status', { ...year, status: 'draft' }],
    ['/source', { ...year, source: '' }],
    ['/publishedOn', { ...year, publishedOn: '1 November' }],
    ['/days', { ...year, days: {} }],
    ['/days/0/date', { ...year, days: [{ ...day, date: '2028-02-30' }] }],
    ['/days/0/date', { ...year, days: [{ ...day, date: '2029-01-01' }] }],
    ['/days/0/offDay', { ...year, days: [{ ...day, offDay: 'yes' }] }],
    ['/days/1/date', { ...year, days: [day, day] }],
  ])('names the place that is wrong: %s', (pointer, json) => {
    expect(pointersOf(json)).toEqual([pointer]);
  });

  it('says everything that is wrong at once', () => {
    const days = [
      { date: '2028-13-01', offDay: 'yes' },
      null,
      { date: '2028-01-01', name: '元\u0000旦', offDay: true },
    ];
    expect(pointersOf({ year: 2028, status: 'draft', publishedOn: 20271101, days })).toEqual([
      '/status',
      '/source',
      '/publishedOn',
      '/days/0/date',
      '/days/0/name',
      '/days/0/offDay',
      '/days/1',
      '/days/2/name',
    ]);
  });
});

describe('parseCalendarOverlay', () => {
  it('keeps the first source', () => {
    const overlay = parseCalendarOverlay(readCalendarFile('overlay-650000-2025.json'));
    expect(overlay).toMatchObject({ region: '650000', source: 'http://www.mnw.cn/news/cj/3018205.html' });
  });

  it('refuses a region that is no division code', () => {
    expect(() =>
      parseCalendarOverlay({ ...year, region: '新疆', regionName: '新疆', title: '通知' }),
    ).toThrow('/region');
  });
});
