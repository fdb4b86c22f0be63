import { Type, type Static, type TSchema } from '@fastify/type-provider-typebox';
import { freshnessTitles } from '../../domain/directory/freshness.ts';
import { posts } from '../../domain/directory/post.ts';
import { qualityTitles } from '../../domain/directory/quality.ts';
import { gapReasons } from '../../domain/directory/recipients.ts';
import { standingTitles } from '../../domain/directory/standing.ts';
import { unitLevels } from '../../domain/units/unit.ts';
import { maxUnitNameCharacters } from '../../domain/units/unit-name.ts';
import { UnitCodeQuery } from './page.ts';
import { nullable } from './reference.ts';
import { filledText } from './text.ts';

const keysOf = <Key extends string>(titles: Readonly<Record<Key, string>>) => Object.keys(titles) as Key[];

/** A value or null in what is handed in: one type of two, so that a fault is told once and not for each alternative. */
function orNull<Schema extends TSchema & { readonly type: string }>(schema: Schema) {
  return Type.Unsafe<Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] });
}

/** A date that Postgres and people can do something with. */
export const DateSchema = Type.String({
  format: 'date',
  pattern: '^(19|2\\d)\\d\\d-',
  examples: ['2026-11-25'],
});

/** A telephone or fax number, with an extension after 转 if there is one. */
export const TelephoneSchema = Type.String({
  pattern: '^[+(]?\\d[\\d ()-]{3,28}\\d(转\\d{1,6})?$',
  maxLength: 40,
  examples: ['0851-00000008'],
});

/** 警号, as the identity provider has it. */
const OfficerIdSchema = Type.String({
  pattern: '^[\\w.@-]{1,64}$',
  description: '警号：身份提供方与办理记录中的人员标识',
  examples: ['officer-1'],
});

const AbsenceSchema = Type.Object(
  { from: DateSchema, to: DateSchema },
  { additionalProperties: false, description: 'The first and the last day away' },
);

const content = {
  name: filledText(60, '姓名'),
  officerId: Type.Optional(orNull(OfficerIdSchema)),
  telephone: TelephoneSchema,
  email: Type.Optional(orNull(Type.String({ format: 'email', maxLength: 254 }))),
  faxNumber: Type.Optional(orNull(TelephoneSchema)),
  validFrom: Type.Optional(DateSchema),
  validUntil: Type.Optional(orNull(DateSchema)),
  absences: Type.Optional(Type.Array(AbsenceSchema, { maxItems: 50 })),
};

/** What a new entry says. Left out, `validFrom` is today. */
export const NewPersonSchema = Type.Object(
  { unitCode: UnitCodeQuery, post: Type.Enum([...posts]), ...content },
  { additionalProperties: false },
);

/** What a changed entry says: unit and post stay, whoever goes elsewhere ends here and begins there. */
export const PersonChangeSchema = Type.Object(content, { additionalProperties: false });

export type PersonBody = Static<typeof PersonChangeSchema>;

export const AbsencesSchema = Type.Object(
  { absences: Type.Array(AbsenceSchema, { maxItems: 50 }) },
  { additionalProperties: false },
);

export const PersonSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    unitCode: Type.String(),
    unitName: Type.String(),
    post: Type.Enum([...posts]),
    postTitle: Type.String(),
    name: Type.String(),
    officerId: nullable(Type.String()),
    telephone: Type.String(),
    email: nullable(Type.String()),
    faxNumber: nullable(Type.String()),
    validFrom: Type.String(),
    validUntil: nullable(Type.String()),
    lastConfirmedOn: Type.String(),
    absences: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
    standing: Type.Enum(keysOf(standingTitles), { description: 'Whether he can be told today' }),
    standingTitle: Type.String(),
    freshness: Type.Enum(keysOf(freshnessTitles)),
    quality: Type.Enum(keysOf(qualityTitles)),
    qualityTitle: Type.String(),
    callsNotAnswered: Type.Integer({ description: 'Calls to his station that nobody answered lately' }),
    version: Type.Integer(),
  },
  { $id: 'DirectoryPerson' },
);

export type PersonView = Static<typeof PersonSchema>;

/** How a station is reached; `version` 0 and nothing else while nobody has entered it. */
export const ContactsSchema = Type.Object(
  {
    unitCode: Type.String(),
    dutyTelephone: nullable(Type.String()),
    faxNumbers: Type.Array(Type.String(), { description: 'The first is tried first' }),
    groupRobot: Type.Boolean({ description: 'Whether notices reach the station’s chat group' }),
    groupRobotUrl: Type.Optional(nullable(Type.String({ description: 'For maintainers only' }))),
    lastConfirmedOn: nullable(Type.String()),
    successor: nullable(Type.Object({ unitCode: Type.String(), since: Type.String() })),
    closure: nullable(
      Type.Object({ from: Type.String(), to: Type.String(), alternative: nullable(Type.String()) }),
    ),
    freshness: nullable(Type.Enum(keysOf(freshnessTitles))),
    version: Type.Integer(),
  },
  { $id: 'StationContacts' },
);

export type ContactsView = Static<typeof ContactsSchema>;

export const ContactsChangeSchema = Type.Object(
  {
    dutyTelephone: Type.Optional(orNull(TelephoneSchema)),
    faxNumbers: Type.Optional(Type.Array(TelephoneSchema, { maxItems: 5, uniqueItems: true })),
    groupRobotUrl: Type.Optional(orNull(Type.String({ pattern: '^https://[!-~]+$', maxLength: 500 }))),
    successor: Type.Optional(
      orNull(Type.Object({ unitCode: UnitCodeQuery, since: DateSchema }, { additionalProperties: false })),
    ),
    closure: Type.Optional(
      orNull(
        Type.Object(
          { from: DateSchema, to: DateSchema, alternative: Type.Optional(orNull(UnitCodeQuery)) },
          {
            additionalProperties: false,
            description: 'Office shut, both days included; who does its work meanwhile',
          },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);

export type ContactsBody = Static<typeof ContactsChangeSchema>;

/** Somebody who is told, or the inbox of a post. */
export const RecipientSchema = Type.Object({
  unitCode: Type.String(),
  unitName: Type.String(),
  post: Type.Enum([...posts]),
  postTitle: Type.String(),
  personId: nullable(Type.String()),
  name: nullable(Type.String()),
  telephone: nullable(Type.String()),
});

export type RecipientView = Static<typeof RecipientSchema>;

export const GapSchema = Type.Object({
  unitCode: Type.String(),
  unitName: Type.String(),
  post: Type.Enum([...posts]),
  postTitle: Type.String(),
  reason: Type.Enum([...gapReasons]),
  reasonTitle: Type.String(),
});

/** What is entered for a unit. */
export const UnitChangeSchema = Type.Object(
  {
    name: filledText(maxUnitNameCharacters, '单位全称'),
    level: Type.Enum([...unitLevels]),
    parentCode: Type.Optional(orNull(UnitCodeQuery)),
    region: Type.String({ pattern: '^\\d{6}$', description: '行政区划代码，决定适用的工作日历' }),
    address: Type.Optional(orNull(filledText(100, '地址'))),
    telephone: Type.Optional(orNull(TelephoneSchema)),
  },
  { additionalProperties: false },
);

export type UnitBody = Static<typeof UnitChangeSchema>;

/** A unit as it stands in the tree. */
export const DirectoryUnitSchema = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    level: Type.Enum([...unitLevels]),
    levelTitle: Type.String(),
    parentCode: nullable(Type.String()),
    region: Type.String(),
    address: nullable(Type.String()),
    telephone: nullable(Type.String()),
    version: Type.Integer(),
  },
  { $id: 'DirectoryUnit' },
);

export type DirectoryUnitView = Static<typeof DirectoryUnitSchema>;

/** What the app must know by its `$id`. */
export const directorySchemas = [PersonSchema, ContactsSchema, DirectoryUnitSchema];
