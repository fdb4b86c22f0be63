import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { PrinterUnfitError } from './errors.ts';
import { fontFamilyList } from './font-family-list.ts';
import { drawnTextOf, pageCountOf } from './pdf-facts.ts';
import type { PdfRenderer } from './pdf-renderer.ts';

/** Everyday text, characters of the extensions A to H that names have, and a compatibility ideograph. */
const specimen = '户籍事项证明2026年ABC·䶮㛃㐂𣲘𪩘𫖯𬍛𬭎𬱖𰻝\uf9dc';

/** Page numbers stand in the page's margin, which browsers before Chromium 131 leave empty. */
const pageNumber = '第1页';

/**
 * Prints a specimen and reads it back: a browser that does not find its fonts prints empty pages without a word.
 * @throws {PrinterUnfitError} when what is on paper is not what was given.
 */
export async function proveRenderer(renderer: PdfRenderer, fonts: FontPack): Promise<void> {
  const families = fontFamilyList(fonts.families).replaceAll('"', "'");
  const pdf = await renderer.render(
    `<html style="font-family: ${families}"><title>specimen</title>
    <style>@page { margin: 20mm; @bottom-right { content: '第' counter(page) '页' } }</style><p>${specimen}</p>`,
  );
  const printed = drawnTextOf(pdf);
  if (printed !== pageNumber + specimen || pageCountOf(pdf) !== 1 || Buffer.from(pdf).includes('/Type3')) {
    throw new PrinterUnfitError(
      `试打印的文字与原文不符（应为“${pageNumber}${specimen}”，实为“${printed}”）：请更换 Chromium 版本，或删除缓存目录后重新启动。`,
    );
  }
}
