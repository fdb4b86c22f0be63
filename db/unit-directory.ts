import type { UnitTree } from '../domain/units/unit-tree.ts';
import { buildUnitTree } from '../domain/units/unit-tree.ts';
import type { Executor } from './database.ts';
import { listUnits } from './repositories/units.ts';

// 40,000–50,000 stations are read as a whole; a changed telephone number may take this long to be seen everywhere.
const maxAgeMs = 60_000;

/** The tree of units as Postgres has it, kept for a minute. */
export interface UnitDirectory {
  tree(): Promise<UnitTree>;
}

export function createUnitDirectory(executor: Executor): UnitDirectory {
  let cached: { tree: Promise<UnitTree>; readAtMs: number } | undefined;
  return {
    tree() {
      const nowMs = performance.now();
      if (cached === undefined || nowMs - cached.readAtMs > maxAgeMs) {
        const tree = listUnits(executor).then(buildUnitTree);
        // A failed read must not be remembered.
        tree.catch(() => {
          cached = undefined;
        });
        cached = { tree, readAtMs: nowMs };
      }
      return cached.tree;
    },
  };
}
