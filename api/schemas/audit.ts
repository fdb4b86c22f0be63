import { Type } from '@fastify/type-provider-typebox';
import { auditKindNames, auditOutcomes } from '../../domain/audit/kinds.ts';
import { paging, UnitCodeQuery } from './page.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

export const AuditQuery = Type.Object(
  {
    ...paging,
    from: Type.Optional(InstantSchema),
    to: Type.Optional(InstantSchema),
    kind: Type.Optional(Type.Enum([...auditKindNames])),
    outcome: Type.Optional(Type.Enum([...auditOutcomes])),
    officerId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: '警号' })),
    caseNo: Type.Optional(Type.String({ maxLength: 26, description: '申请件编号，26位' })),
    unit: Type.Optional(UnitCodeQuery),
    format: Type.Enum(['json', 'csv'], { default: 'json' }),
  },
  { additionalProperties: false },
);

export const AuditEntrySchema = Type.Object({
  day: Type.String({ format: 'date', description: 'Whose chain it stands in' }),
  seq: Type.Integer({ minimum: 1, description: 'Its place in the chain' }),
  at: InstantSchema,
  kind: Type.Enum([...auditKindNames]),
  kindTitle: Type.String(),
  operation: Type.String({ description: 'The operation’s id in this document' }),
  outcome: Type.Enum([...auditOutcomes]),
  outcomeTitle: Type.String(),
  officerId: nullable(
    Type.String({ description: 'Null, like the unit, of whoever did not prove who he is' }),
  ),
  roles: Type.Array(Type.String()),
  unitCode: nullable(Type.String()),
  caseNo: nullable(Type.String()),
  objectId: nullable(
    Type.String({ description: 'What else it was about: a paper, a draft, a rejection, a session' }),
  ),
  requestId: Type.String({ description: 'As in the log, and in the problem that the caller got' }),
  code: nullable(Type.String({ description: 'Of the problem by which it was refused' })),
  hash: Type.String(),
});

export const AnchorQuery = Type.Object(
  {
    from: Type.Optional(Type.String({ format: 'date', description: '默认30日前' })),
    to: Type.Optional(Type.String({ format: 'date', description: '默认今日' })),
  },
  { additionalProperties: false },
);

export const AnchorListSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      day: Type.String({ format: 'date' }),
      count: Type.Integer({ minimum: 1, description: 'Rows of the day, of every unit' }),
      hash: Type.String({ description: 'Of the last row; SHA-256, hexadecimal' }),
    }),
  ),
});
