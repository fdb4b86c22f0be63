import { Type, type Static } from '@fastify/type-provider-typebox';
import { differenceItems, gravities } from '../../domain/register/comparison.ts';
import { registerStatuses } from '../../domain/register/entry.ts';
import { registerOutcomes, registerPurposes } from '../../domain/register/query.ts';
import { registerReference } from '../examples/facts.ts';
import { nullable } from './reference.ts';
import { filledText, InstantSchema } from './text.ts';

export const RegisterQueryBody = Type.Object(
  {
    purpose: Type.Enum([...registerPurposes], { description: '查询目的' }),
    reason: filledText(200, '查询理由；只有办理本案的人能看到'),
  },
  { additionalProperties: false },
);

const EntrySchema = Type.Object({
  name: Type.String(),
  formerNames: Type.Array(Type.String()),
  idNumber: Type.String(),
  formerIdNumbers: Type.Array(Type.String()),
  sex: Type.Enum(['F', 'M']),
  sexTitle: Type.String(),
  birthDate: Type.String({ format: 'date' }),
  ethnicity: Type.String(),
  birthplace: Type.String(),
  registeredAddress: Type.String(),
  registeringStation: Type.Object({ code: Type.String(), name: Type.String() }),
  status: Type.Enum([...registerStatuses]),
  statusTitle: Type.String(),
});

const DifferenceSchema = Type.Object({
  item: Type.Enum([...differenceItems]),
  title: Type.String(),
  applicationValue: Type.String(),
  registerValue: Type.String(),
  gravity: Type.Enum([...gravities], {
    description: 'conflict: both cannot be right; attention: the register explains it, or it may be a slip',
  }),
  gravityTitle: Type.String(),
});

export const RegisterQuerySchema = Type.Object({
  reference: Type.String({
    description: 'Stands on the record of an Annex 2',
    examples: [registerReference],
  }),
  caseNo: Type.String(),
  purpose: Type.Enum([...registerPurposes]),
  purposeTitle: Type.String(),
  reason: Type.Optional(
    Type.String({ description: 'The officer’s own words; left out where they are withheld' }),
  ),
  askedBy: Type.Object({
    officerId: Type.String(),
    role: Type.String(),
    roleTitle: Type.String(),
    unitCode: Type.String(),
  }),
  askedAt: InstantSchema,
  outcome: Type.Enum([...registerOutcomes]),
  detail: Type.String({ description: 'What came of it and what to do next' }),
  answeredAt: nullable(InstantSchema),
  durationMs: nullable(
    Type.Integer({ description: 'How long the register took; null when it did not answer' }),
  ),
  personalData: Type.Enum(['full', 'withheld'], {
    description: 'withheld from whoever does not handle the case: reason, entry and differences',
  }),
  entry: Type.Optional(EntrySchema),
  differences: Type.Optional(
    Type.Array(DifferenceSchema, { description: 'Empty when application and register agree' }),
  ),
});

export type RegisterQueryView = Static<typeof RegisterQuerySchema>;
