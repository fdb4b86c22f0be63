/** Why a code point stops a document. `no_glyph` is the only reason that a better font can remove. */
export const unprintableReasonTitles = {
  control: '控制字符',
  invisible_format: '不可见字符',
  lone_surrogate: '残缺编码',
  private_use: '私用区字符',
  variation_selector: '异体选择符',
  noncharacter: '非字符',
  stacked_marks: '叠加符号过多',
  no_glyph: '字体中没有',
} as const;

export type UnprintableReason = keyof typeof unprintableReasonTitles;

/** A code point that stops a document, written like `U+4E00` so that it can be logged: it names a character, nobody's name. */
export interface UnprintableCodePoint {
  readonly codePoint: string;
  readonly reason: UnprintableReason;
}

/**
 * Ranges that never print, whatever the fonts (§7). The ranges are fixed: `\p{…}` classes follow the Unicode version of
 * the runtime, and a name must not become printable by an upgrade. A private-use character looks different at every
 * station, a variation selector changes the shape of a name without changing its letters, and an invisible or
 * bidirectional mark lets two different texts look alike.
 */
const neverPrintable = [
  [0x0000, 0x001f, 'control'],
  [0x007f, 0x009f, 'control'],
  [0x00ad, 0x00ad, 'invisible_format'],
  [0x034f, 0x034f, 'invisible_format'],
  [0x061c, 0x061c, 'invisible_format'],
  [0x115f, 0x1160, 'invisible_format'],
  [0x17b4, 0x17b5, 'invisible_format'],
  [0x180b, 0x180d, 'variation_selector'],
  [0x180e, 0x180e, 'invisible_format'],
  [0x180f, 0x180f, 'variation_selector'],
  [0x200b, 0x200f, 'invisible_format'],
  [0x2028, 0x202e, 'invisible_format'],
  [0x2060, 0x206f, 'invisible_format'],
  [0x3164, 0x3164, 'invisible_format'],
  [0xd800, 0xdfff, 'lone_surrogate'],
  [0xe000, 0xf8ff, 'private_use'],
  [0xfdd0, 0xfdef, 'noncharacter'],
  [0xfe00, 0xfe0f, 'variation_selector'],
  [0xfeff, 0xfeff, 'invisible_format'],
  [0xffa0, 0xffa0, 'invisible_format'],
  [0xfff0, 0xfffb, 'invisible_format'],
  [0xfffe, 0xffff, 'noncharacter'],
  [0x1bca0, 0x1bca3, 'invisible_format'],
  [0x1d173, 0x1d17a, 'invisible_format'],
  [0xe0000, 0xe00ff, 'invisible_format'],
  [0xe0100, 0xe01ef, 'variation_selector'],
  [0xe01f0, 0xe0fff, 'invisible_format'],
  [0xf0000, 0xffffd, 'private_use'],
  [0x100000, 0x10fffd, 'private_use'],
] as const satisfies readonly (readonly [number, number, UnprintableReason])[];

const combining =
  '[\\u0300-\\u036F\\u0483-\\u0489\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]';
// The fourth mark on one letter: no orthography needs it, and a pile of them covers the lines above, whatever they say.
const stackedMarks = new RegExp(`${combining}{3}(${combining})`);

/** `U+4E00`, with at least four digits, the way the Unicode Standard writes a code point. */
export function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function reasonAgainst(codePoint: number): UnprintableReason | undefined {
  // The last two code points of every plane are noncharacters.
  if ((codePoint & 0xfffe) === 0xfffe) return 'noncharacter';
  return neverPrintable.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2];
}

/** The code points of a text that no font may print, each once, in the order in which they first occur. */
export function findNeverPrintable(text: string): readonly UnprintableCodePoint[] {
  const found: UnprintableCodePoint[] = [];
  for (const character of new Set(text)) {
    const codePoint = character.codePointAt(0) ?? 0;
    const reason = reasonAgainst(codePoint);
    if (reason !== undefined) found.push({ codePoint: formatCodePoint(codePoint), reason });
  }
  const stacked = stackedMarks.exec(text)?.[1]?.codePointAt(0);
  if (stacked !== undefined) found.push({ codePoint: formatCodePoint(stacked), reason: 'stacked_marks' });
  return found;
}
