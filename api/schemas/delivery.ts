import { Type, type Static } from '@fastify/type-provider-typebox';
import { channels } from '../../domain/notices/channel.ts';
import { deliveryStatusTitles } from '../../domain/notices/delivery.ts';
import type { DeliveryState } from '../../domain/notices/delivery.ts';
import { noticeKinds, noticeUrgencies } from '../../domain/notices/kind.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const statuses = Object.keys(deliveryStatusTitles) as DeliveryState['status'][];

/** What became of a notice on its way to one destination. Addresses stand in the directory, not here. */
export const DeliverySchema = Type.Object({
  channel: Type.Enum(['inbox', ...channels]),
  channelTitle: Type.String(),
  destination: Type.String({
    description:
      'inbox, or person/…, applicant/…, group/…, duty/… (of a station) or endpoint/… with the id of it',
  }),
  status: Type.Enum(statuses),
  statusTitle: Type.String(),
  slotAt: nullable(InstantSchema),
  attempts: Type.Integer(),
  handedOverAt: nullable(InstantSchema),
  givenUpAt: nullable(InstantSchema),
  lastFailure: nullable(
    Type.Object({
      kind: Type.Enum(['temporary', 'permanent']),
      code: Type.String(),
      message: Type.String(),
    }),
  ),
  suppression: nullable(
    Type.Object({
      reason: Type.Enum(['duplicate', 'channel_off']),
      message: Type.String(),
      originalNoticeId: nullable(Type.Integer()),
    }),
  ),
});

export type DeliveryView = Static<typeof DeliverySchema>;

/** A notice with what it is about and all its ways out. */
export const noticeFields = {
  id: Type.Integer(),
  kind: Type.Enum([...noticeKinds]),
  kindTitle: Type.String(),
  urgency: Type.Enum([...noticeUrgencies]),
  text: Type.String(),
  createdAt: InstantSchema,
  deliveries: Type.Array(DeliverySchema),
};
