import type { TSchema } from '@fastify/type-provider-typebox';
import { Type, type Static } from '@fastify/type-provider-typebox';
import { lockImports } from '../../../db/repositories/directory.ts';
import type { StoredContacts } from '../../../db/repositories/station-contacts.ts';
import { changeContacts, listContacts, listSuccessions } from '../../../db/repositories/station-contacts.ts';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import type { StationContacts } from '../../../domain/directory/station-contacts.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { canonicalJson } from '../../../platform/canonical-json.ts';
import { Problem } from '../../problems.ts';
import { ContactsChangeSchema, DateSchema } from '../../schemas/directory.ts';
import { UnitCodeQuery } from '../../schemas/page.ts';
import { contactsFaults, contactsOf } from '../contacts.ts';
import type { Reading } from '../persons.ts';
import { contactsColumns } from './contacts-columns.ts';
import type { JudgedLine, LineValidator } from './judged-lines.ts';
import { judgeLines, soundFaults } from './judged-lines.ts';
import type { ImportPlan } from './import-plan.ts';
import type { TableLine } from './table.ts';
import { cellFault, cellFaults } from './table.ts';
import { unitFaults } from './unit-faults.ts';

const LineSchema = Type.Object({
  unitCode: UnitCodeQuery,
  ...ContactsChangeSchema.properties,
  lastConfirmedOn: Type.Optional(DateSchema),
});

type LineBody = Static<typeof LineSchema>;

/** Works out what a table of stations would change, and everything that is wrong with it. Holds back other imports. */
export async function planContactsImport(
  { executor, tree, today, change }: Reading,
  keeper: Keeper,
  lines: readonly TableLine[],
  validate: LineValidator,
): Promise<ImportPlan> {
  const { judged, faults } = judgeLines(lines, contactsColumns, {
    validate,
    faultsOf: ({ unitCode }) => unitFaults(tree, keeper, unitCode),
  });
  const byUnit = new Map<UnitCode, JudgedLine>();
  for (const each of judged) {
    if (each.malformed.has('unitCode')) continue;
    const unitCode = parseUnitCode((each.body as LineBody).unitCode);
    const first = byUnit.get(unitCode);
    if (first === undefined) byUnit.set(unitCode, each);
    else
      faults.push(
        cellFault(each.line, '单位代码', 'repeated', `与第${first.line}行是同一单位，请只留一行。`),
      );
  }

  await lockImports(executor);
  const stored = await listContacts(executor, [...byUnit.keys()]);
  const before = new Map(stored.map((contacts) => [contacts.unitCode, contacts]));
  const successions = await listSuccessions(executor);
  const planned = [...byUnit].map(([unitCode, judgedLine]) => {
    const earlier = before.get(unitCode);
    const { lastConfirmedOn, ...body } = {
      ...(earlier && bodyOf(earlier)),
      ...(judgedLine.body as LineBody),
    };
    const contacts = {
      ...contactsOf(unitCode, body, today),
      lastConfirmedOn: lastConfirmedOn === undefined ? today : parsePlainDate(lastConfirmedOn),
    };
    return { judgedLine, contacts, earlier };
  });
  // A ring may close only with another line of the same file.
  for (const { contacts } of planned) {
    if (contacts.succession === null) successions.delete(contacts.unitCode);
    else successions.set(contacts.unitCode, contacts.succession);
  }
  for (const { judgedLine, contacts, earlier } of planned) {
    const wrong = contactsFaults(contacts, { tree, keeper, today, before: earlier, successions });
    faults.push(...cellFaults(judgedLine.line, soundFaults(wrong, judgedLine), contactsColumns));
  }

  const changed = planned.filter(({ contacts, earlier }) => !isSame(contacts, earlier));
  return {
    counts: {
      created: changed.filter(({ earlier }) => earlier === undefined).length,
      updated: changed.filter(({ earlier }) => earlier !== undefined).length,
      unchanged: planned.length - changed.length,
    },
    faults,
    warnings: [],
    async write() {
      for (const { contacts, earlier } of changed) {
        const version = earlier?.version ?? 0;
        const outcome = await changeContacts(executor, { ...contacts, version }, change);
        if (outcome === 'outdated') throw new Problem('precondition_failed');
      }
    },
  };
}

/** What one line of a table of stations may say. */
export const contactsLineSchema: TSchema = LineSchema;

/** What contacts say, where the file leaves a column out. */
function bodyOf({ dutyTelephone, faxNumbers, groupRobotUrl, succession, closure }: StationContacts) {
  return {
    dutyTelephone,
    faxNumbers: [...faxNumbers],
    groupRobotUrl,
    closure,
    successor: succession && { unitCode: succession.successor, since: succession.since },
  };
}

function isSame(contacts: StationContacts, stored: StoredContacts | undefined): boolean {
  if (stored === undefined) return saysNothing(contacts);
  const { version: _, ...earlier } = stored;
  return canonicalJson(contacts) === canonicalJson(earlier);
}

/** A line that nobody has filled in yet. */
function saysNothing({
  faxNumbers,
  dutyTelephone,
  groupRobotUrl,
  succession,
  closure,
}: StationContacts): boolean {
  return (
    faxNumbers.length === 0 &&
    [dutyTelephone, groupRobotUrl, succession, closure].every((each) => each === null)
  );
}
