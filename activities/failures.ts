import { ApplicationFailure } from '@temporalio/activity';
import type { FailureClass } from '../domain/case/effect.ts';
import { isFailureClass } from '../domain/case/effect.ts';
import { isOutage, traceOf } from '../platform/error-trace.ts';
import type { Logger } from '../platform/logger.ts';

/** Trying again at once cannot help with these; the agenda does it later, a person sooner. */
const hopeless: ReadonlySet<FailureClass> = new Set<FailureClass>([
  'unprintable_text',
  'certificate_too_long',
  'calendar_missing',
  'dossier_unreadable',
  'fax_not_configured',
  'fax_number_missing',
  // The fax server has dialled again and again by itself.
  'fax_failed',
  'fax_not_confirmed',
]);

/** An effect that cannot happen, said without personal data: it ends up in Temporal and before people's eyes. */
export function effectFailure(failureClass: FailureClass, message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: failureClass, message, nonRetryable: hopeless.has(failureClass) });
}

/**
 * Wraps an activity so that nothing leaves it but a classified failure. An error whose `code` is a failure class
 * says of itself that its message may be shown. Messages of drivers and libraries quote what they were given
 * (Postgres even the row): they never go into a history.
 */
export function withClassifiedFailures<Input, Output>(
  log: Logger,
  activity: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  return async (input) => {
    try {
      return await activity(input);
    } catch (error) {
      if (error instanceof ApplicationFailure && error.type && isFailureClass(error.type)) throw error;
      const code = codeOf(error);
      if (error instanceof Error && isFailureClass(code)) throw effectFailure(code, error.message);
      log.error(traceOf(error), 'effect failed');
      const failureClass = isOutage(error) ? 'service_unavailable' : 'internal_error';
      throw effectFailure(failureClass, '处理失败，详情见系统日志。');
    }
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
