import { whiteSpace } from './white-space.ts';

/**
 * Which characters a name in the household register may have. Fixed ranges: what `\p{…}` means depends on the Unicode
 * version of the run time, and a name must not become wrong by an upgrade.
 */
const unifiedIdeographs = [
  '\\u3400-\\u4DBF\\u4E00-\\u9FFF',
  '\\u{20000}-\\u{2A6DF}\\u{2A700}-\\u{2B739}\\u{2B740}-\\u{2B81D}\\u{2B820}-\\u{2CEA1}',
  '\\u{2CEB0}-\\u{2EBE0}\\u{2EBF0}-\\u{2EE5D}\\u{30000}-\\u{3134A}\\u{31350}-\\u{323AF}',
].join('');
const compatibilityIdeographs = '\\uF900-\\uFA6D\\uFA70-\\uFAD9\\u{2F800}-\\u{2FA1D}';

const allowed = new RegExp(`^[\\u00B7\\u3007${unifiedIdeographs}${compatibilityIdeographs}]$`, 'u');

// C0 and C1, zero-width and direction marks, line and paragraph separators. Before white space: a tab is both.
const control =
  '\\u0000-\\u001F\\u007F-\\u009F\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF';

const rejected = [
  ['control', control],
  ['inner_space', whiteSpace],
  ['private_use', '\\uE000-\\uF8FF\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}'],
  ['lone_surrogate', '\\uD800-\\uDFFF'],
  ['variation_selector', '\\u180B-\\u180D\\u180F\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}'],
  ['radical', '\\u2E80-\\u2FDF\\u31C0-\\u31EF'],
] as const;

const rejections = rejected.map(([fault, ranges]) => ({ fault, pattern: new RegExp(`^[${ranges}]$`, 'u') }));

export type CharacterFault = (typeof rejected)[number][0] | 'not_han';

/** Why a character (one code point) may not stand in a name; undefined when it may. */
export function findCharacterFault(character: string): CharacterFault | undefined {
  if (allowed.test(character)) return undefined;
  return rejections.find(({ pattern }) => pattern.test(character))?.fault ?? 'not_han';
}
