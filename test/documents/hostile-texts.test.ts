import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { UnprintableTextError } from '../../activities/documents/errors.ts';
import type { PaperId, PaperViews } from '../../domain/papers/papers.ts';
import { paperIds, papers } from '../../domain/papers/papers.ts';
import { textsOf } from '../../domain/papers/paper.ts';
import { hostileTexts, printableHostileTexts } from '../fuzz/payloads.ts';
import { log, openPrinter, readPdf } from './documents-fixture.ts';
import { paperSamples } from './paper-samples.ts';

const { chromium, fonts } = await openPrinter();
const renderer = createPdfRenderer({ chromium, fonts, log });
let lastHtml = '';
const documents = createDocumentRenderer({
  fonts,
  renderer: {
    ...renderer,
    render: (html) => {
      lastHtml = html;
      return renderer.render(html);
    },
  },
});

/** Where the texts would lead whoever followed them. */
const calls: string[] = [];
const canary = createServer((request, response) => {
  calls.push(request.url ?? '');
  response.end();
});
canary.on('connection', () => calls.push('a connection')).listen(0, '127.0.0.1');
await once(canary, 'listening');
const { port } = canary.address() as AddressInfo;
const aimed = (text: string) => text.replaceAll('127.0.0.1:9', `127.0.0.1:${String(port)}`);

afterAll(async () => {
  await renderer.close();
  canary.close();
});

/** Each text of a view that somebody wrote in words: what is a number, a date or a choice has none. */
const written = /\p{Script=Han}/u;

function withTexts(view: unknown, text: string): unknown {
  if (typeof view === 'string') return written.test(view) ? text : view;
  if (Array.isArray(view)) return view.map((item) => withTexts(item, text));
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, withTexts(value, text)]));
}

function spoilt<Id extends PaperId>(id: Id, text: string): PaperViews[Id] {
  return withTexts(paperSamples[id], text) as PaperViews[Id];
}

/** What each page says in its margin stands between the halves of a text that goes on over the page. */
const margin = /第\d+页共\d+页(?:(?:申请件|告知书|证明)编号：[0-9A-Z]{26})?/g;
/** So many at once: each makes every text longer, and all of them together would fill pages. */
const groupSize = 3;
const groupsOf = (texts: readonly string[]) =>
  texts.flatMap((_, index) =>
    index % groupSize === 0 ? [texts.slice(index, index + groupSize).join(' ')] : [],
  );
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
/** The page without its words: every element and attribute, and all of its style. */
const bonesOf = (html: string) =>
  html.replaceAll(/(?<=>)[^<]+(?=<(?!\/style))/g, '').replace(/class="size-\d"/, '');
/** How often a text stands somewhere. */
const countOf = (within: string, text: string) => within.split(text).length - 1;

async function printed(id: PaperId, text: string) {
  const view = spoilt(id, text);
  const fields = papers[id].present(view as never);
  const pdf = await readPdf(await documents.render(id, view));
  return { text: pdf.text.replaceAll(margin, ''), fields: textsOf(fields), bones: bonesOf(lastHtml) };
}

describe.each(paperIds)('%s', (id) => {
  it('prints hostile texts as they were written, in every place where somebody writes', async () => {
    const harmless = await printed(id, '测试');
    const places = harmless.fields.filter((field) => field.includes('测试')).length;
    expect(places).toBeGreaterThan(0);
    for (const hostile of groupsOf(printableHostileTexts.map(aimed))) {
      const paper = await printed(id, hostile);
      for (const field of paper.fields.filter((each) => each.includes(hostile))) {
        expect(paper.text).toContain(withoutSpace(field));
      }
      expect(countOf(paper.text, withoutSpace(hostile))).toBeGreaterThanOrEqual(places);
      expect(paper.bones).toBe(harmless.bones);
    }
    expect(calls).toEqual([]);
  });

  it('is not made of texts that would look otherwise than they are', async () => {
    for (const hostile of hostileTexts.filter((text) => !printableHostileTexts.includes(text))) {
      const made = await printed(id, hostile).catch((error: unknown) => error);
      if (made instanceof UnprintableTextError) continue;
      if (made instanceof Error) throw made;
      expect((made as { text: string }).text).toContain(withoutSpace(hostile));
    }
  });
});
