import type { UnitCode } from '../../../domain/units/unit.ts';
import type { Column } from './table.ts';

export const unitCodeForm = '应为12位单位代码；表格软件中请将此列设为文本。';

/** The first columns of every table: which unit a line is about. Its name is for the reader and not taken in. */
export function unitColumns<
  Row extends { readonly unitCode: UnitCode; readonly unitName: string },
>(): readonly Column<Row>[] {
  return [
    {
      title: '单位代码',
      presence: 'required',
      pointer: '/unitCode',
      form: unitCodeForm,
      put: filled('unitCode'),
      cellOf: ({ unitCode }) => unitCode,
    },
    {
      title: '单位名称',
      presence: 'optional',
      pointer: null,
      put: () => undefined,
      cellOf: ({ unitName }) => unitName,
    },
  ];
}

/** Takes a cell in unless it is empty. */
export function filled(field: string): Column<never>['put'] {
  return (body, cell) => {
    if (cell !== '') body[field] = cell;
  };
}
