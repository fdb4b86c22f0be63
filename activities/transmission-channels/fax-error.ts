import type { FailureClass } from '../../domain/case/effect.ts';

type FaxFailureClass = Extract<
  FailureClass,
  'fax_not_configured' | 'fax_number_missing' | 'fax_failed' | 'fax_not_confirmed' | 'service_unavailable'
>;

/** A fax that was not sent, or of which nobody knows. */
export class FaxError extends Error {
  override readonly name = 'FaxError';
  readonly code: FaxFailureClass;

  constructor(code: FaxFailureClass, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
