import type { Instant } from '../domain/time/instant.ts';
import { instantFromEpochMs } from '../domain/time/instant.ts';

/** The time of the workflow, the same in every replay: in its sandbox the SDK's `Date` stands in place of the machine's. */
export const now = (): Instant => instantFromEpochMs(Date.now());
