import type { HomeUnit } from '../../domain/case/command.ts';
import { furtherStationsOf } from '../../domain/case/further-verification.ts';
import type { UnitFault } from '../../domain/case/home-unit.ts';
import { judgeHomeUnit, judgeUnit } from '../../domain/case/home-unit.ts';
import { mergersOn, workplacesOf } from '../../domain/directory/mergers.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { ActSetting } from './act-setting.ts';
import { faultyBody } from './faulty-body.ts';

/** Another station of the case than whoever acts: the one that is named, else the other side. */
export function otherStation(named: string | undefined, setting: ActSetting): UnitCode {
  const { state, by } = setting;
  const { acceptingStation, homeStation } = state;
  const isOwn = (station: UnitCode) => worksFor(by.unitCode, station, setting);
  if (named === undefined) return isOwn(homeStation) ? acceptingStation : homeStation;
  const others = [acceptingStation, homeStation, ...furtherStationsOf(state)].filter((each) => !isOwn(each));
  const found = others.find((station) => station === named);
  if (found !== undefined) return found;
  throw faultyBody([
    { pointer: '/station', code: 'not_of_this_case', message: '请填写本案中的其他派出所。' },
  ]);
}

/** Whether a unit does the work of a station: it is that station, or the one that it was merged into. */
function worksFor(unit: UnitCode, station: UnitCode, { now, successions }: ActSetting): boolean {
  return workplacesOf([station], mergersOn(successions, localDateOf(now))).includes(unit);
}

/** A station whose register is needed beside the home station's; it may lie anywhere, and has its own say only once. */
export function furtherStation(code: string, setting: ActSetting): UnitCode {
  const pointer = '/station';
  const unit = required(judgeUnit(code, 'station', setting, ['station']), pointer);
  if (worksFor(unit.code, setting.state.homeStation, setting)) {
    const message = '协助查证的应是其他派出所，请重新选择。';
    throw faultyBody([{ pointer, code: 'station_is_home', message }]);
  }
  return unit.code;
}

/** A station, or for a reroute a county that will assign one, in another province (E2). */
export function homeUnitOf(
  code: string,
  setting: ActSetting,
  act: 'reroute' | 'assign' | 'suggested',
): HomeUnit {
  const pointer = act === 'suggested' ? '/suggestedStation' : '/homeStation';
  return required(judgeHomeUnit(code, setting, act), pointer);
}

/** @throws {Problem} 422 where what was named will not do. */
function required<Judged extends object>(judged: Judged | UnitFault, pointer: string): Judged {
  if ('message' in judged) throw faultyBody([{ pointer, ...judged }]);
  return judged;
}
