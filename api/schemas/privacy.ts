import { Type } from '@fastify/type-provider-typebox';
import { unmaskableFields } from '../../domain/privacy/unmasking.ts';
import { filledText, InstantSchema } from './text.ts';

export const CaseSearchBody = Type.Object(
  { idNumber: Type.String({ maxLength: 40, description: '申请人的18位公民身份号码，全部数位' }) },
  { additionalProperties: false },
);

export const UnmaskBody = Type.Object(
  {
    reason: filledText(500, '查看完整信息的理由'),
    fields: Type.Array(Type.Enum([...unmaskableFields]), {
      minItems: 1,
      maxItems: unmaskableFields.length,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
);

export const UnmaskedSchema = Type.Object({
  caseNo: Type.String(),
  unmaskedAt: InstantSchema,
  applicant: Type.Partial(
    Type.Object({
      name: Type.String(),
      idNumber: Type.String(),
      telephone: Type.String(),
      residenceAddress: Type.String(),
    }),
  ),
});
