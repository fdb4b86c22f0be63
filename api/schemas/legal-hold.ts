import { Type } from '@fastify/type-provider-typebox';
import { filledText, InstantSchema } from './text.ts';

const held = { reason: Type.String(), heldBy: Type.String(), heldAt: InstantSchema };

export const LegalHoldSchema = Type.Object({ caseNo: Type.String(), ...held });

export const RejectionHoldSchema = Type.Object({ no: Type.String(), ...held });

export const LegalHoldBody = Type.Object(
  { reason: filledText(500, '保全理由') },
  { additionalProperties: false },
);
