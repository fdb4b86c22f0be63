import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import sharp from 'sharp';

/**
 * A page of a group 3 fax in fine mode (T.4): 1728 dots on 215 mm, 196 lines an inch. A4 has 2291 lines; with one more
 * HylaFAX takes the page for longer than A4 and scales it anew.
 */
const fax = { width: 1728, height: 2291, dotsPerInch: 204, linesPerInch: 196 } as const;

const pointsPerInch = 72;

// Grey below is black and above white, so that letters stay clean; only what lies between, a photograph, becomes dots.
const blackBelow = 64;
const whiteAbove = 208;

const millimetresPerInch = 25.4;

const tiffOptions = {
  compression: 'ccittfax4',
  bitdepth: 1,
  // HylaFAX passes on what is black on white and re-images everything else.
  miniswhite: true,
  xres: fax.dotsPerInch / millimetresPerInch,
  yres: fax.linesPerInch / millimetresPerInch,
} as const;

const pdfjsDir = path.resolve(
  path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))),
  '../..',
);

/** What pdf.js needs for fonts and images that a foreign PDF does not bring along. Nothing is fetched. */
const resources = {
  standardFontDataUrl: `${pdfjsDir}/standard_fonts/`,
  cMapUrl: `${pdfjsDir}/cmaps/`,
  cMapPacked: true,
  wasmUrl: `${pdfjsDir}/wasm/`,
  verbosity: 0,
} as const;

/** A dossier as fax machines take it: TIFF G4 (T.6), a page for each page of the PDF, each as large as A4 holds it. */
export async function toFaxTiff(pdf: Uint8Array): Promise<Uint8Array> {
  // pdf.js takes the bytes away from their owner.
  const loading = getDocument({ data: Uint8Array.from(pdf), ...resources });
  const document = await loading.promise;
  try {
    const pages: Buffer[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await faxPage(document, number));
    }
    const [only] = pages;
    if (pages.length === 1 && only !== undefined) return only;
    return await sharp(pages, { join: { animated: true } })
      .extractChannel(0)
      .toColourspace('b-w')
      .tiff(tiffOptions)
      .toBuffer();
  } finally {
    await loading.destroy();
  }
}

async function faxPage(document: PDFDocumentProxy, number: number): Promise<Buffer> {
  const dots = halftone(await greyPage(document, number));
  return sharp(dots, { raw: { width: fax.width, height: fax.height, channels: 1 } })
    .toColourspace('b-w')
    .tiff(tiffOptions)
    .toBuffer();
}

/** A page drawn in shades of grey, a wide one turned: a fax is upright. */
async function greyPage(document: PDFDocumentProxy, number: number): Promise<Buffer> {
  const page = await document.getPage(number);
  const asRead = page.getViewport({ scale: 1 });
  const isWide = asRead.width > asRead.height;
  const viewport = isWide ? page.getViewport({ scale: 1, rotation: page.rotate + 90 }) : asRead;
  const scale = Math.min(
    1,
    (fax.width * pointsPerInch) / fax.dotsPerInch / viewport.width,
    (fax.height * pointsPerInch) / fax.linesPerInch / viewport.height,
  );
  const across = (scale * fax.dotsPerInch) / pointsPerInch;
  const down = (scale * fax.linesPerInch) / pointsPerInch;
  const canvas = createCanvas(fax.width, fax.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, fax.width, fax.height);
  await page.render({
    canvas: canvas as never,
    canvasContext: context as never,
    viewport,
    transform: [across, 0, 0, down, (fax.width - viewport.width * across) / 2, 0],
  }).promise;
  const { data } = context.getImageData(0, 0, fax.width, fax.height);
  return sharp(data, { raw: { width: fax.width, height: fax.height, channels: 4 } })
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer();
}

/** Error diffusion after Floyd and Steinberg: a face on an identity card is still one, which a threshold makes a blot. */
function halftone(grey: Buffer): Buffer {
  const { width, height } = fax;
  const dots = Buffer.alloc(grey.length);
  let errors = new Float32Array(width + 2);
  let below = new Float32Array(width + 2);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const index = row * width + column;
      const shade = grey[index] ?? 0;
      if (shade <= blackBelow) continue;
      if (shade >= whiteAbove) {
        dots[index] = 255;
        continue;
      }
      const stretched = ((shade - blackBelow) * 255) / (whiteAbove - blackBelow);
      const wanted = stretched + (errors[column + 1] ?? 0);
      const dot = wanted < 128 ? 0 : 255;
      dots[index] = dot;
      const error = wanted - dot;
      add(errors, column + 2, (error * 7) / 16);
      add(below, column, (error * 3) / 16);
      add(below, column + 1, (error * 5) / 16);
      add(below, column + 2, error / 16);
    }
    [errors, below] = [below, errors.fill(0)];
  }
  return dots;
}

function add(errors: Float32Array, at: number, error: number): void {
  errors[at] = (errors[at] ?? 0) + error;
}
