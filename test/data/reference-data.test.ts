import { describe, expect, it } from 'vitest';
import { provincePrefixes } from '../../domain/identity/province-prefixes.ts';
import { defaultCorpsPolicy } from '../../domain/units/province.ts';
import {
  loadDivisions,
  loadProvinces,
  loadPublishedCalendar,
  readCalendarFile,
} from '../../platform/reference-data.ts';

describe('reference data', () => {
  it('holds one calendar in force for each year from 2014 to 2027, and the overlays', () => {
    const { years, overlays, version } = loadPublishedCalendar();
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 14 }, (_, index) => 2014 + index));
    expect(years.filter(({ status }) => status !== 'official').map(({ year }) => year)).toEqual([2027]);
    expect(overlays).toHaveLength(5);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(loadPublishedCalendar()).toBe(loadPublishedCalendar());
  });

  it('keeps the date on which a year was revised', () => {
    expect(loadPublishedCalendar().years.find(({ year }) => year === 2020)?.revisedOn).toBe('2020-01-27');
  });

  it('reads calendars by name only', () => {
    expect(() => readCalendarFile('../provinces.json')).toThrow();
  });

  it('knows every division code, ended ones too', () => {
    expect(loadDivisions().size).toBe(6450);
    expect(loadDivisions().has('310103')).toBe(true);
  });

  it('agrees with the domain about the provinces', () => {
    const provinces = loadProvinces();
    expect(provinces).toHaveLength(32);
    const corps = provinces.filter(({ type }) => type === 'corps').map(({ code }) => code);
    expect(corps).toEqual([defaultCorpsPolicy.corpsRegion]);
    const prefixes = provinces.filter(({ type }) => type !== 'corps').map(({ code }) => code.slice(0, 2));
    expect(new Set(prefixes)).toEqual(provincePrefixes);
  });
});
