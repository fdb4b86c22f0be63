import { Type } from '@fastify/type-provider-typebox';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

/** Whatever has been typed so far; nothing in it is judged. */
export const DraftBody = Type.Unsafe<object>({
  type: 'object',
  additionalProperties: true,
  description: 'An Application, however incomplete',
  examples: [{ applicant: { name: '李样例' }, matters: [{ code: 'NAME_CHANGE' }] }],
});

const summary = {
  id: Type.String(),
  officerId: Type.String({ description: 'Who began it' }),
  createdAt: InstantSchema,
  changedAt: InstantSchema,
  expiresOn: Type.String({ format: 'date', description: 'The last day on which it can be used' }),
};

export const DraftSchema = Type.Object({ ...summary, application: DraftBody });

export const DraftListItemSchema = Type.Object({
  ...summary,
  applicantName: nullable(Type.String({ description: 'Masked; null while there is none' })),
});
