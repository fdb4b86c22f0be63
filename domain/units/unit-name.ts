import { codePointsOf } from '../identity/code-points.ts';
import { findCharacterFault } from '../identity/name-characters.ts';

/** The longest name, in code points, with which every paper still prints as it should (§7). */
export const maxUnitNameCharacters = 60;

export const unitNameFaultSentences = {
  empty: '未填写单位名称。',
  too_long: `单位名称不能超过${maxUnitNameCharacters}个字，否则文书印不下；请填写规范全称。`,
  wrong_character: '单位名称只能由汉字、数字、英文字母、括号、间隔号和连字符组成。',
} as const satisfies Record<string, string>;

export type UnitNameFault = keyof typeof unitNameFaultSentences;

const otherCharacters = /^[0-9A-Za-z（）()—-]$/u;

/** Why a unit's name cannot stand on a certificate; undefined when it can. */
export function findUnitNameFault(name: string): UnitNameFault | undefined {
  const characters = codePointsOf(name);
  if (characters.length === 0) return 'empty';
  const isPrintable = (character: string) =>
    otherCharacters.test(character) || findCharacterFault(character) === undefined;
  if (!characters.every(isPrintable)) return 'wrong_character';
  return characters.length > maxUnitNameCharacters ? 'too_long' : undefined;
}
