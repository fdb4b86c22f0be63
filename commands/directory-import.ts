import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DirectoryTable } from '../api/directory/csv/tables.ts';
import { directoryTableNames, planImport } from '../api/directory/csv/tables.ts';
import { openLineValidators } from '../api/line-validators.ts';
import { Problem } from '../api/problems.ts';
import type { FieldFault } from '../api/schemas/problem.ts';
import { connectDatabase } from '../db/database.ts';
import { appendAudit } from '../db/repositories/audit.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import { commandAct } from '../domain/audit/command-act.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { ownerUrl } from './owner-url.ts';
import { runCommand } from './run-command.ts';

const usage =
  '用法：npm run -s directory:import -- 文件.csv [--table units|persons|contacts] [--dry-run] [--json]\n' +
  '首次导入目录：先导入单位（units），再导入人员（persons）和派出所联系方式（contacts）。有一处错误则全部不导入。';

interface Arguments {
  readonly file: string;
  readonly table: DirectoryTable;
  readonly mode: 'dry_run' | 'write';
  readonly output: 'people' | 'json';
}

const nothing = { created: 0, updated: 0, unchanged: 0 };

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      options: {
        table: { type: 'string', default: 'units' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const table = directoryTableNames.find((name) => name === values.table);
    if (file !== undefined && others.length === 0 && table !== undefined) {
      const mode = values['dry-run'] ? 'dry_run' : 'write';
      return { file, table, mode, output: values.json ? 'json' : 'people' };
    }
  } catch {
    // Whatever is wrong with the arguments, the usage says what is right.
  }
  throw new Error(usage);
}

/** Loads a table of the directory as the owner of the database: the first units have nobody above them to enter them. */
await runCommand(async () => {
  const { file, table, mode, output } = readArguments();
  const bytes = await readFile(file);
  const validatorOf = await openLineValidators();
  const keyRing = openKeyRing(loadConfig());
  const owner = connectDatabase({ url: ownerUrl(), role: 'owner', maxConnections: 1, keyRing });
  try {
    const { counts, faults, warnings } = await owner.transaction(async (executor) => {
      const at = systemClock.now();
      const reading = {
        ...{ executor, today: localDateOf(at), change: { by: 'directory-import', at } },
        tree: await createUnitDirectory(executor, systemClock).tree(),
      };
      const plan = await planImport(reading, 'first_load', { table, bytes }, validatorOf);
      if (plan.faults.length === 0 && mode === 'write') {
        await plan.write();
        await appendAudit(executor, [commandAct('directory:import', table)]);
      }
      return plan;
    });
    tell(output, mode, { counts, faults, warnings });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(output, mode, { counts: nothing, faults: error.details.errors ?? [], warnings: [] });
  } finally {
    await owner.close();
  }
});

function tell(
  output: Arguments['output'],
  mode: Arguments['mode'],
  {
    counts,
    faults,
    warnings,
  }: {
    readonly counts: typeof nothing;
    readonly faults: readonly FieldFault[];
    readonly warnings: readonly FieldFault[];
  },
): void {
  const outcome = faults.length > 0 ? 'refused' : mode === 'write' ? 'imported' : 'checked';
  if (outcome === 'refused') process.exitCode = 1;
  for (const { message } of warnings) console.error(`提示：${message}`);
  for (const { message } of faults) console.error(message);
  if (output === 'json') {
    console.log(JSON.stringify({ outcome, ...counts, faults, warnings }));
    return;
  }
  const sentence = `新增${counts.created}条，修改${counts.updated}条，不变${counts.unchanged}条`;
  const sentences = {
    refused: `共${faults.length}处错误，未导入任何内容。`,
    imported: `已导入：${sentence}。`,
    checked: `核对无误，未写入：将${sentence}。`,
  };
  console.log(sentences[outcome]);
}
