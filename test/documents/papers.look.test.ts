import { describe, expect, it } from 'vitest';
import type { PaperId, PaperViews } from '../../domain/papers/papers.ts';
import { paperIds, papers } from '../../domain/papers/papers.ts';
import { openDocuments } from './documents-fixture.ts';
import { extremeSamples } from './extreme-samples.ts';
import { faultsOf } from './page-faults.ts';
import { drawPages } from './page-ink.ts';
import { paperSamples, reminder } from './paper-samples.ts';

const documents = await openDocuments();

async function look<Id extends PaperId>(id: Id, view: PaperViews[Id]): Promise<string[]> {
  return faultsOf(id, papers[id].present(view), await documents.render(id, view));
}

describe('a paper as it is printed', () => {
  it.each(paperIds)('%s has no fault that its reader would see', async (id) => {
    expect(await look(id, paperSamples[id])).toEqual([]);
  });

  it.each(paperIds)(
    '%s has none either with everything as long as it may be',
    async (id) => {
      expect(await look(id, extremeSamples[id])).toEqual([]);
    },
    120_000,
  );

  it('the blue supervision order, which demands no reply, has none', async () => {
    expect(await look('supervision_order', reminder)).toEqual([]);
  });

  it.each([
    ['blue', [29, 79, 156]],
    ['yellow', [224, 168, 0]],
    ['red', [179, 38, 30]],
  ] as const)('the supervision order has a %s band on either side', async (colour, [red, green, blue]) => {
    const pdf = await documents.render('supervision_order', { ...reminder, colour });
    const [page] = await drawPages(pdf);
    const shade = `rgb(${red} ${green} ${blue})`;
    expect([27, 183].map((left) => page?.colourAt(left, 32))).toEqual([shade, shade]);
  });
});
