import { Type } from '@fastify/type-provider-typebox';
import type { MadePaperId } from '../../domain/papers/occasions.ts';
import { madePaperIds } from '../../domain/papers/occasions.ts';
import { paperReaders } from '../../domain/papers/paper.ts';
import { paperIds } from '../../domain/papers/papers.ts';
import { CaseParams } from './case-params.ts';
import { InstantSchema } from './text.ts';

export const PaperParams = Type.Object({
  ...CaseParams.properties,
  paperId: Type.Unsafe<MadePaperId>({ type: 'string', enum: madePaperIds, description: '文书' }),
});

export const PaperQuery = Type.Object({
  seq: Type.Optional(
    Type.Integer({ minimum: 1, description: '办理记录的序号，见文书列表；不填为最新的一份' }),
  ),
});

/** Papers of a case, oldest first: each event that gives rise to one has its own. */
export const PaperListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      paper: Type.Enum([...paperIds]),
      title: Type.String(),
      seq: Type.Integer({ description: 'Event of the ledger that gave rise to it' }),
      occurredAt: InstantSchema,
      readers: Type.Array(Type.Enum([...paperReaders]), { description: 'Whose hands it is made for' }),
      latest: Type.Boolean({ description: 'Whether no later one takes its place' }),
      href: Type.String(),
    }),
  ),
});
