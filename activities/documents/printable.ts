import { findNeverPrintable, formatCodePoint } from '../../domain/certificate/printable.ts';
import type { UnprintableCodePoint } from '../../domain/certificate/printable.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { UnprintableTextError } from './errors.ts';

/**
 * Refuses texts with a character that must not or cannot be printed, before anything is rendered: a browser would put
 * a box, or a look-alike from another font, and say nothing.
 * @throws {UnprintableTextError} with all such characters of all texts at once.
 */
export function assertPrintable(texts: readonly string[], fonts: Pick<FontPack, 'missingCodePoints'>): void {
  const text = texts.join('');
  const never = findNeverPrintable(text);
  const listed = new Set(never.map(({ codePoint }) => codePoint));
  const withoutGlyph = fonts
    .missingCodePoints(text)
    .map((codePoint): UnprintableCodePoint => ({ codePoint: formatCodePoint(codePoint), reason: 'no_glyph' }))
    .filter(({ codePoint }) => !listed.has(codePoint));
  const found = [...never, ...withoutGlyph];
  if (found.length > 0) throw new UnprintableTextError(found);
}
