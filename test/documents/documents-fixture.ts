import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { afterAll } from 'vitest';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { CertificateNo } from '../../domain/certificate/numbers.ts';
import type { Annex1View } from '../../domain/papers/annexes.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import type { ChromiumInstallation } from '../../platform/embedded/chromium.ts';
import { findChromium } from '../../platform/embedded/chromium.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { openFontPack } from '../../platform/fonts/font-pack.ts';
import { createLogger } from '../../platform/logger.ts';
import { fontPackDir } from '../../templates/load.ts';

export const cacheDir = path.resolve(import.meta.dirname, '../../.tongban/cache');
export const log = createLogger({ name: 'test', level: 'silent' });

/** Characters of people's names from the extensions A, B, C, D, E, F, G and I. */
export const rareCharacters = '䶮㛃㐂𬍛𬭎𫖯𣲘𪩘𬱖𰻝𮯰';

/** An invented certificate. */
export const annex1View: Annex1View = {
  applicantName: '李样例',
  idNumber: '520302199003074219',
  matterText: '姓名变更／曾用名（曾用名李例）',
  homeStationName: '贵州省遵义市公安局红花岗分局测试路派出所',
  certificateText:
    '李样例，女，汉族，1990年3月7日出生，曾用名“李例”，于2008年6月12日变更姓名，两者系同一人。',
  issuingUnitName: '广东省广州市公安局天河区分局测试派出所',
  issuedOn: parsePlainDate('2026-03-05'),
  certificateNo: '44010653000020260305000019' as CertificateNo,
};

/** The real browser and fonts of this machine. */
export async function openPrinter(): Promise<{ chromium: ChromiumInstallation; fonts: FontPack }> {
  return {
    chromium: await findChromium({ cacheDir, log }),
    fonts: await openFontPack({ packDir: fontPackDir, cacheDir }),
  };
}

/** Papers on the real browser; it ends with the test file. */
export async function openDocuments(): Promise<DocumentRenderer> {
  const { chromium, fonts } = await openPrinter();
  const renderer = createPdfRenderer({ chromium, fonts, log });
  afterAll(() => renderer.close());
  return createDocumentRenderer({ renderer, fonts });
}

/** Where a run of text stands on its page, in millimetres from its left and lower edges. */
export interface TextBox {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export interface ReadPdf {
  readonly pages: number;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** All text without white space: where a line breaks is no matter of content. */
  readonly text: string;
  readonly boxes: readonly TextBox[];
  /** Encodings and kinds of the fonts, as they stand in the file. */
  readonly fontKinds: ReadonlySet<string>;
}

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const fontKinds = new Set(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Subtype \/(Type3|CIDFontType\w+)/g),
  );
  // pdf.js takes the bytes away from their owner.
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await loading.promise;
  try {
    const boxes: TextBox[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const content = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
      boxes.push(...content.items.map((item) => boxOf(item as TextItem, number)));
    }
    const [, , width, height] = (await document.getPage(1)).view;
    return {
      pages: document.numPages,
      size: [width ?? 0, height ?? 0],
      text: boxes
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s/g, ''),
      boxes,
      fontKinds,
    };
  } finally {
    await loading.destroy();
  }
}

function boxOf({ str, transform, width, height }: TextItem, page: number): TextBox {
  const [, , , , x, y] = transform as [number, number, number, number, number, number];
  const mm = (points: number) => (points / 72) * 25.4;
  return {
    page,
    text: str,
    left: mm(x),
    right: mm(x + width),
    baseline: mm(y),
    size: height,
  };
}
