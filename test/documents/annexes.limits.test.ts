import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PaperViews } from '../../domain/papers/papers.ts';
import { papers } from '../../domain/papers/papers.ts';
import type { ReadPdf } from './documents-fixture.ts';
import { openDocuments, readPdf } from './documents-fixture.ts';
import { longText } from './extreme-samples.ts';
import { faultsOf } from './page-faults.ts';
import { paperSamples } from './paper-samples.ts';

const documents = await openDocuments();

/** The free text of each annex: the home station's on 附件1, what was asked for on 附件2. */
const freeText = {
  annex_1: (certificateText: string) => ({ ...paperSamples.annex_1, certificateText }),
  annex_2: (matterText: string) => ({ ...paperSamples.annex_2, matterText }),
} as const satisfies { readonly [Id in AnnexId]: (text: string) => PaperViews[Id] };

type AnnexId = 'annex_1' | 'annex_2';

const annexIds = ['annex_1', 'annex_2'] as const;

async function print(id: AnnexId, text: string): Promise<Uint8Array> {
  return id === 'annex_1'
    ? documents.render(id, freeText.annex_1(text))
    : documents.render(id, freeText.annex_2(text));
}

/** Characters that stand nowhere else on an annex. */
const units = ['甲', '乙', '丙', '丁', '𬭎', '䶮', '𮯰', '㛃', '。', '，'];

/** Those characters of a text that only the free text can have brought to its pages, in their order. */
function freeTextOf({ text }: ReadPdf): string {
  return Array.from(text)
    .filter((character) => units.slice(0, 8).includes(character))
    .join('');
}

function lettersOf(text: string): string {
  return freeTextOf({ text } as ReadPdf);
}

/** The size in points in which the free text is set on a page. */
function sizeOn({ boxes }: ReadPdf, page: number): number {
  return Math.min(
    ...boxes.filter((box) => box.page === page && /[甲乙丙丁]/.test(box.text)).map(({ size }) => size),
  );
}

/** The longest text that an annex holds on one page. */
async function longestOnOnePage(id: AnnexId): Promise<number> {
  let [fits, tooLong] = [300, 2500];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if ((await readPdf(await print(id, longText('甲乙丙丁', middle)))).pages === 1) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

describe.each(annexIds)('the text of %s', (id) => {
  it('is set smaller down to 9 pt, and with one character more goes on overleaf in 10.5 pt', async () => {
    const most = await longestOnOnePage(id);
    const full = await readPdf(await print(id, longText('甲乙丙丁', most)));
    expect([full.pages, sizeOn(full, 1)]).toEqual([1, expect.closeTo(9, 1)]);

    const text = longText('甲乙丙丁', most + 1);
    const pdf = await print(id, text);
    const more = await readPdf(pdf);
    expect(more.pages).toBe(2);
    expect([sizeOn(more, 1), sizeOn(more, 2)]).toEqual([expect.closeTo(10.5, 1), expect.closeTo(10.5, 1)]);
    expect(freeTextOf(more)).toBe(text);
    expect(more.text).toContain('（内容接第2页）');
    expect(more.text).toContain('第2页共2页');
    expect(await faultsOf(id, papers[id].present(freeText[id](text) as never), pdf)).toEqual([]);
  });

  it('is printed once to its last character, however long and in whatever paragraphs', async () => {
    const paragraph = fc
      .array(fc.constantFrom(...units), { minLength: 1, maxLength: 900 })
      .map((characters) => characters.join(''));
    const texts = fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((all) => all.join('\n'));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const pdf = await readPdf(await print(id, text));
        expect(freeTextOf(pdf)).toBe(lettersOf(text));
        for (const { left, right, baseline } of pdf.boxes) {
          expect([left > 24, right < 187, baseline > 8, baseline < 285]).toEqual([true, true, true, true]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('goes overleaf line by line too, when it is made of many short paragraphs', async () => {
    const text = Array.from({ length: 250 }, (_, index) => units[index % 4]).join('\n');
    expect(freeTextOf(await readPdf(await print(id, text)))).toBe(lettersOf(text));
  });
});
