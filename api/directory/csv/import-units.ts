import type { TSchema } from '@fastify/type-provider-typebox';
import { Type, type Static } from '@fastify/type-provider-typebox';
import { saveUnits } from '../../../db/repositories/units.ts';
import type { Keeper } from '../../../domain/directory/maintainers.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { isUnitCode, parseUnitCode } from '../../../domain/units/unit.ts';
import { checkUnitChanges } from '../../../domain/units/unit-changes.ts';
import type { UnitContent } from '../../../domain/units/unit-content.ts';
import { contentOf, isSameUnit, unitFrom } from '../../../domain/units/unit-content.ts';
import type { FieldFault } from '../../schemas/problem.ts';
import { UnitChangeSchema } from '../../schemas/directory.ts';
import { UnitCodeQuery } from '../../schemas/page.ts';
import type { Reading } from '../persons.ts';
import { holdUnits, unitChangeContext, unitContentOf } from '../units.ts';
import type { ImportPlan } from './import-plan.ts';
import type { JudgedLine, LineValidator } from './judged-lines.ts';
import { judgeLines, soundFaults } from './judged-lines.ts';
import type { LineBody, TableLine } from './table.ts';
import { cellFault, cellFaults } from './table.ts';
import { unitsColumns } from './units-columns.ts';

const LineSchema = Type.Object({ code: UnitCodeQuery, ...Type.Partial(UnitChangeSchema).properties });

type UnitLine = Static<typeof LineSchema>;

/** What one line of a table of units may say. */
export const unitsLineSchema: TSchema = LineSchema;

/** Works out what a table of units would change, and everything that is wrong with it. Holds back other imports. */
export async function planUnitsImport(
  { executor, change }: Pick<Reading, 'executor' | 'change'>,
  keeper: Keeper,
  lines: readonly TableLine[],
  validate: LineValidator,
): Promise<ImportPlan> {
  const stored = await holdUnits(executor);
  const isNew = ({ code }: LineBody) => !(typeof code === 'string' && isUnitCode(code) && stored.has(code));
  const { judged, faults } = judgeLines(lines, unitsColumns, {
    validate,
    faultsOf: (body) => (isNew(body) ? missingIn(body) : []),
  });

  const byCode = new Map<UnitCode, JudgedLine>();
  for (const each of judged) {
    if (each.malformed.has('code')) continue;
    const code = parseUnitCode((each.body as UnitLine).code);
    const first = byCode.get(code);
    if (first === undefined) byCode.set(code, each);
    else {
      const message = `与第${first.line}行是同一单位，请只留一行。`;
      faults.push(cellFault(each.line, '单位代码', 'repeated', message));
    }
  }
  const changes = [...byCode].flatMap(([code, { body }]): UnitContent[] => {
    const before = stored.get(code);
    const content = unitContentOf(code, {
      ...placeholder,
      ...(before && contentOf(before)),
      ...(body as UnitLine),
    });
    return before !== undefined && isSameUnit(content, contentOf(before)) ? [] : [content];
  });

  const context = await unitChangeContext(executor, stored, changes, keeper);
  const found = checkUnitChanges(changes, context);
  for (const { unit, field, code, message } of found.faults) {
    const line = byCode.get(unit);
    if (line === undefined) continue;
    // What belongs to a unit depends on its level.
    if (line.malformed.has('level') && ofLevel.has(field)) continue;
    const sound = soundFaults([{ pointer: `/${field}`, code, message }], line);
    faults.push(...cellFaults(line.line, sound, unitsColumns));
  }
  const created = changes.filter(({ code }) => !stored.has(code)).length;
  return {
    counts: { created, updated: changes.length - created, unchanged: byCode.size - changes.length },
    faults,
    warnings: found.warnings.flatMap(({ unit, code, message }) => {
      const line = byCode.get(unit)?.line;
      return line === undefined ? [] : [cellFault(line, '单位代码', code, `${message}。`)];
    }),
    write: () => saveUnits(executor, changes.map(unitFrom), change),
  };
}

/** Stands where something is malformed, so that the rest can be judged; a file with a fault is never written. */
const placeholder = { name: '某', level: 'station', region: '000000' } as const;

const ofLevel: ReadonlySet<string> = new Set(['parentCode', 'address', 'telephone']);

/** What must be said of a unit that is not known yet. */
function missingIn(body: LineBody): FieldFault[] {
  return (['name', 'level', 'region'] as const)
    .filter((field) => body[field] === undefined)
    .map((field) => ({ pointer: `/${field}`, code: 'missing', message: '新增单位须填写此项。' }));
}
