import type { Actor } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Succession } from '../../domain/directory/station-contacts.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CorpsPolicy } from '../../domain/units/province.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';

/** The case, the units and the person that an act is judged with. */
export interface ActSetting {
  readonly state: CaseState;
  readonly tree: UnitTree;
  /** Of the accepting side. */
  readonly corps: CorpsPolicy;
  readonly commandId: CommandId;
  readonly by: Actor;
  readonly now: Instant;
  /** Mergers of stations: nothing is sent where nobody works any more. */
  readonly successions: ReadonlyMap<UnitCode, Succession>;
}
