import { Type } from '@fastify/type-provider-typebox';
import type { ReceiptStanding } from '../../domain/case/receipts.ts';
import { receiptStandingTitles } from '../../domain/case/receipts.ts';
import { ActorSchema } from './actor.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const standings = Object.keys(receiptStandingTitles) as ReceiptStanding[];

/** What a handing over says of its receipt. */
export const receiptFields = {
  receipt: nullable(
    Type.Object(
      {
        receivedAt: InstantSchema,
        pagesReceived: nullable(
          Type.Integer({
            description: 'Pages; papers where the platform delivered it, null where they were not counted',
          }),
        ),
        by: ActorSchema,
        recordedAt: InstantSchema,
      },
      { description: 'The home station’s acknowledgement of this handing over' },
    ),
  ),
  receiptStanding: nullable(
    Type.Enum(standings, { description: 'Null until it has been handed over; lapsed: nobody waits for it' }),
  ),
  receiptStandingTitle: nullable(Type.String()),
};
