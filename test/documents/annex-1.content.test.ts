import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { TextTooLongError, UnprintableTextError } from '../../activities/documents/errors.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { PdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { Annex1View } from '../../domain/papers/annexes.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { paperSamples } from './paper-samples.ts';
import { annex1View, log, openPrinter, rareCharacters, readPdf } from './documents-fixture.ts';

let renderer: PdfRenderer;
let renderAnnex1: (view: Annex1View) => Promise<Uint8Array>;
let fonts: FontPack;

const charactersOfAPage = 300;

beforeAll(async () => {
  const printer = await openPrinter();
  const { chromium } = printer;
  fonts = printer.fonts;
  renderer = createPdfRenderer({ chromium, fonts, log });
  const documents = createDocumentRenderer({ renderer, fonts });
  renderAnnex1 = (view) => documents.render('annex_1', view);
}, 120_000);
afterAll(() => renderer.close());

/** 附件1 of the plan, word for word, with the fields of the view in their places. */
function wordsOfThePlan(view: typeof annex1View, date: string): string {
  return [
    '户籍事项证明（“跨省通办”专用）',
    `申请人姓名${view.applicantName}`,
    `申请人公民身份号码${view.idNumber}`,
    '申请证明事项',
    `申请人因家庭矛盾等原因无法取得居民户口簿，申请出具关于以下事项的证明：${view.matterText}`,
    '证明内容',
    `经申请人户籍所在地公安机关（${view.homeStationName}）调查核实：${view.certificateText}`,
    `出具单位（印章）：${view.issuingUnitName}签发日期：${date}`,
    '注：此证明仅证明户籍登记情况，如有疑问，由申请人户籍所在地公安机关对出具内容进行解释。',
  ].join('');
}

/** The certificate text as the form and its continuation pages hold it, without what each page repeats. */
function splitAtForm(text: string): { head: string; rest: string } {
  const head = /调查核实：(.*?)出具单位/.exec(text)?.[1] ?? '';
  const continued = text.slice(text.indexOf('证明内容（续）') + '证明内容（续）'.length);
  const name = `申请人姓名${annex1View.applicantName}申请人公民身份号码${annex1View.idNumber}`;
  const repeated = new RegExp(`第\\d+页共\\d+页证明编号：${annex1View.certificateNo}|${name}`, 'g');
  const rest = (continued.split('出具单位')[0] ?? '').replaceAll(repeated, '');
  return { head, rest };
}

describe('附件1', () => {
  it('holds the words of the plan in their order, and nothing else, on one A4 page', async () => {
    const { pages, size, text, fontKinds } = await readPdf(
      await renderAnnex1({ ...annex1View, foot: 'none' }),
    );
    expect(text).toBe(wordsOfThePlan(annex1View, '2026年3月5日'));
    expect(pages).toBe(1);
    expect(size.map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 297]);
    expect([...fontKinds]).toEqual(['/Subtype /CIDFontType2']);
  });

  it('adds its number and a QR code below the table, each only if wanted', async () => {
    const words = wordsOfThePlan(annex1View, '2026年3月5日');
    const number = `证明编号：${annex1View.certificateNo}`;
    const withNumber = await renderAnnex1({ ...annex1View, foot: 'number' });
    const withQrCode = await renderAnnex1(annex1View);
    expect((await readPdf(withNumber)).text).toBe(words + number);
    expect((await readPdf(withQrCode)).text).toBe(words + number);
    expect(withQrCode.byteLength).toBeGreaterThan(withNumber.byteLength + 500);
  });

  it('adds by what it can be checked, without a word about a QR code that it has not', async () => {
    const { check } = paperSamples.annex_1;
    const view = { ...annex1View, ...(check === undefined ? {} : { check }) };
    const words = wordsOfThePlan(annex1View, '2026年3月5日');
    const marks = `证明编号：${annex1View.certificateNo}校验码：7777-7777`;
    const address = '登录https://tongban.example/verify可核验真伪';
    expect((await readPdf(await renderAnnex1(view))).text).toBe(`${words}${marks}扫描二维码，或者${address}`);
    const withNumber = await readPdf(await renderAnnex1({ ...view, foot: 'number' }));
    expect(withNumber.text).toBe(words + marks + address);
    expect((await readPdf(await renderAnnex1({ ...view, foot: 'none' }))).text).toBe(words);
  });

  it('prints the characters of rare names as they are', async () => {
    const view = { ...annex1View, foot: 'none', applicantName: rareCharacters } as const;
    const { text, fontKinds } = await readPdf(await renderAnnex1(view));
    expect(text).toBe(wordsOfThePlan(view, '2026年3月5日'));
    expect([...fontKinds]).toEqual(['/Subtype /CIDFontType2']);
  });

  // Neighbours are one run for Chromium's table of what its glyphs mean, and such a run may not cross every border.
  it('reads back neighbours on both sides of every border of 256 characters', async () => {
    const printable = Array.from({ length: 0x32400 >> 8 }, (_, row) => row << 8)
      .filter((border) => border >= 0x3400 && (border < 0xa000 || border >= 0x20000))
      .flatMap((border) => [border - 1, border, border + 1])
      .map((codePoint) => String.fromCodePoint(codePoint))
      .filter((character) => fonts.missingCodePoints(character).length === 0);
    expect(printable.length).toBeGreaterThan(1000);
    for (let from = 0; from < printable.length; from += charactersOfAPage) {
      const certificateText = printable.slice(from, from + charactersOfAPage).join('');
      const view = { ...annex1View, foot: 'none', certificateText } as const;
      expect((await readPdf(await renderAnnex1(view))).text).toBe(wordsOfThePlan(view, '2026年3月5日'));
    }
  });

  it('keeps compatibility ideographs and radicals apart from the characters that look like them', async () => {
    const applicantName = '\uf9dc\u9686\u{2f800}\u4e3d\uf900\u8c48\u2f00\u4e00\ufa19\u795e\u2ee3\uf967\u4e0d';
    const view = { ...annex1View, foot: 'none', applicantName } as const;
    expect((await readPdf(await renderAnnex1(view))).text).toBe(wordsOfThePlan(view, '2026年3月5日'));
  });

  it('shows markup and template syntax as the text that it is', async () => {
    const attack = `<img/src=x>&amp;{{applicantName}}{{{idNumber}}}"'\`=</td></style><script>1</script>`;
    const view = { ...annex1View, foot: 'none', applicantName: attack, certificateText: attack } as const;
    expect((await readPdf(await renderAnnex1(view))).text).toBe(wordsOfThePlan(view, '2026年3月5日'));
  });

  it('sets a long text smaller and keeps it on one page', async () => {
    const certificateText = Array.from({ length: 7 }, () => annex1View.certificateText.repeat(2)).join('\n');
    const { pages, text } = await readPdf(
      await renderAnnex1({ ...annex1View, foot: 'none', certificateText }),
    );
    expect(pages).toBe(1);
    expect(text).toBe(
      wordsOfThePlan(
        { ...annex1View, certificateText: certificateText.replaceAll('\n', '') },
        '2026年3月5日',
      ),
    );
  });

  it.each([1800, 2000, 3000, 4500, 6000])(
    'goes on to numbered pages with a text of %i characters, and loses none of it',
    async (length) => {
      const certificateText = Array.from({ length }, (_, index) =>
        index % 40 === 39 ? '。' : String.fromCodePoint(0x4e00 + index),
      ).join('');
      const { pages, text, boxes } = await readPdf(await renderAnnex1({ ...annex1View, certificateText }));
      expect(pages).toBeGreaterThan(1);
      const { head, rest } = splitAtForm(text);
      expect(head + rest).toBe(certificateText);
      expect(head.at(-1)).toBe('。');
      for (let page = 1; page <= pages; page += 1) {
        const onPage = boxes.filter((box) => box.page === page).map((box) => box.text);
        const words = onPage.join('').replaceAll(/\s/g, '');
        expect(words).toContain(`第${String(page)}页共${String(pages)}页`);
        expect(words).toContain(`申请人公民身份号码${annex1View.idNumber}`);
        expect(words).toContain(`证明编号：${annex1View.certificateNo}`);
      }
      for (const { left, right, baseline } of boxes.filter((box) => box.text.trim() !== '')) {
        expect([left > 24, right < 186, baseline > 5, baseline < 285]).toEqual([true, true, true, true]);
      }
    },
  );

  it('keeps a long matter from crowding out its certificate', async () => {
    const matterText = '亲属关系（与李某为父女，请一并证明）；'.repeat(60);
    const { pages, text } = await readPdf(await renderAnnex1({ ...annex1View, matterText }));
    expect(pages).toBe(2);
    expect(text).toContain('申请证明事项（续）');
    expect(text).toContain(`调查核实：${annex1View.certificateText}出具单位`);
    expect(text.match(/亲属关系（与李某为父女，请一并证明）；/g)).toHaveLength(60);
  });

  it('refuses a form that overflows without its long texts', async () => {
    const applicantName = annex1View.applicantName.repeat(600);
    await expect(renderAnnex1({ ...annex1View, applicantName })).rejects.toThrow(TextTooLongError);
  });

  it('names every character that cannot be printed, and never the text around it', async () => {
    const view = {
      ...annex1View,
      applicantName: '李\ue123例',
      certificateText: '葛\u{e0100}某\u{323b0}\ud840',
    };
    const error = await renderAnnex1(view).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnprintableTextError);
    expect((error as UnprintableTextError).codePoints).toEqual([
      { codePoint: 'U+E123', reason: 'private_use' },
      { codePoint: 'U+E0100', reason: 'variation_selector' },
      { codePoint: 'U+D840', reason: 'lone_surrogate' },
      { codePoint: 'U+323B0', reason: 'no_glyph' },
    ]);
    expect((error as UnprintableTextError).message).not.toMatch(/[李例葛某]/u);
  });
});
