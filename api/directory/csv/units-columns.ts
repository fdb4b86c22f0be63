import type { UnitLevel } from '../../../domain/units/unit.ts';
import { unitLevels, unitLevelTitles } from '../../../domain/units/unit.ts';
import type { UnitContent } from '../../../domain/units/unit-content.ts';
import type { Column } from './table.ts';
import { filled, unitCodeForm } from './unit-columns.ts';

/** The columns of the table of units; whatever is left out of a file stays as it is. */
export const unitsColumns: readonly Column<UnitContent>[] = [
  {
    title: '单位代码',
    presence: 'required',
    pointer: '/code',
    form: unitCodeForm,
    put: filled('code'),
    cellOf: ({ code }) => code,
  },
  {
    title: '单位名称',
    presence: 'optional',
    pointer: '/name',
    put: filled('name'),
    cellOf: ({ name }) => name,
  },
  {
    title: '级别',
    presence: 'optional',
    pointer: '/level',
    form: `只能是：${unitLevels.map((level) => unitLevelTitles[level]).join('、')}。`,
    put: (body, cell) => {
      filled('level')(body, levelByTitle.get(cell) ?? cell);
    },
    cellOf: ({ level }) => unitLevelTitles[level],
  },
  {
    title: '上级单位代码',
    presence: 'optional',
    pointer: '/parentCode',
    form: unitCodeForm,
    put: (body, cell) => (body.parentCode = cell === '' ? null : cell),
    cellOf: ({ parentCode }) => parentCode ?? '',
  },
  {
    title: '行政区划代码',
    presence: 'optional',
    pointer: '/region',
    form: '应为6位行政区划代码，如 520103。',
    put: filled('region'),
    cellOf: ({ region }) => region,
  },
  {
    title: '地址',
    presence: 'optional',
    pointer: '/address',
    put: (body, cell) => (body.address = cell === '' ? null : cell),
    cellOf: ({ address }) => address ?? '',
  },
  {
    title: '电话',
    presence: 'optional',
    pointer: '/telephone',
    form: '应为电话号码，如 0851-00000008，分机写作 0851-00000008转801。',
    put: (body, cell) => (body.telephone = cell === '' ? null : cell),
    cellOf: ({ telephone }) => telephone ?? '',
  },
];

const levelByTitle = new Map<string, UnitLevel>(unitLevels.map((level) => [unitLevelTitles[level], level]));
