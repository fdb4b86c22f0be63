import { Type } from '@fastify/type-provider-typebox';
import { effectTypes } from '../../domain/case/effect.ts';
import { terminationCauseTitles } from '../../domain/case/status.ts';
import { remedyNames, remedyStandings, resetPoints } from '../../domain/operations/remedy.ts';
import { nullable } from './reference.ts';
import { filledText, InstantSchema, UnitCodeSchema } from './text.ts';

const EffectKeySchema = Type.String({
  pattern: `^(${effectTypes.join('|')})/[1-9]\\d{0,5}$`,
  description: 'Which effect of the case: `<effect>/<n>`',
});

const strict = { additionalProperties: false };

const activity = {
  workflowId: Type.String({ minLength: 1, maxLength: 255 }),
  activityId: Type.String({ minLength: 1, maxLength: 255 }),
};

const dayInSeconds = 24 * 60 * 60;

export const ResetChoiceSchema = Type.Object(
  { remedy: Type.Literal('reset'), to: Type.Enum(Object.keys(resetPoints)) },
  strict,
);

export const TerminateChoiceSchema = Type.Object(
  { remedy: Type.Literal('terminate'), cause: Type.Enum(Object.keys(terminationCauseTitles)) },
  strict,
);

const choices = [
  Type.Object({ remedy: Type.Literal('retry_effect'), effectKey: EffectKeySchema }, strict),
  Type.Object(
    {
      remedy: Type.Literal('substitute_effect'),
      effectKey: EffectKeySchema,
      doneAt: InstantSchema,
      pages: Type.Integer({ minimum: 0, maximum: 9999, description: 'Papers that were handed over' }),
    },
    strict,
  ),
  Type.Object(
    {
      remedy: Type.Literal('retry_activity'),
      ...activity,
    },
    strict,
  ),
  Type.Object(
    {
      remedy: Type.Literal('change_activity_options'),
      ...activity,
      options: Type.Object(
        {
          startToCloseSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: dayInSeconds })),
          maximumAttempts: Type.Optional(
            Type.Integer({ minimum: 0, maximum: 1000, description: 'From its first try on; 0: no limit' }),
          ),
          initialIntervalSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: dayInSeconds })),
          maximumIntervalSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: dayInSeconds })),
        },
        { ...strict, minProperties: 1, description: 'What is left out stays as it is' },
      ),
    },
    strict,
  ),
  ...(['reroute', 'reassign'] as const).map((remedy) =>
    Type.Object({ remedy: Type.Literal(remedy), homeStation: UnitCodeSchema }, strict),
  ),
  ...(['pause', 'resume', 'restart'] as const).map((remedy) =>
    Type.Object({ remedy: Type.Literal(remedy) }, strict),
  ),
  TerminateChoiceSchema,
  ResetChoiceSchema,
  Type.Object({ remedy: Type.Literal('redeliver'), delivery: Type.String({ format: 'uuid' }) }, strict),
  Type.Object({ remedy: Type.Literal('start'), caseNo: Type.String({ maxLength: 30 }) }, strict),
  Type.Object({ remedy: Type.Literal('take_up') }, strict),
  Type.Object({ remedy: Type.Literal('reproject') }, strict),
] as const;

export const RemedyChoiceSchema = Type.Union([...choices]);

export const NewRemedySchema = Type.Object(
  {
    caseNo: Type.Optional(Type.String({ maxLength: 30, description: 'Left out for what is of no one case' })),
    choice: RemedyChoiceSchema,
    reason: filledText(500, '处置的理由'),
  },
  strict,
);

export const RemedyDecisionSchema = Type.Object({ decision: Type.Enum(['agreed', 'declined']) }, strict);

const rule = {
  remedy: Type.Enum([...remedyNames]),
  title: Type.String(),
  postCondition: Type.String({ description: 'What has to be seen before it is said to have helped' }),
};

export const RemedyOptionsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      ...rule,
      effect: Type.String(),
      approval: Type.Enum(['none', 'second_person']),
      choice: Type.Object({ remedy: rule.remedy }, { additionalProperties: true }),
      runsAgain: Type.Array(Type.String(), { description: 'What would be done again' }),
      absorbed: Type.Array(Type.String(), {
        description: 'What of it is known not to be done twice, and how',
      }),
    }),
  ),
});

export const RemedySchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  caseNo: nullable(Type.String()),
  ...rule,
  choice: Type.Object({ remedy: rule.remedy }, { additionalProperties: true }),
  reason: nullable(
    Type.String({ description: 'null when it has been removed with the personal data of the case' }),
  ),
  standing: Type.Enum(Object.keys(remedyStandings)),
  standingTitle: Type.String(),
  finding: nullable(Type.String({ description: 'What was seen afterwards' })),
  requestedBy: Type.String(),
  requestedAt: InstantSchema,
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(InstantSchema),
  appliedAt: nullable(InstantSchema),
  endedAt: nullable(InstantSchema),
});
