import type { Mergers } from '../domain/directory/mergers.ts';
import { mergersOn } from '../domain/directory/mergers.ts';
import { contactsByUnit } from '../domain/directory/station-contacts.ts';
import { withDutyTelephone } from '../domain/directory/station-telephone.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { buildUnitTree } from '../domain/units/unit-tree.ts';
import type { Clock } from '../platform/clock.ts';
import type { Executor } from './database.ts';
import { readPolicyOfUnit } from './policy-of-unit.ts';
import { listDutyTelephones, listSuccessions } from './repositories/station-contacts.ts';
import { listUnits } from './repositories/units.ts';
import { withScope } from './scope.ts';

// 40,000–50,000 stations are read as a whole; a change may take this long to be seen by other processes.
const maxAgeMs = 60_000;

/** The tree of units as Postgres has it, stations with the telephone that they maintain; kept for a minute. */
export interface UnitDirectory {
  tree(): Promise<UnitTree>;
  /** The mergers of stations that are in force today, for somebody of a unit: all of the staff see all of them. */
  mergers(reader: UnitCode): Promise<Mergers>;
  /** Reads everything anew when it is next asked for: whoever has changed it sees what he did. */
  forget(): void;
}

export function createUnitDirectory(executor: Executor, clock: Clock): UnitDirectory {
  const today = () => localDateOf(clock.now());
  const tree = kept(() => readTree(executor, today()));
  const successions = kept((reader: UnitCode) => withScope(executor, reader, listSuccessions));
  return {
    tree: () => tree.read(),
    mergers: async (reader) => mergersOn(await successions.read(reader), today()),
    forget() {
      tree.forget();
      successions.forget();
    },
  };
}

function kept<Arguments extends readonly unknown[], Value>(read: (...asked: Arguments) => Promise<Value>) {
  let cached: { value: Promise<Value>; readAtMs: number } | undefined;
  return {
    read(...asked: Arguments): Promise<Value> {
      const nowMs = performance.now();
      if (cached === undefined || nowMs - cached.readAtMs > maxAgeMs) {
        const reading = { value: read(...asked), readAtMs: nowMs };
        // A failed read must not be remembered.
        reading.value.catch(() => {
          if (cached === reading) cached = undefined;
        });
        cached = reading;
      }
      return cached.value;
    },
    forget() {
      cached = undefined;
    },
  };
}

async function readTree(executor: Executor, today: PlainDate): Promise<UnitTree> {
  const maintained = contactsByUnit(await listDutyTelephones(executor));
  const tree = buildUnitTree(await listUnits(executor));
  const policyOf = await readPolicyOfUnit(executor, tree, [...tree.keys()]);
  return buildUnitTree(
    [...tree.values()].map((unit) =>
      withDutyTelephone(unit, maintained(unit.code), today, policyOf(unit.code).freshness),
    ),
  );
}
