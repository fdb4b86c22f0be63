import { Type } from '@fastify/type-provider-typebox';
import { addressees, channels } from '../../domain/case/status.ts';
import { faxOutcomes } from '../../domain/fax/attempt.ts';
import { receiptFields } from './receipt.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const FaxAttemptSchema = Type.Object({
  attempt: Type.Integer({ description: 'From 1; each takes the next number of the station' }),
  faxNumber: Type.String(),
  begunAt: InstantSchema,
  end: nullable(
    Type.Object(
      {
        outcome: Type.Enum([...faxOutcomes]),
        outcomeTitle: Type.String(),
        endedAt: InstantSchema,
        pagesSent: Type.Integer(),
        jobId: nullable(Type.Integer({ description: 'The number of the job at the fax server' })),
      },
      { description: 'Its report; null while nobody knows what became of it' },
    ),
  ),
});

const HandedOverPaperSchema = Type.Object({
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String(),
  pages: nullable(Type.Integer({ description: 'Known of what was bound to one file' })),
});

/** The handings over of a dossier, oldest first. */
export const TransmissionListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      n: Type.Integer(),
      channel: Type.Enum([...channels]),
      channelTitle: Type.String(),
      addressee: Type.Enum([...addressees]),
      homeStation: Type.String(),
      handedOverAt: nullable(InstantSchema),
      deliveredAt: nullable(InstantSchema),
      pages: nullable(Type.Integer({ description: 'What the receipt has to name' })),
      ...receiptFields,
      faxNumber: nullable(Type.String()),
      dossierSha256: nullable(
        Type.String({ description: 'Of the bound file; null where each paper went by itself' }),
      ),
      papers: Type.Array(HandedOverPaperSchema, { description: 'Empty until it has been handed over' }),
      faxAttempts: Type.Array(FaxAttemptSchema),
      dossier: Type.String({ description: 'Where it can be had as one file' }),
    }),
  ),
});

export const DossierQuery = Type.Object({
  transmission: Type.Optional(
    Type.Integer({
      minimum: 1,
      description:
        '第几次信息流转；不填时，尚未送出的为下一次（供打印后传真、送达或邮寄），已送出的为最近一次',
    }),
  ),
});
