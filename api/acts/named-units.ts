import type { HomeUnit } from '../../domain/case/command.ts';
import { furtherStationsOf } from '../../domain/case/further-verification.ts';
import { mergedSentence, mergersOn, workplacesOf } from '../../domain/directory/mergers.ts';
import { stationInForce } from '../../domain/directory/station-contacts.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { isSameProvince } from '../../domain/units/province.ts';
import type { Unit, UnitCode, UnitLevel } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
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
  const unit = existingUnit(code, { pointer, kind: 'station' }, setting, ['station']);
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
  const { tree, corps, state } = setting;
  const pointer = act === 'suggested' ? '/suggestedStation' : '/homeStation';
  const levels = act === 'assign' ? (['station'] as const) : (['station', 'county'] as const);
  const unit = existingUnit(code, { pointer, kind: 'home_station' }, setting, levels);
  if (act !== 'suggested' && unit.code === state.homeStation) {
    const message = '已是该派出所，请选择其他派出所；再次发送请用“流转”。';
    throw faultyBody([{ pointer, code: 'home_station_unchanged', message }]);
  }
  if (isSameProvince(tree, unit.code, state.acceptingStation, corps)) {
    const message = '户籍地与受理地在同一省份，不适用“跨省通办”。';
    throw faultyBody([{ pointer, code: 'same_province', message }]);
  }
  return { homeStation: unit.code, homeLevel: unit.level === 'county' ? 'county' : 'station' };
}

/** A unit of the directory in which somebody still works. */
function existingUnit(
  code: string,
  { pointer, kind }: { readonly pointer: string; readonly kind: 'station' | 'home_station' },
  { tree, now, successions }: ActSetting,
  levels: readonly UnitLevel[],
): Unit {
  const unit = isUnitCode(code) ? tree.get(code) : undefined;
  if (unit === undefined || !levels.includes(unit.level)) {
    const message = '单位目录中没有该派出所，请重新选择。';
    throw faultyBody([{ pointer, code: `${kind}_unknown`, message }]);
  }
  const inForce = stationInForce(unit.code, localDateOf(now), (station) => successions.get(station) ?? null);
  if (inForce === unit.code) return unit;
  const message = `${mergedSentence(tree, inForce)}，请改选。`;
  throw faultyBody([{ pointer, code: `${kind}_merged`, message }]);
}
