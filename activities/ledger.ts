import type { RecordedEvent } from '../domain/case/event.ts';
import type { CaseState } from '../domain/case/state.ts';
import { firedRungs } from '../domain/escalation/lateness.ts';
import { rungTitles } from '../domain/escalation/rung.ts';
import { histogram } from '../platform/metrics/metrics.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { StationPath } from '../domain/statistics/counted-units.ts';
import { leadingOf } from '../domain/statistics/counted-units.ts';
import type { StationFigures } from '../domain/statistics/station-figures.ts';
import { figuresOf } from '../domain/statistics/station-figures.ts';
import type { UnitCode, UnitLevel } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { pathOf } from '../domain/units/unit-tree.ts';
import type { Database } from '../db/database.ts';
import { readWorkplaces } from '../db/directory-part.ts';
import type { CountedFigures } from '../db/repositories/ledger.ts';
import { listEvents, recordStep } from '../db/repositories/ledger.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import { addressNotices } from './notice-addresses.ts';

const lateness = histogram('tongban_escalation_lateness_seconds');
// Of a series that begins with its first rung, Prometheus would see no increase.
for (const rung of Object.keys(rungTitles)) lateness.zero({ rung });

export interface RecordInput {
  readonly caseNo: CaseNo;
  readonly events: readonly RecordedEvent[];
  /** The state that the events lead to. */
  readonly next: CaseState;
}

export type RecordReply =
  | { readonly kind: 'recorded' }
  /** The ledger holds more than the workflow knew; nothing was written. */
  | { readonly kind: 'behind'; readonly ahead: readonly RecordedEvent[] }
  /** The ledger ends before the step begins, as it was restored to an earlier instant; nothing was written. */
  | { readonly kind: 'short' };

/** The ledger's two activities: everything that is remembered of a case goes through `record`. */
export function createLedgerActivities({ database, units }: { database: Database; units: UnitDirectory }) {
  return {
    /**
     * Appends events with their projection, scopes and notices in one transaction. The events number themselves
     * from where the workflow believes the ledger to end; if it has gone on since, the reply says what is ahead.
     */
    async record({ caseNo, events, next }: RecordInput): Promise<RecordReply> {
      const tree = await units.tree();
      const workplaces = await readWorkplaces(database, tree);
      const outcome = await recordStep(database, {
        caseNo,
        events,
        next,
        figures: countedFigures(tree, figuresOf(next)),
        notices: events.flatMap((recorded) => addressNotices(workplaces, recorded, next)),
      });
      if (outcome === 'recorded') {
        for (const { rung, lateMs } of firedRungs(events, next)) lateness.observe({ rung }, lateMs / 1000);
        return { kind: 'recorded' };
      }
      const ahead = await listEvents(database, caseNo, next.seq - events.length);
      return ahead.length === 0 ? { kind: 'short' } : { kind: 'behind', ahead };
    },

    /** What the ledger holds beyond `seq`. */
    readAhead(caseNo: CaseNo, seq: number): Promise<RecordedEvent[]> {
      return listEvents(database, caseNo, seq);
    },
  };
}

/** What the rows count for, each with the units on the path of its station and which of them count the case by it. */
export function countedFigures(tree: UnitTree, rows: readonly StationFigures[]): CountedFigures[] {
  const counted = rows.map((figures) => ({ figures, path: stationPath(tree, figures.station) }));
  return counted.map(({ figures, path }, index) => {
    const before = counted.slice(0, index).filter((other) => other.figures.side === figures.side);
    const leading = leadingOf(
      path,
      before.map((other) => other.path),
    );
    return { figures, path, leading };
  });
}

function stationPath(tree: UnitTree, station: UnitCode): StationPath {
  const path = pathOf(tree, station);
  const codeAt = (level: UnitLevel) => path.find((unit) => unit.level === level)?.code ?? null;
  return { station, county: codeAt('county'), city: codeAt('city'), province: codeAt('province') };
}
