import { codePointsOf } from './code-points.ts';
import type { CharacterFault } from './name-characters.ts';
import { findCharacterFault } from './name-characters.ts';
import { whiteSpace } from './white-space.ts';

declare const personNameBrand: unique symbol;

/** A name as the household register can hold it, separators as U+00B7. Personal data. */
export type PersonName = string & { readonly [personNameBrand]: true };

export type NameFault = CharacterFault | 'empty' | 'separator' | 'too_long' | 'too_short';

export const nameFaultSentences = {
  empty: '未填写姓名。',
  inner_space: '姓名中间不能有空格；少数民族姓名请用间隔号“·”。',
  control: '姓名含有不可见的控制字符，请重新录入。',
  private_use: '姓名含有自造字（私用区字符），请改用国家标准编码的汉字。',
  lone_surrogate: '姓名含有残缺的字符编码，请重新录入。',
  variation_selector: '姓名含有异体字选择符，请改用国家标准编码的汉字。',
  radical: '姓名含有部首符号，请改用相应的汉字。',
  not_han: '姓名只能由汉字和间隔号“·”组成。',
  separator: '间隔号“·”不能在姓名的开头、末尾，也不能连用。',
  too_long: '姓名不能超过50个字符。',
  too_short: '姓名不能少于2个字符。',
} as const satisfies Record<NameFault, string>;

export type NameCheck =
  | { readonly valid: true; readonly name: PersonName; readonly codePoints: number }
  | { readonly valid: false; readonly reason: NameFault };

const minCodePoints = 2;
const maxCodePoints = 50;

const outerWhiteSpace = new RegExp(`^[${whiteSpace}]+|[${whiteSpace}]+$`, 'gu');
const middleDots = /[\u2022\u2027\u30FB\uFF65\u22C5\u2219]/gu;

/** A text with every variant of the separator in names written as U+00B7 and nothing else changed. */
export function withMiddleDots(text: string): string {
  return text.replace(middleDots, '\u00B7');
}

/**
 * Checks a name as it was typed (§7). No Unicode normalisation of any form: NFC too folds compatibility ideographs,
 * which are other people's names. The length is in code points.
 */
export function checkName(input: string): NameCheck {
  const name = withMiddleDots(input.replace(outerWhiteSpace, ''));
  const characters = codePointsOf(name);
  if (characters.length === 0) return { valid: false, reason: 'empty' };
  for (const character of characters) {
    const fault = findCharacterFault(character);
    if (fault) return { valid: false, reason: fault };
  }
  if (/^\u00B7|\u00B7$|\u00B7\u00B7/u.test(name)) return { valid: false, reason: 'separator' };
  if (characters.length > maxCodePoints) return { valid: false, reason: 'too_long' };
  if (characters.length < minCodePoints) return { valid: false, reason: 'too_short' };
  return { valid: true, name: name as PersonName, codePoints: characters.length };
}
