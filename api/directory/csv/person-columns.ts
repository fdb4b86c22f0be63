import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import type { Post } from '../../../domain/directory/post.ts';
import { postRules, posts } from '../../../domain/directory/post.ts';
import { dateCell, listCell } from './cells.ts';
import type { Column } from './table.ts';
import { filled, unitColumns } from './unit-columns.ts';

/** An entry with what a table shows of its unit. */
export type PersonRow = DirectoryPerson & { readonly unitName: string };

type PersonColumn = Column<PersonRow>;

const dateForm = '应为存在的日期，如 2026-11-25。';
const telephoneForm = '应为电话号码，如 0851-00000008，分机写作 0851-00000008转801。';
const absenceForm = '写作“2026-10-01至2026-10-07”，多次之间用分号；每次都应是存在的日期。';

/** The columns of the table of persons; whatever is left out of a file stays as it is. */
export const personColumns: readonly PersonColumn[] = [
  ...unitColumns(),
  {
    title: '职务',
    presence: 'required',
    pointer: '/post',
    form: `只能是：${posts.map((post) => postRules[post].title).join('、')}。`,
    put: (body, cell) => {
      filled('post')(body, postByTitle.get(cell) ?? cell);
    },
    cellOf: ({ post }) => postRules[post].title,
  },
  {
    title: '姓名',
    presence: 'required',
    pointer: '/name',
    put: filled('name'),
    cellOf: ({ name }) => name,
  },
  {
    title: '电话',
    presence: 'required',
    pointer: '/telephone',
    form: telephoneForm,
    put: filled('telephone'),
    cellOf: ({ telephone }) => telephone,
  },
  {
    title: '电子邮箱',
    presence: 'optional',
    pointer: '/email',
    put: (body, cell) => (body.email = cell === '' ? null : cell),
    cellOf: ({ email }) => email ?? '',
  },
  {
    title: '传真',
    presence: 'optional',
    pointer: '/faxNumber',
    form: telephoneForm,
    put: (body, cell) => (body.faxNumber = cell === '' ? null : cell),
    cellOf: ({ faxNumber }) => faxNumber ?? '',
  },
  {
    title: '警号',
    presence: 'optional',
    pointer: '/officerId',
    form: '应为身份提供方登记的警号，由字母、数字和 . _ @ - 组成。',
    put: (body, cell) => (body.officerId = cell === '' ? null : cell),
    cellOf: ({ officerId }) => officerId ?? '',
  },
  {
    title: '任职起始日',
    presence: 'optional',
    pointer: '/validFrom',
    form: dateForm,
    put: (body, cell) => {
      filled('validFrom')(body, dateCell(cell));
    },
    cellOf: ({ validFrom }) => validFrom,
  },
  {
    title: '任职截止日',
    presence: 'optional',
    pointer: '/validUntil',
    form: dateForm,
    put: (body, cell) => (body.validUntil = cell === '' ? null : dateCell(cell)),
    cellOf: ({ validUntil }) => validUntil ?? '',
  },
  {
    title: '最近确认日',
    presence: 'optional',
    pointer: '/lastConfirmedOn',
    form: dateForm,
    put: (body, cell) => {
      filled('lastConfirmedOn')(body, dateCell(cell));
    },
    cellOf: ({ lastConfirmedOn }) => lastConfirmedOn,
  },
  {
    title: '请假',
    presence: 'optional',
    pointer: '/absences',
    form: absenceForm,
    put: (body, cell) => (body.absences = listCell(cell).map(absenceOf)),
    cellOf: ({ absences }) => absences.map(({ from, to }) => `${from}至${to}`).join('；'),
  },
  {
    title: '编号',
    presence: 'optional',
    pointer: '/id',
    form: '应为导出文件中的编号；新增人员不填。',
    put: filled('id'),
    cellOf: ({ id }) => id,
  },
];

const postByTitle = new Map<string, Post>(posts.map((post) => [postRules[post].title, post]));

function absenceOf(text: string): { from: string; to: string } {
  const [from = '', to = from, ...more] = text.split('至').map((part) => dateCell(part.trim()));
  return more.length > 0 ? { from: text, to: text } : { from, to };
}
