import type { CaseFacts } from '../../clocks/facts.ts';
import type { Instant } from '../../time/instant.ts';
import type { CaseEvent } from '../event.ts';
import type { Act } from '../acts.ts';
import type { ObstacleOf } from '../refusals.ts';

/** By what a command is decided beside the state of its case. */
export interface DecisionContext {
  readonly now: Instant;
  readonly facts: CaseFacts;
}

/** What follows from an act, or what stands in its way. */
export type Decision<A extends Act> = readonly CaseEvent[] | ObstacleOf<A>;
