import { mergedSentence } from '../directory/mergers.ts';
import type { Succession } from '../directory/station-contacts.ts';
import { stationInForce } from '../directory/station-contacts.ts';
import type { Instant } from '../time/instant.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { CorpsPolicy } from '../units/province.ts';
import { isSameProvince } from '../units/province.ts';
import type { Unit, UnitCode, UnitLevel } from '../units/unit.ts';
import { isUnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import type { HomeUnit } from './command.ts';
import type { CaseState } from './state.ts';

/** The units by which one that somebody names is judged. */
export interface UnitSetting {
  readonly state: Pick<CaseState, 'acceptingStation' | 'homeStation'>;
  readonly tree: UnitTree;
  /** Of the accepting side. */
  readonly corps: CorpsPolicy;
  readonly now: Instant;
  /** Mergers of stations: nothing is sent where nobody works any more. */
  readonly successions: ReadonlyMap<UnitCode, Succession>;
}

/** Why a unit that was named is none to which a dossier can go. */
export interface UnitFault {
  readonly code: string;
  readonly message: string;
}

/** A station, or for a reroute a county that will assign one, in another province (E2). */
export function judgeHomeUnit(
  code: string,
  setting: UnitSetting,
  act: 'reroute' | 'assign' | 'suggested',
): HomeUnit | UnitFault {
  const { tree, corps, state } = setting;
  const levels = act === 'assign' ? (['station'] as const) : (['station', 'county'] as const);
  const unit = judgeUnit(code, 'home_station', setting, levels);
  if ('message' in unit) return unit;
  if (act !== 'suggested' && unit.code === state.homeStation) {
    const message = '已是该派出所，请选择其他派出所；再次发送请用“流转”。';
    return { code: 'home_station_unchanged', message };
  }
  if (isSameProvince(tree, unit.code, state.acceptingStation, corps)) {
    const message = '户籍地与受理地在同一省份，不适用“跨省通办”。';
    return { code: 'same_province', message };
  }
  return { homeStation: unit.code, homeLevel: unit.level === 'county' ? 'county' : 'station' };
}

/** A unit of the directory in which somebody still works. */
export function judgeUnit(
  code: string,
  kind: 'station' | 'home_station',
  { tree, now, successions }: UnitSetting,
  levels: readonly UnitLevel[],
): Unit | UnitFault {
  const unit = isUnitCode(code) ? tree.get(code) : undefined;
  if (unit === undefined || !levels.includes(unit.level)) {
    return { code: `${kind}_unknown`, message: '单位目录中没有该派出所，请重新选择。' };
  }
  const inForce = stationInForce(unit.code, localDateOf(now), (station) => successions.get(station) ?? null);
  if (inForce === unit.code) return unit;
  return { code: `${kind}_merged`, message: `${mergedSentence(tree, inForce)}，请改选。` };
}
