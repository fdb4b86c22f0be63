import { Type } from '@fastify/type-provider-typebox';
import { intakeRecordKinds, otherLanes } from '../../domain/application/intake-record.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

const closed = { additionalProperties: false };

/** Beside what it says, nothing may be sent: whoever declines leaves no name behind. */
export const IntakeRecordBody = Type.Union(
  [
    Type.Object({ kind: Type.Literal('declined') }, { ...closed, title: '告知后不选择跨省通办' }),
    Type.Object(
      {
        kind: Type.Literal('other_lane'),
        lane: Type.Enum([...otherLanes]),
        reference: Type.Optional(
          Type.String({ pattern: '^[0-9A-Za-z-]{1,64}$', description: '该渠道的业务编号' }),
        ),
      },
      { ...closed, title: '按其他渠道办理' },
    ),
  ],
  { examples: [{ kind: 'declined' }, { kind: 'other_lane', lane: 'yangtze_delta_online' }] },
);

export const IntakeRecordSchema = Type.Object({
  id: Type.String(),
  unitCode: Type.String(),
  kind: Type.Enum([...intakeRecordKinds]),
  kindTitle: Type.String(),
  recordedAt: InstantSchema,
  officerId: Type.String(),
  lane: nullable(Type.Enum([...otherLanes])),
  laneTitle: nullable(Type.String()),
  reference: nullable(Type.String({ description: 'Null for whoever does not work at the counter' })),
});
