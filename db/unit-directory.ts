import { contactsByUnit } from '../domain/directory/station-contacts.ts';
import { withDutyTelephone } from '../domain/directory/station-telephone.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { buildUnitTree } from '../domain/units/unit-tree.ts';
import type { Clock } from '../platform/clock.ts';
import { systemClock } from '../platform/clock.ts';
import type { Executor } from './database.ts';
import { listDutyTelephones } from './repositories/station-contacts.ts';
import { listUnits } from './repositories/units.ts';

// 40,000–50,000 stations are read as a whole; a change may take this long to be seen by other processes.
const maxAgeMs = 60_000;

/** The tree of units as Postgres has it, stations with the telephone that they maintain; kept for a minute. */
export interface UnitDirectory {
  tree(): Promise<UnitTree>;
  /** Reads the tree anew when it is next asked for: whoever has changed it sees what he did. */
  forget(): void;
}

export function createUnitDirectory(executor: Executor, clock: Clock = systemClock): UnitDirectory {
  let cached: { tree: Promise<UnitTree>; readAtMs: number } | undefined;
  return {
    tree() {
      const nowMs = performance.now();
      if (cached === undefined || nowMs - cached.readAtMs > maxAgeMs) {
        const tree = readTree(executor, localDateOf(clock.now()));
        // A failed read must not be remembered.
        const reading = { tree, readAtMs: nowMs };
        tree.catch(() => {
          if (cached === reading) cached = undefined;
        });
        cached = reading;
      }
      return cached.tree;
    },
    forget() {
      cached = undefined;
    },
  };
}

async function readTree(executor: Executor, today: PlainDate): Promise<UnitTree> {
  const maintained = contactsByUnit(await listDutyTelephones(executor));
  const units = await listUnits(executor);
  return buildUnitTree(units.map((unit) => withDutyTelephone(unit, maintained(unit.code), today)));
}
