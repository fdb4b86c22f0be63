import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A part of a page, in millimetres from its left and upper edges. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawn line, in millimetres: where it lies across its direction, and from where to where it runs. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A page as it comes out of a printer. */
export interface InkPage {
  /** The smallest part of the page that holds all of its ink within an area; undefined without any. */
  readonly inkIn: (area: Area) => Area | undefined;
  /** The colour of one dot, `rgb(29 79 156)`, at so many millimetres from the left and upper edges. */
  readonly colourAt: (left: number, top: number) => string;
  /** Thin lines from left to right, longer than any that is signed on. */
  readonly horizontals: readonly Rule[];
  /** Thin lines from top to bottom. Strokes of large type are among them. */
  readonly verticals: readonly Rule[];
}

const dotsPerMm = 6;
const darkBelow = 170;
const shortestMm = { horizontal: 40, vertical: 6.5 };
// Frames are drawn cell by cell, and bands of colour are no lines.
const seamMm = 0.34;
const thickestMm = 0.8;

/** Draws every page of a PDF with another program than the one that wrote it. */
export async function drawPages(pdf: Uint8Array): Promise<InkPage[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await loading.promise;
  try {
    const pages: InkPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: (dotsPerMm * 25.4) / 72 });
      const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
      const canvas = createCanvas(width, height);
      await page.render({ canvas: canvas as never, viewport }).promise;
      pages.push(inkPage(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height));
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

function inkPage(rgba: Uint8ClampedArray, width: number, height: number): InkPage {
  const dark = new Uint8Array(width * height);
  for (let dot = 0, byte = 0; dot < dark.length; dot += 1, byte += 4) {
    const shade = 3 * (rgba[byte] ?? 0) + 6 * (rgba[byte + 1] ?? 0) + (rgba[byte + 2] ?? 0);
    dark[dot] = shade < 10 * darkBelow ? 1 : 0;
  }
  const rows = { dark, length: width, breadth: height, step: 1, next: width };
  const columns = { dark, length: height, breadth: width, step: width, next: 1 };
  return {
    inkIn: (area) => inkWithin(rows, area),
    colourAt: (left, top) => {
      const byte = 4 * (dotOf(top, height - 1) * width + dotOf(left, width - 1));
      return `rgb(${rgba.subarray(byte, byte + 3).join(' ')})`;
    },
    horizontals: rulesAlong(rows, shortestMm.horizontal),
    verticals: rulesAlong(columns, shortestMm.vertical),
  };
}

/** The dots of a page read along its rows or its columns. */
interface Dots {
  readonly dark: Uint8Array;
  readonly length: number;
  readonly breadth: number;
  /** From a dot to its neighbour in its line, and to the one in the next line. */
  readonly step: number;
  readonly next: number;
}

function inkWithin({ dark, length, breadth }: Dots, area: Area): Area | undefined {
  const [first, last] = [dotOf(area.left, length), dotOf(area.right, length)];
  const [upper, lower] = [dotOf(area.top, breadth), dotOf(area.bottom, breadth)];
  let [left, right, top, bottom] = [length, -1, -1, -1];
  for (let row = upper; row < lower; row += 1) {
    const line = dark.subarray(row * length + first, row * length + last);
    const from = line.indexOf(1);
    if (from === -1) continue;
    left = Math.min(left, first + from);
    right = Math.max(right, first + line.lastIndexOf(1));
    if (top === -1) top = row;
    bottom = row;
  }
  if (top === -1) return undefined;
  return {
    left: left / dotsPerMm,
    right: (right + 1) / dotsPerMm,
    top: top / dotsPerMm,
    bottom: (bottom + 1) / dotsPerMm,
  };
}

function dotOf(mm: number, end: number): number {
  return Math.min(end, Math.max(0, Math.round(mm * dotsPerMm)));
}

interface Found {
  readonly first: number;
  last: number;
  from: number;
  to: number;
}

function rulesAlong(dots: Dots, shortest: number): Rule[] {
  const found: Found[] = [];
  for (let across = 0; across < dots.breadth; across += 1) {
    for (const [from, to] of runsOf(dots, across, shortest * dotsPerMm)) {
      const known = found.find((rule) => rule.last === across - 1 && rule.from < to && from < rule.to);
      if (known === undefined) found.push({ first: across, last: across, from, to });
      else
        Object.assign(known, {
          last: across,
          from: Math.min(known.from, from),
          to: Math.max(known.to, to),
        });
    }
  }
  return found
    .map(({ first, last, from, to }) => ({
      at: (first + last + 1) / 2 / dotsPerMm,
      from: from / dotsPerMm,
      to: to / dotsPerMm,
      thickness: (last - first + 1) / dotsPerMm,
    }))
    .filter(({ thickness }) => thickness <= thickestMm);
}

function runsOf(
  { dark, length, step, next }: Dots,
  across: number,
  shortest: number,
): (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  let [from, to] = [0, 0];
  for (let along = 0, dot = across * next; along < length; along += 1, dot += step) {
    if (dark[dot] === 0) continue;
    if (along - to > seamMm * dotsPerMm) {
      if (to - from >= shortest) runs.push([from, to]);
      from = along;
    }
    to = along + 1;
  }
  return to - from >= shortest ? [...runs, [from, to]] : runs;
}
