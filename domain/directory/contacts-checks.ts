import type { RobotAddressFault } from '../notices/robot-address.ts';
import { readRobotAddress } from '../notices/robot-address.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { Keeper } from './maintainers.ts';
import { mayHandOver, maySupervise, mayTakeBack } from './maintainers.ts';
import type { Closure, StationContacts, Succession } from './station-contacts.ts';
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
    | 'successor_not_allowed'
    | 'alternative_not_allowed'
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
    /** What was registered until now. */
    readonly before: { readonly succession: Succession | null; readonly closure: Closure | null };
    readonly successionOf: (unitCode: UnitCode) => Succession | null;
  },
): ContactsFault[] {
  const { tree, keeper, today, before, successionOf } = context;
  const was = before.succession;
  const isSame = was?.successor === succession?.successor && was?.since === succession?.since;
  const isHandedOver =
    isSame || succession === null || mayHandOver(tree, keeper, unitCode, succession.successor);
  const isTakenBack = isSame || was === null || mayTakeBack(tree, keeper, unitCode, was.successor);
  const alternative = closure?.alternative ?? null;
  const isOtherStation = (code: UnitCode) => code !== unitCode && tree.get(code)?.level === 'station';
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
    maySupervise(keeper) &&
      !(isHandedOver && isTakenBack) && {
        field: 'succession',
        code: 'successor_not_allowed',
        message: '撤并由两所共同的上级登记和撤销：跨县由市级、跨市由省级督办员办理，不能跨省。',
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
    alternative !== null &&
      !isOtherStation(alternative) && {
        field: 'closure',
        code: 'unknown_alternative',
        message: '没有这个代办派出所，请核对12位单位代码；代办派出所不能是本所。',
      },
    alternative !== null &&
      alternative !== before.closure?.alternative &&
      isOtherStation(alternative) &&
      !mayHandOver(tree, keeper, unitCode, alternative) && {
        field: 'closure',
        code: 'alternative_not_allowed',
        message: '停办期间的代办派出所由两所共同的上级督办员指定，不能跨省；本所只登记停办日期。',
      },
    lastConfirmedOn > today && {
      field: 'lastConfirmedOn',
      code: 'in_future',
      message: '最近确认日不能晚于今天。',
    },
  ];
  return faults.filter((fault) => fault !== false);
}
