import { Type } from '@fastify/type-provider-typebox';
import type { MoveDirection } from '../../domain/calendar/revision-impact.ts';
import { moveDirectionTitles } from '../../domain/calendar/revision-impact.ts';
import { nullable, ref } from './reference.ts';
import { InstantSchema } from './text.ts';

const directions = Object.keys(moveDirectionTitles) as MoveDirection[];
const DateSchema = Type.String({ format: 'date' });

export const CalendarParams = Type.Object({ year: Type.String() });
export const CalendarVersionParams = Type.Object({ year: Type.String(), id: Type.String() });
export const CalendarWorkParams = Type.Object({ id: Type.String() });

/** Checked by `domain/calendar/parse-calendar-upload.ts`, which says all that is wrong with either kind at once. */
export const CalendarFileSchema = Type.Unsafe<unknown>({
  type: 'object',
  additionalProperties: true,
  description:
    'A file in the format of data/calendar (docs/calendars.md): a national calendar, or a region’s when it names one.',
  examples: [
    {
      year: 2027,
      status: 'official',
      source: 'https://www.gov.cn/zhengce/content/…',
      publishedOn: '2026-11-05',
      days: [{ date: '2027-01-01', name: '元旦', offDay: true }],
    },
  ],
});

const versionHead = {
  id: Type.String(),
  year: Type.Integer(),
  region: nullable(Type.String({ description: '六位行政区划代码；全国日历为空' })),
  status: Type.Enum(['official', 'provisional']),
  state: Type.Enum(['waiting', 'in_force', 'superseded']),
  source: Type.String(),
  publishedOn: nullable(DateSchema),
  createdBy: Type.String(),
  createdAt: InstantSchema,
  publishedAt: nullable(InstantSchema),
  supersededAt: nullable(InstantSchema),
};

export const CalendarVersionHeadSchema = Type.Object(versionHead, { $id: 'CalendarVersionHead' });

export const CalendarVersionSchema = Type.Object(
  { ...versionHead, document: CalendarFileSchema },
  { $id: 'CalendarVersion' },
);

export const PublicationSchema = Type.Object(
  {
    dryRun: Type.Optional(
      Type.String({
        description: '试算编号，必填：对同一内容、以现行日历为基准的试算',
        examples: ['018f2c5a-7d0b-4c1e-9a51-3f6f1f6b8a10'],
      }),
    ),
  },
  { additionalProperties: false },
);

export const CalendarListSchema = Type.Object({
  current: Type.String({
    description: 'Names the whole calendar that holds now',
  }),
  items: Type.Array(ref(CalendarVersionHeadSchema)),
});

export const CalendarDryRunSchema = Type.Object(
  {
    id: Type.String(),
    status: Type.Enum(['running', 'finished']),
    basedOn: Type.String({ description: 'The calendar that it was compared with' }),
    requestedAt: InstantSchema,
    finishedAt: nullable(InstantSchema),
    impact: nullable(
      Type.Object({
        cases: Type.Integer({ description: '有期限在走或待日历发布的未办结申请件' }),
        deadlines: Type.Integer(),
        movedCases: Type.Integer(),
        moves: Type.Array(
          Type.Object({
            direction: Type.Enum(directions),
            days: Type.Integer({ description: 'Calendar days' }),
            deadlines: Type.Integer(),
            held: Type.Integer({ description: '其中按规定仍执行原期限的' }),
          }),
        ),
        first: Type.Array(
          Type.Object({
            caseNo: Type.String(),
            clockKey: Type.String(),
            direction: Type.Enum(directions),
            days: Type.Integer(),
            dueDate: nullable(DateSchema),
            calendarDueDate: nullable(DateSchema),
            standingDueDate: nullable({ ...DateSchema, description: '将执行的期限' }),
          }),
          { description: 'The first hundred; all with format=csv' },
        ),
      }),
    ),
  },
  { $id: 'CalendarDryRun' },
);

export const CalendarRolloutSchema = Type.Object(
  {
    id: Type.String({ description: 'Names the published calendar' }),
    status: Type.Enum(['running', 'finished', 'superseded']),
    total: Type.Integer(),
    done: Type.Integer(),
    moved: Type.Integer({ description: '期限有变动的申请件' }),
    earlier: Type.Integer({ description: '其中按新日历提前的' }),
    failed: Type.Array(Type.String(), { description: '尚无应答、将再次尝试的申请件' }),
    startedAt: InstantSchema,
    finishedAt: nullable(InstantSchema),
  },
  { $id: 'CalendarRollout' },
);

/** What the app must know by name. */
export const calendarSchemas = [
  CalendarVersionHeadSchema,
  CalendarVersionSchema,
  CalendarDryRunSchema,
  CalendarRolloutSchema,
] as const;
