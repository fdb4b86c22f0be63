import { seededRandom } from '../../commands/simulation/plan.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { loadDivisions, loadEndedDivisions, loadProvinces } from '../../platform/reference-data.ts';

/**
 * How many of a thousand cases a province accepts, and of how many it holds the register: rounded by hand after where
 * people live who have moved between provinces, and where they come from. Only their unevenness matters here.
 */
const shares: Readonly<Record<string, { readonly accepting: number; readonly home: number }>> = {
  '11': { accepting: 67, home: 4 },
  '12': { accepting: 28, home: 6 },
  '13': { accepting: 25, home: 44 },
  '14': { accepting: 13, home: 20 },
  '15': { accepting: 13, home: 17 },
  '21': { accepting: 23, home: 19 },
  '22': { accepting: 8, home: 24 },
  '23': { accepting: 7, home: 40 },
  '31': { accepting: 84, home: 5 },
  '32': { accepting: 83, home: 44 },
  '33': { accepting: 130, home: 24 },
  '34': { accepting: 12, home: 92 },
  '35': { accepting: 39, home: 25 },
  '36': { accepting: 10, home: 51 },
  '37': { accepting: 33, home: 40 },
  '41': { accepting: 10, home: 129 },
  '42': { accepting: 18, home: 48 },
  '43': { accepting: 13, home: 64 },
  '44': { accepting: 237, home: 24 },
  '45': { accepting: 11, home: 65 },
  '46': { accepting: 9, home: 4 },
  '50': { accepting: 18, home: 33 },
  '51': { accepting: 21, home: 83 },
  '52': { accepting: 9, home: 68 },
  '53': { accepting: 18, home: 30 },
  '54': { accepting: 3, home: 2 },
  '61': { accepting: 16, home: 25 },
  '62': { accepting: 6, home: 28 },
  '63': { accepting: 3, home: 4 },
  '64': { accepting: 5, home: 4 },
  '65': { accepting: 27, home: 6 },
};

const stationsPerCounty = 14;

/** The units above a station and the station itself, from the bottom. */
export interface StationPath {
  readonly station: UnitCode;
  /** Another one of the same county, to which a case may be rerouted. */
  readonly sister: UnitCode;
  readonly county: UnitCode;
  readonly city: UnitCode;
  readonly province: UnitCode;
}

export interface Country {
  readonly units: readonly Unit[];
  readonly stations: readonly StationPath[];
}

/**
 * Every province and county in force, cities between them by the first four digits of their codes (municipalities too,
 * so that every station has four levels), and fourteen invented stations in each county: some 40,000.
 */
export function benchCountry(): Country {
  const ended = loadEndedDivisions();
  const counties = [...loadDivisions()].filter((code) => !code.endsWith('00') && !ended.has(code)).sort();
  const units: Unit[] = [];
  const stations: StationPath[] = [];
  const known = new Set<string>();
  for (const { code, police } of loadProvinces()) {
    if (!(code.slice(0, 2) in shares)) continue;
    units.push({ level: 'province', code: above(code), parentCode: null, region: code, name: police });
  }
  for (const county of counties) {
    const [province, city] = [above(`${county.slice(0, 2)}0000`), above(`${county.slice(0, 4)}00`)];
    if (!(county.slice(0, 2) in shares)) continue;
    const [region, code] = [parseDivisionCode(county), above(county)];
    if (!known.has(city)) {
      known.add(city);
      units.push({
        level: 'city',
        code: city,
        parentCode: province,
        region,
        name: `测试市局${city.slice(0, 4)}`,
      });
    }
    units.push({ level: 'county', code, parentCode: city, region, name: `测试分局${county}` });
    for (let n = 1; n <= stationsPerCounty; n += 1) {
      const [station, sister] = [stationOf(county, n), stationOf(county, (n % stationsPerCounty) + 1)];
      const contact = { address: `测试路${n}号`, telephone: '000-00000000' };
      const name = `测试分局${county}第${n}派出所`;
      units.push({ level: 'station', code: station, parentCode: code, region, name, ...contact });
      stations.push({ station, sister, county: code, city, province });
    }
  }
  return { units, stations };
}

function above(division: string): UnitCode {
  return parseUnitCode(`${division}000000`);
}

function stationOf(county: string, n: number): UnitCode {
  return parseUnitCode(`${county}${String(n).padStart(2, '0')}0000`);
}

/** Draws stations by their share of the cases; within a province counties, and stations, are uneven too. */
export function stationDrawer(stations: readonly StationPath[], side: 'accepting' | 'home') {
  // The same at every start, whoever draws.
  const chance = seededRandom(side === 'accepting' ? 1 : 2);
  const perProvince = Map.groupBy(stations, ({ province }) => province);
  const countyWeight = new Map<UnitCode, number>();
  const ends: number[] = [];
  let sum = 0;
  for (const { county, province } of stations) {
    const inCounty = countyWeight.get(county) ?? 0.1 + chance() ** 3;
    countyWeight.set(county, inCounty);
    const share = shares[province.slice(0, 2)]?.[side] ?? 0;
    sum += (share * inCounty * (0.2 + chance())) / (perProvince.get(province)?.length ?? 1);
    ends.push(sum);
  }
  return (random: number): number => {
    const wanted = random * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? sum) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
