import { describe, expect, it } from 'vitest';
import type { PaperId, PaperViews } from '../../domain/papers/papers.ts';
import { paperIds, papers } from '../../domain/papers/papers.ts';
import { openDocuments } from './documents-fixture.ts';
import { extremeSamples } from './extreme-samples.ts';
import { faultsOf } from './page-faults.ts';
import { paperSamples } from './paper-samples.ts';

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
});
