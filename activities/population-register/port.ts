import type { RegisterEntry } from '../../domain/register/entry.ts';
import type { RegisterQuestion } from '../../domain/register/query.ts';

/** 全国人口信息系统 or a province's, as a station may ask it. */
export interface PopulationRegister {
  /**
   * What the register holds under a citizen number; null when it holds nothing.
   * @param signal when it fires nobody waits any more.
   * @throws {RegisterError}
   */
  find(question: RegisterQuestion, signal: AbortSignal): Promise<RegisterEntry | null>;
}

/**
 * `unavailable`: not reached, not in time, or it refused us; trying again may help. `not_configured`: there is none.
 * `malformed`: it answered, and what it said cannot be used.
 */
export type RegisterFault = 'unavailable' | 'not_configured' | 'malformed';

/** No answer that could be used. Neither message nor cause carries what was asked or answered. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  readonly fault: RegisterFault;

  /** @param fact what happened, for the log: a status, a field, never a value. */
  constructor(fault: RegisterFault, fact: string) {
    super(fact);
    this.fault = fault;
  }
}
