import { isSameProvince } from '../../units/province.ts';
import type { Rule } from '../rule.ts';

/**
 * E2: the register is kept in another province than the one the applicant lives in. Who does not know his station names
 * the county, which assigns one.
 */
export const laneRule: Rule = {
  id: 'E2',
  basis: '实施方案三（一）',
  evaluate({ homeStation }, { acceptingStation, tree, policy }) {
    const pointer = '/homeStation';
    const unit = tree.get(homeStation);
    if (!unit) {
      return [
        { pointer, code: 'home_station_unknown', message: '单位目录中没有该户籍地派出所，请重新选择。' },
      ];
    }
    if (unit.level === 'city' || unit.level === 'province') {
      const message = '户籍地单位应选择到派出所；申请人不知道派出所的，选择到县（市、区）公安机关。';
      return [{ pointer, code: 'home_station_not_a_station', message }];
    }
    if (!isSameProvince(tree, homeStation, acceptingStation, policy)) return [];
    const message =
      '户籍地与受理地在同一省份，不适用“跨省通办”，请按省内业务办理；在长三角“一网通办”平台线上申请的，按原流程办理。';
    return [{ pointer, code: 'same_province', message }];
  },
};
