import { parseDivisionCode } from '../domain/units/division-code.ts';
import type { Unit } from '../domain/units/unit.ts';
import { parseUnitCode } from '../domain/units/unit.ts';

/**
 * A small tree for demonstrations and tests: real provinces, cities and counties, named as they are; every station
 * below them is invented, with telephone numbers that nobody has.
 */
export const sampleUnits: readonly Unit[] = [
  province('440000', '广东省公安厅'),
  supervisor('city', '440100', '440000', '广州市公安局'),
  supervisor('county', '440106', '440100', '广州市公安局天河区分局'),
  station(
    '440106990000',
    '440106',
    '广州市公安局天河区分局云山派出所',
    '广州市天河区云山路1号',
    '020-00000001',
  ),
  station(
    '440106980000',
    '440106',
    '广州市公安局天河区分局麓湖派出所',
    '广州市天河区麓湖路2号',
    '020-00000002',
  ),
  supervisor('county', '440104', '440100', '广州市公安局越秀区分局'),
  station(
    '440104990000',
    '440104',
    '广州市公安局越秀区分局流花桥派出所',
    '广州市越秀区流花桥路3号',
    '020-00000003',
  ),
  province('520000', '贵州省公安厅'),
  supervisor('city', '520300', '520000', '遵义市公安局'),
  supervisor('county', '520302', '520300', '遵义市公安局红花岗分局'),
  station(
    '520302990000',
    '520302',
    '遵义市公安局红花岗分局桃溪派出所',
    '遵义市红花岗区桃溪路8号',
    '0851-00000008',
  ),
  station(
    '520302980000',
    '520302',
    '遵义市公安局红花岗分局湘江派出所',
    '遵义市红花岗区湘江路9号',
    '0851-00000009',
  ),
  province('650000', '新疆维吾尔自治区公安厅'),
  supervisor('city', '650100', '650000', '乌鲁木齐市公安局'),
  supervisor('county', '650102', '650100', '乌鲁木齐市公安局天山区分局'),
  station(
    '650102990000',
    '650102',
    '乌鲁木齐市公安局天山区分局红柳派出所',
    '乌鲁木齐市天山区红柳路5号',
    '0991-00000005',
  ),
];

function province(region: string, name: string): Unit {
  return {
    level: 'province',
    code: unitCodeOf(region),
    parentCode: null,
    region: parseDivisionCode(region),
    name,
  };
}

function supervisor(level: 'city' | 'county', region: string, parentRegion: string, name: string): Unit {
  const parentCode = unitCodeOf(parentRegion);
  return { level, code: unitCodeOf(region), parentCode, region: parseDivisionCode(region), name };
}

function station(code: string, region: string, name: string, address: string, telephone: string): Unit {
  const parentCode = unitCodeOf(region);
  return {
    level: 'station',
    code: parseUnitCode(code),
    parentCode,
    region: parseDivisionCode(region),
    name,
    address,
    telephone,
  };
}

/** A unit above the stations has its division's code, filled up to 12 characters. */
function unitCodeOf(region: string) {
  return parseUnitCode(`${region}000000`);
}
