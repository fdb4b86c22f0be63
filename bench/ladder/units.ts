import type { OfficeTimetable } from '../../domain/calendar/office-hours.ts';
import type { DirectoryPerson, PersonId } from '../../domain/directory/person.ts';
import { parsePersonId } from '../../domain/directory/person.ts';
import type { Post } from '../../domain/directory/post.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parseTimeOfDay } from '../../domain/time/plain-date.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

const counties = 20;
const stationsPerCounty = 10;

export const accepting = parseUnitCode('440106990000');
export const homeProvince = parseUnitCode('520000000000');
const city = parseUnitCode('520300000000');

/** A city with so many stations that one minute's rungs reach hundreds of people. */
function homeUnits(): { units: Unit[]; stations: UnitCode[] } {
  const units: Unit[] = [];
  const stations: UnitCode[] = [];
  for (let county = 1; county <= counties; county += 1) {
    const countyCode = parseUnitCode(`5203${String(county).padStart(2, '0')}C00000`);
    const region = parseDivisionCode('520302');
    units.push({ level: 'county', code: countyCode, parentCode: city, region, name: `测试分局${county}` });
    for (let station = 1; station <= stationsPerCounty; station += 1) {
      const code = parseUnitCode(
        `5203${String(county).padStart(2, '0')}S${String(station).padStart(2, '0')}000`,
      );
      const name = `测试分局${county}第${station}派出所`;
      const contact = { address: '测试路1号', telephone: '000-00000000' };
      units.push({ level: 'station', code, parentCode: countyCode, region, name, ...contact });
      stations.push(code);
    }
  }
  return { units, stations };
}

const home = homeUnits();

export const benchUnits: readonly Unit[] = [...sampleUnits, ...home.units];
export const homeStations: readonly UnitCode[] = home.stations;

interface Seated {
  readonly id: PersonId;
  readonly unitCode: UnitCode;
  readonly post: Post;
}

const seated = home.units
  .flatMap(({ code, level }): Omit<Seated, 'id'>[] =>
    level === 'county'
      ? [{ unitCode: code, post: 'county_supervisor' }]
      : (['liaison_officer', 'deputy_liaison_officer', 'station_leader'] as const).map((post) => ({
          unitCode: code,
          post,
        })),
  )
  .map((seat, index): Seated => ({
    ...seat,
    id: parsePersonId(`be9c4000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`),
  }));

const seatedAt = Map.groupBy(seated, ({ unitCode }) => unitCode);
const countyOf = new Map(home.units.map(({ code, parentCode }) => [code, parentCode]));

/** Whom the rung of day 5 tells of a case at a station (§6, R3). */
export function personsToldOf(station: UnitCode): PersonId[] {
  return [station, countyOf.get(station)].flatMap((unit) =>
    unit === undefined || unit === null ? [] : (seatedAt.get(unit) ?? []).map(({ id }) => id),
  );
}

/** Everybody whom the rung of day 5 tells, each with a mailbox of his own. */
export function benchPersons(confirmedOn: PlainDate): DirectoryPerson[] {
  return seated.map((seat, index) => ({
    ...seat,
    name: `测试人员${index + 1}`,
    telephone: '000-00000000',
    email: `person-${index + 1}@example.org`,
    faxNumber: null,
    officerId: null,
    validFrom: confirmedOn,
    validUntil: null,
    lastConfirmedOn: confirmedOn,
    absences: [],
  }));
}

/** Office hours that begin at the minute at which the measured rung is due. */
export function timetableFrom(startsAt: Instant): OfficeTimetable {
  return {
    start: parseTimeOfDay(startsAt.slice(11, 16)),
    end: parseTimeOfDay('23:59'),
    seasons: [],
  };
}
