import { afterAll } from 'vitest';
import type { GuardOptions, OutgoingGuard } from '../../platform/outgoing/guard.ts';
import { createOutgoingGuard } from '../../platform/outgoing/guard.ts';

/** A guard as on a developer's machine, closed after the test file. */
export function developmentGuard(change: Partial<GuardOptions> = {}): OutgoingGuard {
  const guard = createOutgoingGuard({ environment: 'development', allowedNetworks: [], ...change });
  afterAll(() => guard.close());
  return guard;
}
