import { parseArgs } from 'node:util';
import { connectDatabase } from '../db/database.ts';
import { findNewestEntry } from '../db/repositories/recovery.ts';
import { createUnitDirectory } from '../db/unit-directory.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addMs, parseInstant } from '../domain/time/instant.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { startEmbeddedStack } from '../platform/embedded/stack.ts';
import { openKeyRing } from '../platform/key-ring-file.ts';
import { createLogger } from '../platform/logger.ts';
import { connectTemporalClient } from '../platform/temporal/client-connection.ts';
import { installTemporalRuntime } from '../platform/temporal/runtime.ts';
import { printReport } from './reconcile/print-report.ts';
import { bundleForRecall } from './reconcile/recall.ts';
import { countLeft, reconcile } from './reconcile/reconcile.ts';
import { runCommand } from './run-command.ts';

const usage = `用法：npm run -s reconcile -- [--apply] [--restored-to 时刻] [--since 时刻] [--json]
恢复备份之后，核对Postgres与Temporal；不加 --apply 只查看。--restored-to 为Postgres恢复到的时刻，如 2026-12-01T10:00:00+08:00。
有遗留事项时退出码为2。`;

const hourMs = 60 * 60 * 1000;
/** Whoever does not say what Postgres was restored to: what was lost lies after its newest entry, or soon before. */
const looksBackMs = 24 * hourMs;

interface Arguments {
  readonly mode: 'dry_run' | 'apply';
  readonly restoredTo: Instant | undefined;
  readonly since: Instant | undefined;
  readonly output: 'people' | 'json';
}

function readArguments(): Arguments {
  try {
    const [text, flag] = [{ type: 'string' } as const, { type: 'boolean', default: false } as const];
    const { values } = parseArgs({
      options: { apply: flag, 'restored-to': text, since: text, json: flag },
    });
    const instantOf = (value: string | undefined) => (value === undefined ? undefined : parseInstant(value));
    return {
      mode: values.apply ? 'apply' : 'dry_run',
      restoredTo: instantOf(values['restored-to']),
      since: instantOf(values.since),
      output: values.json ? 'json' : 'people',
    };
  } catch {
    // Whatever is wrong with the arguments, the usage says what is right.
    throw new Error(usage);
  }
}

/** Brings Postgres and Temporal together after one of them, or both, came from a backup: `npm run reconcile`. */
await runCommand(async () => {
  const { mode, restoredTo, since, output } = readArguments();
  const config = loadConfig();
  installTemporalRuntime(createLogger({ name: 'reconcile', level: 'silent' }));
  await using opened = new AsyncDisposableStack();
  const owner = config.postgres.adminUrl ?? config.postgres.url;
  const stack = await startEmbeddedStack({
    config: owner === undefined ? config : { ...config, postgres: { ...config.postgres, url: owner } },
    progress: () => undefined,
    temporalUi: 'none',
  });
  opened.defer(() => stack.stop());
  const keyRing = openKeyRing(config);
  const database = connectDatabase({ url: stack.postgres.url, role: 'owner', maxConnections: 4, keyRing });
  opened.defer(() => database.close());
  const { client, close } = await connectTemporalClient({ ...config.temporal, ...stack.temporal });
  opened.defer(close);

  const newest = restoredTo ?? (await findNewestEntry(database)) ?? systemClock.now();
  const today = localDateOf(systemClock.now());
  const report = await reconcile(
    {
      ...{ database, client, bundle: await bundleForRecall() },
      units: createUnitDirectory(database, systemClock),
    },
    {
      mode,
      since: since ?? addMs(newest, restoredTo === undefined ? -looksBackMs : -hourMs),
      skipNumbersOf: restoredTo !== undefined && localDateOf(restoredTo) === today ? today : null,
    },
  );
  printReport(report);
  if (output === 'json') console.log(JSON.stringify(report));
  if (countLeft(report) > 0) process.exitCode = 2;
});
