import { inflateSync } from 'node:zlib';

/**
 * Reads two facts out of a PDF that Chromium has just made. It relies on how Chromium's PDF writer (Skia) lays its files
 * out, objects in the clear and fonts named by their object number; the self test at start fails if that ever changes.
 */

/** How many pages a PDF of Chromium has. */
export function pageCountOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  );
}

function objectsOf(pdf: Uint8Array): ReadonlyMap<string, { readonly head: string; readonly stream: string }> {
  const file = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const match of file.matchAll(/\n(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const [head = '', data] = body.split(/stream\n/, 2);
    const raw = data === undefined ? Buffer.alloc(0) : Buffer.from(data, 'latin1');
    objects.set(number, {
      head,
      stream: (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1'),
    });
  }
  return objects;
}

function textOfUtf16Hex(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** The ToUnicode map of a font: glyph code in hexadecimal digits → text. */
function readToUnicode(cmap: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      texts.set(code, textOfUtf16Hex(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const firstCodePoint = textOfUtf16Hex(text).codePointAt(0) ?? 0;
      for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1) {
        const hex = code.toString(16).toUpperCase().padStart(first.length, '0');
        texts.set(hex, String.fromCodePoint(firstCodePoint + code - parseInt(first, 16)));
      }
    }
  }
  return texts;
}

/** The text of a PDF of Chromium in the order in which it was drawn; `�` for a glyph that stands for no text. */
export function drawnTextOf(pdf: Uint8Array): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [number, { head }] of objects) {
    const cmapNumber = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (cmapNumber !== undefined)
      fonts.set(`F${number}`, readToUnicode(objects.get(cmapNumber)?.stream ?? ''));
  }
  let text = '';
  for (const { head, stream } of objects.values()) {
    if (head.includes('/Length1') || !stream.includes('\nBT\n')) continue;
    let font: ReadonlyMap<string, string> = new Map();
    for (const [, name, glyphs = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map();
      else for (const [glyph] of glyphs.matchAll(/.{4}/g)) text += font.get(glyph) ?? '�';
    }
  }
  return text;
}
