import type { StationContacts } from '../../../domain/directory/station-contacts.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import { dateCell, listCell } from './cells.ts';
import { unitCodeForm, unitColumns } from './unit-columns.ts';
import type { Column, LineBody } from './table.ts';

/** Contacts with what a table shows of their station; a station without any is a line to fill in. */
export interface ContactsRow extends Omit<StationContacts, 'lastConfirmedOn'> {
  readonly unitName: string;
  readonly lastConfirmedOn: PlainDate | null;
}

const closureForm = '应为存在的日期，如 2026-12-01；停办起始日和截止日一并填写。';
const telephoneForm = '应为电话号码，如 0851-00000008，多个号码之间用分号。';

/** The columns of the table of stations; whatever is left out of a file stays as it is. */
export const contactsColumns: readonly Column<ContactsRow>[] = [
  ...unitColumns(),
  {
    title: '值班电话',
    presence: 'optional',
    pointer: '/dutyTelephone',
    form: telephoneForm,
    put: (body, cell) => (body.dutyTelephone = cell === '' ? null : cell),
    cellOf: ({ dutyTelephone }) => dutyTelephone ?? '',
  },
  {
    title: '传真号码',
    presence: 'optional',
    pointer: '/faxNumbers',
    form: telephoneForm,
    put: (body, cell) => (body.faxNumbers = listCell(cell)),
    cellOf: ({ faxNumbers }) => faxNumbers.join('；'),
  },
  {
    title: '群机器人地址',
    presence: 'optional',
    pointer: '/groupRobotUrl',
    form: '应为 https:// 开头的地址。',
    put: (body, cell) => (body.groupRobotUrl = cell === '' ? null : cell),
    cellOf: ({ groupRobotUrl }) => groupRobotUrl ?? '',
  },
  {
    title: '承接单位',
    presence: 'optional',
    pointer: '/successor',
    form: unitCodeForm,
    put: (body, cell) => {
      putPart(body, 'successor', cell === '' ? {} : { unitCode: cell });
    },
    cellOf: ({ succession }) => succession?.successor ?? '',
  },
  {
    title: '承接日期',
    presence: 'optional',
    pointer: '/successor/since',
    form: '应为存在的日期，如 2026-07-01，与承接单位一并填写。',
    put: (body, cell) => {
      putPart(body, 'successor', cell === '' ? {} : { since: dateCell(cell) });
    },
    cellOf: ({ succession }) => succession?.since ?? '',
  },
  {
    title: '停办起始日',
    presence: 'optional',
    pointer: '/closure/from',
    form: closureForm,
    put: (body, cell) => {
      putPart(body, 'closure', cell === '' ? {} : { from: dateCell(cell) });
    },
    cellOf: ({ closure }) => closure?.from ?? '',
  },
  {
    title: '停办截止日',
    presence: 'optional',
    pointer: '/closure',
    form: closureForm,
    put: (body, cell) => {
      putPart(body, 'closure', cell === '' ? {} : { to: dateCell(cell) });
    },
    cellOf: ({ closure }) => closure?.to ?? '',
  },
  {
    title: '停办期间代办单位',
    presence: 'optional',
    pointer: '/closure/alternative',
    form: unitCodeForm,
    put: (body, cell) => {
      putPart(body, 'closure', cell === '' ? {} : { alternative: cell });
    },
    cellOf: ({ closure }) => closure?.alternative ?? '',
  },
  {
    title: '最近确认日',
    presence: 'optional',
    pointer: '/lastConfirmedOn',
    form: '应为存在的日期，如 2026-11-25。',
    put: (body, cell) => {
      if (cell !== '') body.lastConfirmedOn = dateCell(cell);
    },
    cellOf: ({ lastConfirmedOn }) => lastConfirmedOn ?? '',
  },
];

/** Several columns say one thing; with all of them empty there is none. */
function putPart(body: LineBody, field: 'successor' | 'closure', part: object): void {
  const whole = { ...(body[field] as object | null | undefined), ...part };
  body[field] = Object.keys(whole).length === 0 ? null : whole;
}
