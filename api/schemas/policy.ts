import { Type } from '@fastify/type-provider-typebox';
import { dayEnds } from '../../domain/calendar/due-instant.ts';
import { clockIds } from '../../domain/clocks/clock-id.ts';
import { matterCodes } from '../../domain/matters/catalogue.ts';
import { posts } from '../../domain/directory/post.ts';
import { colours, rungTitles, rungUnits } from '../../domain/escalation/rung.ts';
import { materialsRules } from '../../domain/policy.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 1, maximum: 1000 });
const timeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', examples: ['08:30'] });
const dayOfYear = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['05-01'] });

const TermSchema = Type.Object({ unit: Type.Enum(['working_days', 'days']), count }, closed);

const AudienceSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('post'), unit: Type.Enum([...rungUnits]), post: Type.Enum([...posts]) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('applicant') }, closed),
]);

const MomentSchema = Type.Union([
  Type.Object({ at: Type.Enum(['start_of_working_day', 'end_of_working_day']), day: count }, closed),
  Type.Object({ at: Type.Literal('due') }, closed),
  Type.Object({ at: Type.Literal('after_due'), workingDays: count }, closed),
  Type.Object({ at: Type.Literal('days_after_start'), days: count }, closed),
]);

const RungSchema = Type.Object(
  {
    rung: Type.Enum(Object.keys(rungTitles)),
    colour: Type.Enum([...colours]),
    when: MomentSchema,
    to: Type.Array(AudienceSchema, { maxItems: 20 }),
    unless: Type.Optional(Type.Literal('received')),
    reply: Type.Optional(
      Type.Object(
        { withinWorkingDays: count, overdueTo: Type.Array(AudienceSchema, { maxItems: 20 }) },
        closed,
      ),
    ),
  },
  closed,
);

const TimetableSchema = Type.Object(
  {
    start: timeOfDay,
    end: timeOfDay,
    seasons: Type.Array(
      Type.Object({ from: dayOfYear, to: dayOfYear, start: timeOfDay, end: timeOfDay }, closed),
      { maxItems: 12 },
    ),
  },
  closed,
);

const LimitsSchema = Type.Array(
  Type.Object(
    {
      messages: Type.Integer({ minimum: 1, maximum: 1000 }),
      withinMs: Type.Integer({ minimum: 1000, maximum: 24 * 60 * 60_000 }),
    },
    closed,
  ),
  { maxItems: 10 },
);

function perClock<Schema extends Parameters<typeof Type.Optional>[0]>(schema: Schema) {
  return Object.fromEntries(clockIds.map((clock) => [clock, Type.Optional(schema)]));
}

export const policySettingsExample = { cases: { reroutesWithoutSupervisor: 1, answerFreshDays: 60 } };

/** What a province sets; whatever is left out stays as it is. */
export const PolicySettingsSchema = Type.Object(
  {
    terms: Type.Optional(Type.Object(perClock(TermSchema), closed)),
    ladders: Type.Optional(Type.Object(perClock(Type.Array(RungSchema, { maxItems: 20 })), closed)),
    timetables: Type.Optional(
      Type.Object(
        {
          ordinary: TimetableSchema,
          regions: Type.Record(Type.String({ pattern: '^\\d{6}$' }), TimetableSchema),
        },
        closed,
      ),
    ),
    dueAtEndOf: Type.Optional(
      Type.Enum(dayEnds, { description: '期限最后一日的截止时间：下班时间（office_hours）或24:00（day）' }),
    ),
    onMaterialsCompleted: Type.Optional(Type.Enum(materialsRules)),
    onEarlierDueDate: Type.Optional(Type.Enum(['later_stands', 'calendar_stands'])),
    cases: Type.Optional(
      Type.Object(
        {
          reroutesWithoutSupervisor: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 10,
              description: '民警可改送的次数，超过的由上级督办员决定',
            }),
          ),
          answerFreshDays: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 365, description: '反馈后多少日内可据以补发' }),
          ),
          furtherVerificationMatters: Type.Optional(
            Type.Array(Type.Enum([...matterCodes]), {
              uniqueItems: true,
              maxItems: matterCodes.length,
              description: '户籍地可请其他派出所协助查证的事项，以受理地省份的规定为准；空即不设',
            }),
          ),
        },
        { ...closed, description: '办理规则；未填写的保持不变' },
      ),
    ),
    eligibility: Type.Optional(
      Type.Object(
        {
          agentsAllowed: Type.Optional(Type.Boolean({ description: '允许委托代办' })),
          manualCheckNeedsSecondOfficer: Type.Optional(
            Type.Boolean({ description: '人工核验身份证件须两名民警' }),
          ),
          xinjiangCorpsIsSeparate: Type.Optional(Type.Boolean({ description: '新疆与兵团视为不同省份' })),
          corpsRegion: Type.Optional(
            Type.String({ pattern: '^\\d{6}$', description: '兵团顶级单位的行政区划代码' }),
          ),
        },
        { ...closed, description: '受理条件；未填写的保持不变' },
      ),
    ),
    papers: Type.Optional(
      Type.Object(
        {
          certificateFoot: Type.Optional(
            Type.Enum(['none', 'number', 'number_and_qr'], { description: '附件1、附件2页脚' }),
          ),
          bookletAdvice: Type.Optional(
            nullable(Type.String({ maxLength: 300, description: '告知书中关于单独立户、补领户口簿的提示' })),
          ),
        },
        { ...closed, description: '文书；未填写的保持不变' },
      ),
    ),
    notices: Type.Optional(
      Type.Object(
        {
          quietHours: Type.Optional(
            Type.Object(
              { from: timeOfDay, until: timeOfDay },
              { ...closed, description: '免打扰时段，可跨零点；起止相同即不设' },
            ),
          ),
          staffHours: Type.Optional(
            Type.Enum(['office_hours', 'outside_quiet_hours'], {
              description: '工作人员何时接收非紧急通知：上班时间，或免打扰时段以外',
            }),
          ),
          spreadMinutes: Type.Optional(
            Type.Object(
              {
                from: Type.Integer({ minimum: 0, maximum: 60 }),
                until: Type.Integer({ minimum: 0, maximum: 60 }),
              },
              { ...closed, description: '上班时集中产生的通知，在上班后第几分钟至第几分钟错开发送' },
            ),
          ),
          limits: Type.Optional(
            Type.Object(
              { normal: Type.Optional(LimitsSchema), urgent: Type.Optional(LimitsSchema) },
              { ...closed, description: '同一收件人的限额；超出的合并为一条，稍后发送' },
            ),
          ),
        },
        { ...closed, description: '通知，对新旧申请件同样适用；未填写的保持不变' },
      ),
    ),
    freshness: Type.Optional(
      Type.Object(
        {
          reminderAfterDays: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 365, description: '目录信息多少日未确认即提醒确认' }),
          ),
          blockedAfterDays: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 365, description: '目录信息多少日未确认即停用' }),
          ),
        },
        { ...closed, description: '专管员目录；未填写的保持不变' },
      ),
    ),
  },
  { ...closed, examples: [policySettingsExample] },
);

export const PolicySchema = Type.Object(
  {
    version: Type.String({ description: 'Names these settings for good' }),
    province: nullable(Type.String({ description: 'null: the default of the product' })),
    createdAt: nullable(InstantSchema),
    inForce: Type.Boolean({ description: 'New cases start with it' }),
    settings: Type.Unsafe<object>({
      type: 'object',
      additionalProperties: true,
      description: 'The whole policy, nothing left out',
    }),
  },
  { $id: 'Policy' },
);
