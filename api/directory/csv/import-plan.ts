import type { FieldFault } from '../../schemas/problem.ts';

/** What an import does, in entries. */
export interface ImportPlan {
  readonly counts: { readonly created: number; readonly updated: number; readonly unchanged: number };
  readonly faults: readonly FieldFault[];
  /** What looks wrong and holds nothing up. */
  readonly warnings: readonly FieldFault[];
  /** Writes it; only without faults. */
  readonly write: () => Promise<void>;
}
