import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PaperId } from '../../domain/papers/papers.ts';
import { papers } from '../../domain/papers/papers.ts';
import { textsOf } from '../../domain/papers/paper.ts';
import type { TextBox } from './documents-fixture.ts';
import { readPdf } from './documents-fixture.ts';
import { frameFaults, sidesOf } from './frame-faults.ts';
import type { Area } from './page-ink.ts';
import { drawPages } from './page-ink.ts';
import { roomsForSeal, sealFaults } from './seal-faults.ts';
import type { SeenPage, Words } from './seen-page.ts';

const sheet = { width: 210, height: 297 };

/** 小五, what the smallest print of a certificate is too. */
const smallestType = 9;

/** Where each kind of layout may print (`@page` of its style sheet), and the thickness of half a frame. */
const printed = {
  certificate: { left: 24.6, right: 185.6, top: 15.8, bottom: 289 },
  flowing: { left: 24.6, right: 185.6, top: 21.8, bottom: 287 },
} as const;

/** Forms that people sign; the rest is sealed once. */
const unsealed: readonly PaperId[] = ['application_form', 'cover_sheet', 'collection_record'];

/** Between the body of a notice and its foot nothing is printed. */
const gapOverFoot = { left: 0, right: 210, top: 277.3, bottom: 281 };

const footWords = /^(第|页|共|证明编号|申请件编号|告知书编号|（内容接第2页）)/;

/** Everything that is wrong with how a paper looks; empty for one that may go out. */
export async function faultsOf(id: PaperId, fields: object, pdf: Uint8Array): Promise<string[]> {
  const { boxes, size } = await readPdf(pdf);
  const drawn = await drawPages(pdf);
  const pages = drawn.map((ink, index) => ({
    number: index + 1,
    ink,
    words: boxes.filter(({ page, text }) => page === index + 1 && text.trim() !== '').map(wordsOf),
  }));
  const { layout } = papers[id];
  return [
    ...sheetFaults(size),
    ...(await fontFaults(pdf)),
    ...pages.flatMap((page) =>
      [
        ...marginFaults(page, printed[layout]),
        ...footFaults(page, layout),
        ...wordFaults(page),
        ...sealFaults(page, textsOf(fields)),
      ].map((fault) => `page ${String(page.number)}: ${fault}`),
    ),
    ...frameFaults(pages, id),
    ...roomFaults(id, pages),
  ];
}

function roomFaults(id: PaperId, pages: readonly SeenPage[]): string[] {
  if (unsealed.includes(id)) return [];
  // The last continuation page of a certificate is sealed like its form.
  const expected = papers[id].layout === 'certificate' && pages.length > 1 ? 2 : 1;
  const rooms = pages.flatMap(roomsForSeal).length;
  return rooms === expected ? [] : [`${String(rooms)} rooms for a seal`];
}

function wordsOf({ text, left, right, baseline, size }: TextBox): Words {
  const em = (size / 72) * 25.4;
  const bottom = sheet.height - baseline + 0.12 * em;
  return { text, left, right, top: bottom - em, bottom, size };
}

function sheetFaults(size: readonly [number, number]): string[] {
  const [width, height] = size.map((points) => (points / 72) * 25.4);
  const isA4 = Math.abs((width ?? 0) - sheet.width) < 0.2 && Math.abs((height ?? 0) - sheet.height) < 0.2;
  return isA4 ? [] : [`${String(width)} by ${String(height)} mm is not A4`];
}

async function fontFaults(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const descriptors = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
  const embedded = descriptors.filter((font) => font.has(PDFName.of('FontFile2')));
  if (descriptors.length === 0) return ['no font at all'];
  return embedded.length === descriptors.length ? [] : ['a font that is not embedded'];
}

function marginFaults({ ink }: SeenPage, allowed: Area): string[] {
  const bounds = ink.inkIn({ left: 0, right: sheet.width, top: 0, bottom: sheet.height });
  if (bounds === undefined) return ['an empty page'];
  const { left, right, top, bottom } = bounds;
  const isWithin =
    left >= allowed.left && right <= allowed.right && top >= allowed.top && bottom <= allowed.bottom;
  return isWithin ? [] : [`ink in the margin: ${[left, right, top, bottom].join(' ')}`];
}

function footFaults({ ink, words, number }: SeenPage, layout: 'certificate' | 'flowing'): string[] {
  const foot = words.filter(({ text, top }) => top > 270 && footWords.test(text));
  const faults = foot
    .filter(({ left, right, top }) => ink.inkIn({ left, right, top: top - 1.5, bottom: top }) !== undefined)
    .map(({ text }) => `the foot touches the body at “${text}”`);
  const firstOfFoot = Math.min(sheet.height, ...foot.map(({ top }) => top));
  const body = words.filter(({ bottom }) => bottom < firstOfFoot);
  if (body.length === 0) faults.push('nothing but a foot');
  if (layout === 'certificate') return faults;
  const text = foot.map((each) => each.text).join('');
  if (!text.replaceAll(/\s/g, '').includes(`第${String(number)}页`))
    faults.push('no page number in the foot');
  if (ink.inkIn(gapOverFoot) !== undefined) faults.push('the body runs into the foot');
  return faults;
}

function wordFaults({ ink, words }: Pick<SeenPage, 'ink' | 'words'>): string[] {
  const outside = words.filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > sheet.width || bottom > sheet.height,
  );
  const small = words.filter(({ size }) => size < smallestType - 0.01);
  const overlapping = words.filter((one, index) =>
    words.slice(index + 1).some((other) => overlap(one, other)),
  );
  const crossing = words.filter(({ left, right, top, bottom }) =>
    sidesOf({ ink, words }).some(
      ({ at, from, to }) => left + 0.4 < at && at < right - 0.4 && from < top + 0.5 && bottom - 0.5 < to,
    ),
  );
  return [
    ...outside.map(({ text }) => `off the page: “${text}”`),
    ...small.map(({ text, size }) => `${String(size)} pt is not to be read: “${text}”`),
    ...overlapping.map(({ text }) => `printed over other words: “${text}”`),
    ...crossing.map(({ text }) => `out of its cell: “${text}”`),
  ];
}

// Type may touch its neighbour; what a reader sees as one upon the other is more than this.
const touchMm = 0.4;

function overlap(one: Area, other: Area): boolean {
  return (
    one.left + touchMm < other.right &&
    other.left + touchMm < one.right &&
    one.top + touchMm < other.bottom &&
    other.top + touchMm < one.bottom
  );
}
