import type { RobotAddressFault } from '../notices/robot-address.ts';
import { readRobotAddress } from '../notices/robot-address.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { Keeper } from './maintainers.ts';
import { maySupervise } from './maintainers.ts';
import type { StationContacts, Succession } from './station-contacts.ts';
import { isSuccessionRing } from './station-contacts.ts';

export interface ContactsFault {
  readonly field: 'unitCode' | 'groupRobotUrl' | 'succession' | 'closure' | 'lastConfirmedOn';
  readonly code:
    | 'no_station'
    | 'in_future'
    | 'closure_reversed'
    | 'unknown_alternative'
    | 'unknown_successor'
    | 'successor_ring'
    | 'supervisors_only'
    | RobotAddressFault['code'];
  readonly message: string;
}

/** Everything in a station's contacts that cannot be, or not by this person: merging stations is for supervisors. */
export function checkContacts(
  { unitCode, groupRobotUrl, succession, closure, lastConfirmedOn }: StationContacts,
  context: {
    readonly tree: UnitTree;
    readonly keeper: Keeper;
    readonly today: PlainDate;
    readonly before: Succession | null;
    readonly successionOf: (unitCode: UnitCode) => Succession | null;
  },
): ContactsFault[] {
  const { tree, keeper, today, before, successionOf } = context;
  const isSame = before?.successor === succession?.successor && before?.since === succession?.since;
  const robot = groupRobotUrl === null ? null : readRobotAddress(groupRobotUrl);
  const faults: (ContactsFault | false)[] = [
    getUnit(tree, unitCode).level !== 'station' && {
      field: 'unitCode',
      code: 'no_station',
      message: '只有派出所登记值班电话和传真。',
    },
    robot !== null && 'fault' in robot && { field: 'groupRobotUrl', ...robot.fault },
    !isSame &&
      !maySupervise(keeper) && {
        field: 'succession',
        code: 'supervisors_only',
        message: '派出所撤并由上级督办员登记。',
      },
    succession !== null &&
      tree.get(succession.successor)?.level !== 'station' && {
        field: 'succession',
        code: 'unknown_successor',
        message: '没有这个承接派出所，请核对12位单位代码。',
      },
    succession !== null &&
      isSuccessionRing(unitCode, succession.successor, successionOf) && {
        field: 'succession',
        code: 'successor_ring',
        message: '承接派出所最终又由本所承接，请核对。',
      },
    closure !== null &&
      closure.to < closure.from && {
        field: 'closure',
        code: 'closure_reversed',
        message: '停办的截止日不能早于起始日。',
      },
    closure?.alternative != null &&
      (closure.alternative === unitCode || tree.get(closure.alternative)?.level !== 'station') && {
        field: 'closure',
        code: 'unknown_alternative',
        message: '没有这个代办派出所，请核对12位单位代码；代办派出所不能是本所。',
      },
    lastConfirmedOn > today && {
      field: 'lastConfirmedOn',
      code: 'in_future',
      message: '最近确认日不能晚于今天。',
    },
  ];
  return faults.filter((fault) => fault !== false);
}
