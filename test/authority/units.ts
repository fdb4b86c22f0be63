import { sampleUnits } from '../../commands/sample-units.ts';
import type { Side } from '../../domain/case/acts.ts';
import type { AuthorityLine } from '../../domain/authority/line.ts';
import type { Role } from '../../domain/roles.ts';
import { parseDivisionCode } from '../../domain/units/division-code.ts';
import type { Unit, UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { pathOf, buildUnitTree } from '../../domain/units/unit-tree.ts';

/** Where somebody stands to what an operation is about: it is his own unit’s, one’s below his, one’s above his, … */
export const placements = ['own', 'below', 'above', 'sibling', 'other_province', 'none'] as const;

export type Placement = (typeof placements)[number];

/**
 * What the units are to which things of a matrix belong, and from where each is asked: below a station stands nobody, so
 * that what belongs to a unit above is asked of counties.
 */
export const placementsOf = {
  station: ['own', 'below', 'sibling', 'other_province', 'none'],
  county: ['above'],
} as const satisfies Record<string, readonly Placement[]>;

export type OwnerLevel = keyof typeof placementsOf;

const unit = (code: string) => parseUnitCode(code);

/** The stations to which things of the matrix belong. */
export const accepting = unit('440106990000');
export const home = unit('520302990000');
/** Asked by the home station of a case of its own: its province has no part in the other case. */
export const further = unit('330102990000');

/** Had a part in the case, and has none any more. */
export const former = unit('440104990000');

const siblings = new Map<UnitCode, UnitCode>([
  [accepting, unit('440106980000')],
  [home, unit('520302980000')],
  [further, unit('330102980000')],
]);

const elsewhere = { station: unit('650102990000'), province: unit('650000000000') };
const inNoTree = unit('999999999999');

const region = (code: string) => parseDivisionCode(code);
const address = { address: '杭州市测试路1号', telephone: '0571-00000001' };

/** Beside the sample: a fourth province, invented below its city, that is asked to help with one case. */
const furtherUnits: readonly Unit[] = [
  {
    level: 'province',
    code: unit('330000000000'),
    parentCode: null,
    name: '浙江省公安厅',
    region: region('330000'),
  },
  {
    level: 'city',
    code: unit('330100000000'),
    parentCode: unit('330000000000'),
    name: '杭州市公安局',
    region: region('330100'),
  },
  {
    level: 'county',
    code: unit('330102000000'),
    parentCode: unit('330100000000'),
    name: '杭州市公安局上城区分局',
    region: region('330102'),
  },
  ...[further, unit('330102980000')].map((code): Unit => ({
    ...{ level: 'station', code, parentCode: unit('330102000000'), region: region('330102') },
    ...{ name: `测试派出所${code.slice(6, 8)}`, ...address },
  })),
];

const units: readonly Unit[] = [...sampleUnits, ...furtherUnits];
const tree = buildUnitTree(units);

const owners = [accepting, home, further];

/** The stations below those units where they are counties. */
const lower = new Map<UnitCode, UnitCode>([
  ...owners.map((code) => [code, unit(`${code.slice(0, 6)}970000`)] as const),
  // Of a top unit: a city of its.
  [unit('440000000000'), unit('440100000000')],
]);

/** The same tree, but that the units to which things belong are counties with a station of their own. */
const treeOfCounties = buildUnitTree([
  ...units.filter(({ code }) => !owners.includes(code)),
  ...units.filter(({ code }) => owners.includes(code)).flatMap(asCounty),
]);

function asCounty(station: Unit): Unit[] {
  const { code, name, region: division } = station;
  const [, , city] = pathOf(tree, code);
  const below = lower.get(code);
  if (city === undefined || below === undefined) throw new Error(`${code} stands in a county of a city`);
  return [
    { level: 'county', code, parentCode: city.code, name, region: division },
    {
      ...{ level: 'station', code: below, parentCode: code, region: division, ...address },
      name: `测试派出所${below.slice(6, 8)}`,
    },
  ];
}

/** The units of a matrix, beside those of the sample that are as they are there. */
export function unitsWhere(ownerLevel: OwnerLevel): readonly Unit[] {
  return ownerLevel === 'station' ? furtherUnits : [...treeOfCounties.values()];
}

export function levelOf(code: UnitCode): UnitLevel | undefined {
  return (tree.get(code) ?? treeOfCounties.get(code))?.level;
}

/** The station that does what is done at one side of a case. */
export const stationOf = { accepting, home, further, any: accepting } as const satisfies Record<
  Side,
  UnitCode
>;

/** The unit from which somebody asks for what belongs to `owner`. */
export function unitOf(
  owner: UnitCode,
  { level }: Pick<AuthorityLine, 'level'>,
  role: Role,
  placement: Placement,
): UnitCode {
  switch (placement) {
    case 'own':
      return owner;
    case 'below':
      return above(owner, role);
    case 'above':
      // Below a unit that has no others stands nobody.
      return lower.get(owner) ?? elsewhere.station;
    case 'sibling':
      return siblings.get(owner) ?? elsewhere.province;
    case 'other_province':
      return elsewhere[level === 'province' ? 'province' : 'station'];
    case 'none':
      return inNoTree;
  }
}

/** Supervisors at their level, administrators of the province, everybody else in the county. */
function above(owner: UnitCode, role: Role): UnitCode {
  const wanted = /administrator|auditor|province/.test(role)
    ? 'province'
    : role === 'city_supervisor'
      ? 'city'
      : 'county';
  const found = pathOf(tree, owner).find(({ level, code }) => level === wanted && code !== owner);
  // Nobody stands above a top unit.
  return found?.code ?? elsewhere.province;
}
