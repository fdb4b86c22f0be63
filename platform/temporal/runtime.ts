import { makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from '../logger.ts';

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/**
 * Sends what the Temporal SDK and its native core log to our logger, and has the core show its metrics on a port of
 * the loopback interface, if one is given. Once a process, before the first connection.
 */
export function installTemporalRuntime(logger: Logger, metricsPort?: number): void {
  const at = (level: LogLevel) => (message: string, meta?: object) => {
    logger[levels[level]](meta ?? {}, message);
  };
  Runtime.install({
    // Whoever runs workers stops them in its own order; the SDK's own handlers would swallow the signals of the others.
    shutdownSignals: [],
    logger: {
      log: (level, message, meta) => {
        at(level)(message, meta);
      },
      trace: at('TRACE'),
      debug: at('DEBUG'),
      info: at('INFO'),
      warn: at('WARN'),
      error: at('ERROR'),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
      ...(metricsPort === undefined
        ? {}
        : {
            metrics: {
              prometheus: {
                bindAddress: `127.0.0.1:${metricsPort}`,
                countersTotalSuffix: true,
                unitSuffix: true,
                useSecondsForDurations: true,
              },
            },
          }),
    },
  });
}
