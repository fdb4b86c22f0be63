import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CalendarFormatError } from '../../../domain/calendar/parse-calendar.ts';
import { parseCalendarUpload } from '../../../domain/calendar/parse-calendar-upload.ts';
import { loadDivisions, readCalendarFile } from '../../../platform/reference-data.ts';

const divisions = loadDivisions();
const national = readCalendarFile('CN-2020.json') as Record<string, unknown>;
const regional = readCalendarFile('overlay-650000-2025.json') as Record<string, unknown>;

/** The faults as `pointer code`. */
function faultsOf(json: unknown, year: number): string[] {
  try {
    parseCalendarUpload(json, { year, divisions });
  } catch (error) {
    if (error instanceof CalendarFormatError)
      return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

describe('parseCalendarUpload', () => {
  const names = readdirSync(new URL('../../../data/calendar', import.meta.url)).filter((name) =>
    name.endsWith('.json'),
  );

  it.each(names)('takes %s as it comes with the product', (name) => {
    const file = readCalendarFile(name) as { year: number };
    expect(faultsOf(file, file.year)).toEqual([]);
  });

  it('refuses another year than the one it is handed in for', () => {
    expect(faultsOf(national, 2021)).toEqual(['/year out_of_range']);
  });

  it('takes a superseded calendar for the official one that it was, and checks it as such', () => {
    const original = readCalendarFile('CN-2020.original.json') as Record<string, unknown>;
    expect(parseCalendarUpload(original, { year: 2020, divisions })).toMatchObject({
      year: { status: 'official', publishedOn: '2019-11-21' },
    });
    const wrong = { ...original, publishedOn: null, supersededOn: 'soon', supersededBy: 7 };
    expect(faultsOf(wrong, 2020)).toEqual([
      '/supersededOn wrong_form',
      '/supersededBy wrong_type',
      '/publishedOn missing',
    ]);
  });

  it('refuses a national calendar without the holidays that no notice can take away', () => {
    const days = (national.days as { date: string }[]).filter(({ date }) => date !== '2020-10-02');
    expect(faultsOf({ ...national, days }, 2020)).toEqual(['/days statutory_day_missing']);
    expect(faultsOf({ ...national, days: [] }, 2020)).toEqual(['/days statutory_day_missing']);
  });

  it('asks an official calendar for the date of its notice, a provisional one not', () => {
    const undated = { ...national, publishedOn: null };
    expect(faultsOf(undated, 2020)).toEqual(['/publishedOn missing']);
    expect(faultsOf({ ...undated, status: 'provisional' }, 2020)).toEqual([]);
  });

  it('says everything that is wrong with a region’s at once', () => {
    const days = [{ date: '2025-03-29', name: '肉孜节', offDay: true, isOffDay: true }];
    const wrong = { ...regional, region: '999999', title: undefined, sources: [], note: 7, days, x: 1 };
    expect(faultsOf(wrong, 2025)).toEqual([
      '/title missing',
      '/sources too_few',
      '/note wrong_type',
      '/x unknown_field',
      '/days/0/isOffDay unknown_field',
      '/region not_a_choice',
    ]);
  });

  it.each([null, [], 'CN-2020', 7])('refuses what is no object: %j', (json) => {
    expect(faultsOf(json, 2020)).toEqual([' wrong_type']);
  });

  it('is not put out by what else JSON can hold', () => {
    const odd = JSON.parse(
      '{"__proto__": 1, "year": 1e400, "days": [[], 7, {"date": {}}], "a/b": null}',
    ) as unknown;
    expect(faultsOf(odd, 2020)).toEqual(
      expect.arrayContaining(['/year out_of_range', '/days/0 wrong_type', ' unknown_field']),
    );
  });
});
