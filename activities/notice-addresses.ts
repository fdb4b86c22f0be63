import type { RecordedEvent } from '../domain/case/event.ts';
import { noticesFor } from '../domain/case/notices.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { RungUnit } from '../domain/escalation/ladder.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { pathOf } from '../domain/units/unit-tree.ts';
import type { AddressedNotice } from '../db/repositories/ledger.ts';

/** The notices of an event with the units of this case in the place of their parts in it. */
export function addressNotices(tree: UnitTree, recorded: RecordedEvent, state: CaseState): AddressedNotice[] {
  return noticesFor(recorded, state).map(({ audience, text }, position) => ({
    seq: recorded.seq,
    position,
    text,
    createdAt: recorded.occurredAt,
    unitCode: audience.kind === 'unit' ? unitOf(tree, state, audience.unit) : null,
    role: audience.kind === 'unit' ? audience.role : null,
  }));
}

function unitOf(tree: UnitTree, state: CaseState, unit: RungUnit): UnitCode {
  switch (unit) {
    case 'accepting_station':
      return state.acceptingStation;
    case 'home_station':
      return state.homeStation;
    case 'home_county': {
      // A station directly below a city has no county: the next unit up answers for it.
      const [, ...above] = pathOf(tree, state.homeStation);
      return (above.find(({ level }) => level === 'county') ?? above[0])?.code ?? state.homeStation;
    }
  }
}
