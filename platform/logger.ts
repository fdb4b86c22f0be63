import { pino, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';
import type { LogContext } from './log-context.ts';
import { logContext } from './log-context.ts';
import { traceIds } from './tracing/spans.ts';
import { traceOf } from './error-trace.ts';

export type { Logger };

/** Keys whose values are personal data or secrets wherever they stand, at the top or one or two levels below. */
const redactedKeys = [
  ...['authorization', 'cookie', 'password', 'apiKey', 'adminUrl', 'token', 'secret'],
  ...['idNumber', 'fullName', 'phone', 'homeAddress', 'mailingAddress', 'applicant', 'subject', 'payload'],
];
const redactedPaths = [
  ...redactedKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
  ...['postgres.url', '*.postgres.url', 'req.headers["idempotency-key"]'],
];

/** The context of a line, without the request where its logger names that by itself: no key stands twice. */
function contextBeside(logger: Logger): LogContext {
  const { requestId, ...others } = logContext();
  return requestId === undefined || 'requestId' in logger.bindings() ? others : { requestId, ...others };
}

interface LoggerOptions {
  /** Which process speaks, e.g. `api` or `worker`. */
  readonly name: string;
  readonly level: Config['logLevel'];
  /** Where to, if not standard output (JSON lines; coloured text on a terminal). */
  readonly destination?: DestinationStream;
}

/** The one factory of loggers: JSON lines, personal data and secrets removed by key, errors without their messages. */
export function createLogger({ name, level, destination }: LoggerOptions): Logger {
  const stream = destination ?? (process.stdout.isTTY ? pretty({ sync: true }) : pino.destination(1));
  return pino(
    {
      name,
      level,
      redact: { paths: redactedPaths, censor: '[已隐去]' },
      serializers: { err: traceOf, error: traceOf },
      mixin: (_entry, _level, logger: Logger) => ({ ...contextBeside(logger), ...traceIds() }),
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  );
}
