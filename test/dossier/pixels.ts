import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';

/** A page as its receiver sees it. */
export interface SeenPage {
  readonly width: number;
  readonly height: number;
  /** Share of black dots in a part of the page, whose edges are given as shares of width and height. */
  blackIn(part: { left: number; right: number; top: number; bottom: number }): number;
}

export async function faxedPage(tiff: Uint8Array, page: number): Promise<SeenPage> {
  const { data, info } = await sharp(tiff, { page })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return seenPage(data, info.width, info.height);
}

/** A page of a PDF, one dot a point. */
export async function printedPage(pdf: Uint8Array, number: number): Promise<SeenPage> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const canvas = createCanvas(width, height);
  await page.render({ canvas: canvas as never, viewport }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return seenPage(
    data.filter((_, index) => index % 4 === 0),
    width,
    height,
  );
}

function seenPage(grey: ArrayLike<number>, width: number, height: number): SeenPage {
  return {
    width,
    height,
    blackIn({ left, right, top, bottom }) {
      let black = 0;
      let dots = 0;
      for (let row = Math.round(top * height); row < Math.round(bottom * height); row += 1) {
        for (let column = Math.round(left * width); column < Math.round(right * width); column += 1) {
          if ((grey[row * width + column] ?? 0) < 128) black += 1;
          dots += 1;
        }
      }
      return black / dots;
    },
  };
}

/** Numbers that stand in the first directory of a TIFF, by tag (TIFF 6.0); of rationals their quotient. */
export function tiffTags(tiff: Uint8Array): ReadonlyMap<number, number> {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  const tags = new Map<number, number>();
  for (let index = 0; index < view.getUint16(directory, little); index += 1) {
    const entry = directory + 2 + 12 * index;
    const type = view.getUint16(entry + 2, little);
    const at = view.getUint32(entry + 8, little);
    const value =
      type === 5
        ? view.getUint32(at, little) / view.getUint32(at + 4, little)
        : type === 3
          ? view.getUint16(entry + 8, little)
          : at;
    tags.set(view.getUint16(entry, little), value);
  }
  return tags;
}
