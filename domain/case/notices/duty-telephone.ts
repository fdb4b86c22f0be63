import { clockIdOf } from '../../clocks/clock-id.ts';
import { findStationToCall } from '../../directory/duty-telephone.ts';
import type { UnitTree } from '../../units/unit-tree.ts';
import type { CaseEvent } from '../event.ts';
import type { Notice } from './notice.ts';
import { toOfficer, toPost } from './notice.ts';

/**
 * The accepting officer calls a station without 专管员, at the number that stands in the directory (S36); a further one is
 * called by the home station, which waits for it, as well.
 */
export function dutyTelephoneNotices(event: CaseEvent, tree: UnitTree): Notice[] {
  const told = 'told' in event ? event.told : [];
  const isFurther = event.type === 'rung_fired' && clockIdOf(event.clockKey) === 'further_verification';
  return told.flatMap((recipient) => {
    const station = findStationToCall(tree, recipient);
    if (station === undefined) return [];
    const { name, telephone } = station;
    const text = `${name}没有可以通知到的专管员，请拨打其值班电话${telephone}，请其查看并办理本件。`;
    return [toOfficer(text), ...(isFurther ? [toPost('home_station', 'liaison_officer', text)] : [])];
  });
}
