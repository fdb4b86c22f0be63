import { Type } from '@fastify/type-provider-typebox';
import { UnitCodeQuery } from './page.ts';
import { filledText, InstantSchema } from './text.ts';

/** The number by which the provider names an officer or a program. */
export const SubjectSchema = filledText(255, '警号或客户端标识');

const maxReasonCharacters = 500;

/** Left out, the unit is the administrator's own. */
export const NewAccountLockSchema = Type.Object(
  {
    subject: SubjectSchema,
    unitCode: Type.Optional(UnitCodeQuery),
    reason: filledText(maxReasonCharacters, '停用理由'),
  },
  { additionalProperties: false },
);

export const LiftSchema = Type.Object(
  { reason: filledText(maxReasonCharacters, '恢复理由') },
  { additionalProperties: false },
);

export const AccountLockSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  subject: Type.String(),
  unitCode: Type.String({ description: 'It holds at this unit and all below it' }),
  reason: Type.String(),
  lockedBy: Type.String(),
  lockedAt: InstantSchema,
});
