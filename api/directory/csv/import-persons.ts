import { randomUUID } from 'node:crypto';
import type { TSchema } from '@fastify/type-provider-typebox';
import { Type, type Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../../../db/database.ts';
import {
  listPersonsById,
  listPersonsOfUnits,
  lockImports,
  savePersons,
} from '../../../db/repositories/directory.ts';
import type { ImportKey } from '../../../domain/directory/import-plan.ts';
import { isSameEntry, matchImport } from '../../../domain/directory/import-plan.ts';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { parsePersonId } from '../../../domain/directory/person.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { checkName } from '../../../domain/identity/name.ts';
import { DateSchema, NewPersonSchema } from '../../schemas/directory.ts';
import { entryFaults, entryOf } from '../entry.ts';
import type { Reading } from '../persons.ts';
import type { ImportPlan } from './import-plan.ts';
import type { JudgedLine, LineValidator } from './judged-lines.ts';
import { judgeLines, soundFaults } from './judged-lines.ts';
import { personColumns } from './person-columns.ts';
import type { TableLine } from './table.ts';
import { cellFaults } from './table.ts';
import { unitFaults } from './unit-faults.ts';

const LineSchema = Type.Object({
  ...NewPersonSchema.properties,
  lastConfirmedOn: Type.Optional(DateSchema),
  id: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
});

type LineBody = Static<typeof LineSchema>;

/** Works out what a table of persons would change, and everything that is wrong with it. Holds back other imports. */
export async function planPersonImport(
  { executor, tree, today, change }: Reading,
  keeper: Keeper,
  lines: readonly TableLine[],
  validate: LineValidator,
): Promise<ImportPlan> {
  const { judged, faults } = judgeLines(lines, personColumns, {
    validate,
    faultsOf: ({ unitCode }) => unitFaults(tree, keeper, unitCode),
  });
  const keys = judged.flatMap(importKeys);
  await lockImports(executor);
  const entries = await listEntries(executor, keys);
  const { matches, faults: unmatched } = matchImport(keys, entries, today);
  for (const { line, field, ...fault } of unmatched) {
    faults.push(...cellFaults(line, [{ pointer: `/${field}`, ...fault }], personColumns));
  }

  const entryOfLine = new Map(matches.map(({ key, entry }) => [key.line, entry]));
  const created: DirectoryPerson[] = [];
  const updated: DirectoryPerson[] = [];
  for (const each of judged) {
    const entry = entryOfLine.get(each.line) ?? null;
    const { unitCode, post, lastConfirmedOn, ...body }: LineBody = {
      ...placeholder,
      ...(entry === null ? {} : bodyOf(entry)),
      ...each.body,
    };
    const content = {
      ...entryOf({ unitCode: parseUnitCode(unitCode), post }, body, today),
      lastConfirmedOn: lastConfirmedOn === undefined ? today : parsePlainDate(lastConfirmedOn),
    };
    const level = tree.get(content.unitCode)?.level ?? 'station';
    const wrong = entryFaults(content, level, today).filter(
      ({ pointer }) => pointer !== '/post' || !each.malformed.has('unitCode'),
    );
    faults.push(...cellFaults(each.line, soundFaults(wrong, each), personColumns));
    if (entry === null) created.push({ id: parsePersonId(randomUUID()), ...content });
    else if (!isSameEntry(entry, content)) updated.push({ id: entry.id, ...content });
  }
  return {
    counts: {
      created: created.length,
      updated: updated.length,
      unchanged: judged.length - created.length - updated.length,
    },
    faults,
    warnings: [],
    write: () => savePersons(executor, [...created, ...updated], change),
  };
}

/** Stands where something is malformed, so that the rest can be judged; a file with a fault is never written. */
const placeholder = {
  unitCode: '000000000000',
  post: 'liaison_officer',
  name: '某某',
  telephone: '00000',
} as const;

/** What one line of a table of persons may say. */
export const personLineSchema: TSchema = LineSchema;

/** The key of a line whose key can be read. */
function importKeys({ line, body, malformed }: JudgedLine): ImportKey[] {
  if (['unitCode', 'post', 'name', 'id'].some((field) => malformed.has(field))) return [];
  const { id, unitCode, post, name } = body as LineBody;
  const check = checkName(name);
  return [
    {
      line,
      id: id === undefined ? null : parsePersonId(id),
      unitCode: parseUnitCode(unitCode),
      post,
      name: check.valid ? check.name : name,
    },
  ];
}

async function listEntries(executor: Executor, keys: readonly ImportKey[]): Promise<DirectoryPerson[]> {
  const units = [...new Set(keys.map(({ unitCode }) => unitCode))];
  const found = [
    ...(await listPersonsOfUnits(executor, units)),
    ...(await listPersonsById(
      executor,
      keys.flatMap(({ id }) => id ?? []),
    )),
  ];
  return [...new Map(found.map((entry) => [entry.id, entry])).values()];
}

/** What an entry says, where the file leaves a column out. Nobody but the file itself confirms it. */
function bodyOf({ officerId, email, faxNumber, validFrom, validUntil, absences }: DirectoryPerson) {
  return { officerId, email, faxNumber, validFrom, validUntil, absences: [...absences] };
}
