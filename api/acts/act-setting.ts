import type { Actor } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { UnitSetting } from '../../domain/case/home-unit.ts';
import type { CaseState } from '../../domain/case/state.ts';

/** The case, the units and the person that an act is judged with. */
export interface ActSetting extends UnitSetting {
  readonly state: CaseState;
  readonly commandId: CommandId;
  readonly by: Actor;
}
