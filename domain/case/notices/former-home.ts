import { isSupervisor, roleTitles } from '../../roles.ts';
import type { UnitCode } from '../../units/unit.ts';
import type { Actor } from '../command.ts';
import type { CaseEventOf } from '../event.ts';
import type { CaseState } from '../state.ts';
import type { Notice } from './notice.ts';
import { toTold } from './notice.ts';

/**
 * Whoever had the dossier before a reroute or an assignment hears that it is no longer his to answer, and by whose word:
 * the case has gone out of his sight. Nobody is told of his own act.
 */
export function formerHomeNotices({ by, cause }: CaseEventOf<'case_rerouted'>, state: CaseState): Notice[] {
  const former = findFormerHome(state);
  if (former === undefined || isReaderAt(former, by)) return [];
  const done = cause === 'assigned' ? '指派其他单位办理' : '改送其他户籍地单位';
  const text = `一件“跨省通办”申请已由${wordOf(by)}${done}，你单位无需再查证、反馈。`;
  return toTold([{ unitCode: former, post: 'liaison_officer' }], { kind: 'case', urgency: 'normal', text });
}

/** The home station before the present one, if its dossier ever got there: else it has not heard of the case. */
function findFormerHome({ transmissions, homeStation }: CaseState): UnitCode | undefined {
  const former = transmissions.findLast((transmission) => transmission.homeStation !== homeStation);
  const isKnown = transmissions.some(
    (transmission) => transmission.homeStation === former?.homeStation && transmission.handedOverAt !== null,
  );
  return isKnown ? former?.homeStation : undefined;
}

function isReaderAt(unitCode: UnitCode, by: Actor): boolean {
  return by.unitCode === unitCode && by.role === 'liaison_officer';
}

function wordOf({ role }: Actor): string {
  return isSupervisor(role) ? roleTitles[role] : '受理地派出所';
}
