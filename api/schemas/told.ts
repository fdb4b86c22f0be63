import { Type } from '@fastify/type-provider-typebox';
import { posts } from '../../domain/directory/post.ts';
import { DeliverySchema } from './delivery.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const { channel, channelTitle, status } = DeliverySchema.properties;

/** Who was told of something, over what, and whether it was delivered [§6]. */
export const ToldSchema = Type.Array(
  Type.Object({
    unitCode: Type.String(),
    unitName: Type.String(),
    post: Type.Enum([...posts]),
    postTitle: Type.String(),
    name: nullable(Type.String({ description: 'null where the inbox of the post was told' })),
    telephoneToCall: nullable(Type.String({ description: '该所没有可以通知到的专管员：须拨打的值班电话' })),
    deliveries: Type.Array(
      Type.Object({
        channel,
        channelTitle,
        status,
        statusTitle: Type.String({ description: 'With the reason where nothing was sent' }),
        at: nullable({
          ...InstantSchema,
          description: 'When it was handed over or given up, or is to be sent; null for what is not sent',
        }),
      }),
    ),
  }),
);
