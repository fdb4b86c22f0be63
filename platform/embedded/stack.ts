import type { Config } from '../config.ts';
import { lockDataDir } from './data-lock.ts';
import { startEmbeddedPostgres } from './postgres.ts';
import type { Progress } from './progress.ts';
import { onStopSignal } from './stop-signals.ts';
import { startEmbeddedTemporal } from './temporal.ts';

interface StackOptions {
  readonly config: Pick<Config, 'dataDir' | 'cacheDir' | 'postgres' | 'temporal'>;
  readonly progress: Progress;
  readonly temporalUi?: 'served' | 'none';
}

/** What the product runs on, started by us or (where an address is configured) by others. */
export interface EmbeddedStack {
  /** `url` holds a password. Embedded, its role is the cluster's owner. */
  readonly postgres: { readonly url: string; readonly pid?: number };
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly uiUrl?: string;
    readonly pid?: number;
  };
  /** Adds what must stop before the parts do (the API, the worker); the last added stops first. */
  readonly beforeStop: (hook: () => Promise<void>) => void;
  /** Resolves with a sentence when a part ends although nobody stopped it. */
  readonly crashed: Promise<string>;
  /** Stops everything in order; SIGINT, SIGTERM and SIGHUP do so too, and then end the process. */
  readonly stop: () => Promise<void>;
}

/** What a started or configured part gives to the stack. */
interface Part<Info> {
  readonly info: Info;
  readonly line: string;
  readonly ended?: Promise<string>;
  readonly stop: () => Promise<void>;
}

const nothingToStop = () => Promise.resolve();

async function startPostgresPart({ config }: StackOptions): Promise<Part<EmbeddedStack['postgres']>> {
  const { url, port, binDir } = config.postgres;
  if (url !== undefined) {
    return { info: { url }, line: `Postgres：使用已配置的 ${new URL(url).host}`, stop: nothingToStop };
  }
  const part = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    ...(port === undefined ? {} : { port }),
    ...(binDir === undefined ? {} : { binDir }),
  });
  return {
    info: { url: part.url, pid: part.pid },
    line: `Postgres ${part.version}（${part.source}）：127.0.0.1:${part.port}`,
    ended: part.ended,
    stop: part.stop,
  };
}

async function startTemporalPart(options: StackOptions): Promise<Part<EmbeddedStack['temporal']>> {
  const { dataDir, cacheDir, temporal } = options.config;
  const { address, namespace, port, uiPort, cliPath } = temporal;
  if (address !== undefined) {
    return { info: { address, namespace }, line: `Temporal：使用已配置的 ${address}`, stop: nothingToStop };
  }
  const shownUiPort = options.temporalUi === 'none' ? 'none' : uiPort;
  const part = await startEmbeddedTemporal({
    dataDir,
    cacheDir,
    namespace,
    progress: options.progress,
    ...(port === undefined ? {} : { port }),
    ...(shownUiPort === undefined ? {} : { uiPort: shownUiPort }),
    ...(cliPath === undefined ? {} : { cliPath }),
  });
  const { uiUrl, pid } = part;
  return {
    info: { address: part.address, namespace, pid, ...(uiUrl === undefined ? {} : { uiUrl }) },
    line: `Temporal ${part.version}（${part.source}）：${part.address}${uiUrl === undefined ? '' : `，页面 ${uiUrl}`}`,
    ended: part.ended,
    stop: part.stop,
  };
}

/** Prints a part's line as soon as it is up, with the seconds that took. */
async function announced<Info>(start: Promise<Part<Info>>, progress: Progress): Promise<Part<Info>> {
  const startedAtMs = performance.now();
  const part = await start;
  progress(`${part.line}（${((performance.now() - startedAtMs) / 1000).toFixed(1)} 秒）`);
  return part;
}

/**
 * Starts Postgres and Temporal side by side, except where the settings name existing ones.
 * @throws {UnavailablePartError} when a part cannot be had, {DataDirInUseError} when another start holds the data
 * directory; whatever was started is stopped again.
 */
export async function startEmbeddedStack(options: StackOptions): Promise<EmbeddedStack> {
  const { config, progress } = options;
  const isEmbedded = config.postgres.url === undefined || config.temporal.address === undefined;
  const lock = isEmbedded ? lockDataDir(config.dataDir) : undefined;
  const postgresPart = announced(startPostgresPart(options), progress);
  const temporalPart = announced(startTemporalPart(options), progress);
  const hooks: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;

  const stopAll = async () => {
    try {
      for (const hook of hooks.toReversed()) await hook();
    } finally {
      for (const part of await Promise.allSettled([temporalPart, postgresPart])) {
        if (part.status === 'fulfilled') await part.value.stop();
      }
      lock?.release();
      forgetSignals();
    }
  };
  const stop = () => (stopping ??= stopAll());
  const forgetSignals = onStopSignal(stop);

  try {
    const [postgres, temporal] = await Promise.all([postgresPart, temporalPart]);
    const crash = Promise.withResolvers<string>();
    for (const { ended } of [postgres, temporal]) {
      void ended?.then((sentence) => {
        if (stopping !== undefined) return;
        progress(sentence);
        crash.resolve(sentence);
      });
    }
    const beforeStop = (hook: () => Promise<void>) => void hooks.push(hook);
    return { postgres: postgres.info, temporal: temporal.info, beforeStop, crashed: crash.promise, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
