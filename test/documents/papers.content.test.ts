import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import type { PdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { textsOf } from '../../domain/papers/paper.ts';
import type { PaperId, PaperViews } from '../../domain/papers/papers.ts';
import { paperIds, papers } from '../../domain/papers/papers.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { undertakingClauses } from '../../domain/papers/undertaking.ts';
import { maxUnitNameCharacters } from '../../domain/units/unit-name.ts';
import type { ReadPdf } from './documents-fixture.ts';
import { log, openPrinter, rareCharacters, readPdf } from './documents-fixture.ts';
import { paperSamples } from './paper-samples.ts';

let renderer: PdfRenderer;
let documents: DocumentRenderer;
let lastHtml = '';

beforeAll(async () => {
  const { chromium, fonts } = await openPrinter();
  renderer = createPdfRenderer({ chromium, fonts, log });
  const listening: PdfRenderer = {
    ...renderer,
    render: (html) => {
      lastHtml = html;
      return renderer.render(html);
    },
  };
  documents = createDocumentRenderer({ renderer: listening, fonts });
}, 120_000);
afterAll(() => renderer.close());

/** Names of units as the samples have them. */
const unitNames = /(贵州省|广东省)?(遵义市|广州市)公安局[^“”"，。；（）]*?(派出所|分局(?!.{1,6}派出所))/gu;

const flowingIds = paperIds.filter((id) => papers[id].layout === 'flowing');

function render<Id extends PaperId>(id: Id, change: Partial<PaperViews[Id]> = {}): Promise<Uint8Array> {
  return documents.render(id, { ...paperSamples[id], ...change });
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** The words of a page's HTML, the numbers that the style sheet sets before items among them. */
function wordsOf(html: string): string {
  const numbered = html.replaceAll(/<ol>([^]*?)<\/ol>/g, (_, items: string) => {
    let item = 0;
    return items.replaceAll('<li>', () => `${String((item += 1))}．`);
  });
  const body = numbered.slice(numbered.indexOf('<body'));
  return withoutSpace(
    body
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

/** What the margin of a page says. */
function marginOf(number: string | null, page: number, pages: number, numberTitle = '申请件编号'): string {
  return `${number === null ? '' : `${numberTitle}：${number}`}第${String(page)}页共${String(pages)}页`;
}

function expectOnPage({ boxes }: ReadPdf): void {
  for (const { text, left, right, baseline } of boxes.filter((box) => box.text.trim() !== '')) {
    expect(left, text).toBeGreaterThan(24.5);
    expect(right, text).toBeLessThan(186);
    expect(baseline, text).toBeGreaterThan(5);
    expect(baseline, text).toBeLessThan(297 - 12);
    // What closes a sentence or a bracket never begins a line.
    if (left < 30) expect(text).not.toMatch(/^[）。，；：、]/);
  }
}

/** Letters of all boxes, sorted: margins are drawn in an order of their own. */
function letters(text: string): string {
  return Array.from(text).sort().join('');
}

describe('every paper', () => {
  it.each(paperIds)('%s prints each text of its fields, within the margins of one A4 page', async (id) => {
    const pdf = await readPdf(await render(id));
    const fields = papers[id].present(paperSamples[id] as never);
    for (const text of textsOf({ ...fields, colour: null })) {
      expect(pdf.text).toContain(withoutSpace(text));
    }
    expect(pdf.pages).toBe(1);
    expect(pdf.size.map((points) => Math.round((points / 72) * 25.4))).toEqual([210, 297]);
    expect([...pdf.fontKinds]).toEqual(['/Subtype /CIDFontType2']);
    expectOnPage(pdf);
  });

  it.each(flowingIds)('%s holds the words of its template with its fields, and nothing else', async (id) => {
    const { text } = await readPdf(await render(id));
    const { number = null, numberTitle } = papers[id].present(paperSamples[id] as never) as {
      number?: string | null;
      numberTitle?: string;
    };
    expect(letters(text)).toBe(letters(marginOf(number, 1, 1, numberTitle) + wordsOf(lastHtml)));
  });

  it.each(paperIds.filter((id) => 'applicantName' in paperSamples[id]))(
    '%s prints a rare name as it is',
    async (id) => {
      const { text, fontKinds } = await readPdf(await render(id, { applicantName: rareCharacters }));
      expect(text).toContain(rareCharacters);
      expect([...fontKinds]).toEqual(['/Subtype /CIDFontType2']);
    },
  );

  it.each(paperIds)('%s prints with the longest names that units may have', async (id) => {
    const name = `${'测'.repeat(maxUnitNameCharacters - 3)}派出所`;
    const named = JSON.parse(JSON.stringify(paperSamples[id]).replaceAll(unitNames, name)) as never;
    const pdf = await readPdf(await documents.render(id, named));
    expect(pdf.text).toContain(name);
    expectOnPage(pdf);
  });

  it('the longest names leave room on a certificate of several pages', async () => {
    const name = '测'.repeat(maxUnitNameCharacters);
    const pdf = await render('annex_1', {
      homeStationName: name,
      issuingUnitName: name,
      applicantName: '测'.repeat(50),
      matterText: '亲属关系（与李某为父女，请一并证明）；'.repeat(60),
      certificateText: '李样例，女，汉族，1990年3月7日出生。'.repeat(300),
    });
    expect((await readPdf(pdf)).text).toContain(`出具单位（印章）：${name}`);
  });

  it.each(['refusal_notice', 'rejection_notice'] as const)(
    '%s of many reasons flows over numbered pages, its seal with text above it',
    async (id) => {
      const reasons = Array.from({ length: 40 }, (_, index) => ({
        text: `第${String(index + 1)}项理由：经核实不符合受理条件，请按所列各项办理，必要时到有关部门取得证明后再次申请。`,
        basis: null,
      }));
      const pdf = await readPdf(await render(id, { reasons }));
      expect(pdf.pages).toBeGreaterThan(1);
      for (let page = 1; page <= pdf.pages; page += 1) {
        const onPage = pdf.boxes.filter((box) => box.page === page);
        const text = withoutSpace(onPage.map((box) => box.text).join(''));
        expect(text).toContain(`第${String(page)}页共${String(pdf.pages)}页`);
        const number =
          id === 'refusal_notice' ? '申请件编号：44010699000020260924' : '告知书编号：44010699000020260924';
        expect(text).toContain(number);
      }
      for (const reason of reasons) expect(pdf.text).toContain(reason.text);
      const last = pdf.boxes.filter((box) => box.page === pdf.pages).map((box) => box.text);
      expect(withoutSpace(last.join(''))).toMatch(/地址：.*（印章）/);
      expectOnPage(pdf);
    },
  );
});

describe('a paper says what it must', () => {
  const textOf = async (pdf: Promise<Uint8Array>) => (await readPdf(await pdf)).text;

  it('the application form carries the undertaking in full, the purpose, and only the boxes that were ticked', async () => {
    const text = await textOf(render('application_form'));
    for (const clause of undertakingClauses) expect(text).toContain(clause);
    expect(text).toContain('用途办理入职手续');
    expect(text).toContain('√就业就学√居住');
    expect(text).toContain('√家庭矛盾其他原因');
  });

  it('the application form names a guardian, a statement of another reason, and still fits its page', async () => {
    const { application } = paperSamples.application_form;
    const guardian = {
      name: '李某',
      idNumber: '520302196501010017',
      relation: '母亲',
      proof: '出生医学证明',
    };
    const bookletReason = { kind: 'other', statement: '户主下落不明，无法取得。' } as const;
    const pdf = await readPdf(
      await render('application_form', { application: { ...application, guardian, bookletReason } }),
    );
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain('监护人姓名李某（母亲）');
    expect(pdf.text).toContain('监护关系证明出生医学证明');
    expect(pdf.text).toContain('户主下落不明');
  });

  it('no annex says what the certificate is for', async () => {
    expect(await textOf(render('annex_1'))).not.toContain('用途');
    expect(await textOf(render('annex_2'))).not.toContain('用途');
  });

  it('附件2 has the words of the plan, no note and no station in brackets', async () => {
    const view = paperSamples.annex_2;
    expect(await textOf(render('annex_2', { foot: 'none' }))).toBe(
      [
        '户籍事项证明（“跨省通办”专用）',
        `申请人姓名${view.applicantName}`,
        `申请人公民身份号码${view.idNumber}`,
        '申请证明事项',
        `申请人因家庭矛盾等原因无法取得居民户口簿，申请出具关于以下事项的证明：${view.matterText}`,
        '证明内容',
        '经查询人口信息管理系统，证明申请人以下信息：',
        `申请人姓名：${view.applicantName}申请人公民身份号码：${view.idNumber}`,
        `申请人户籍登记地址：${view.registeredAddress}`,
        `出具单位（印章）：${view.issuingUnitName}签发日期：2026年9月24日`,
      ].join(''),
    );
  });

  it('the receipt explains its due date day by day, and says so when it is provisional or not known', async () => {
    const text = await textOf(render('acceptance_receipt'));
    expect(text).toContain('预计2026年10月9日前');
    expect(text).toContain('2026-09-25（周五）中秋节放假，不计入');
    expect(text).toContain('2026-10-09（周五）第5个工作日');
    const { deadline } = paperSamples.acceptance_receipt;
    const provisional = deadline && { ...deadline, provisional: true };
    expect(await textOf(render('acceptance_receipt', { deadline: provisional }))).toContain(
      '预计2026年10月9日（暂定）前',
    );
    expect(await textOf(render('acceptance_receipt', { deadline: null }))).not.toContain('逐日说明');
  });

  it('the receipt says that the papers go to the home station only where they do', async () => {
    const [atHome, onTheSpot] = await Promise.all(
      (['impossible', 'possible'] as const).map((onTheSpot) =>
        textOf(render('acceptance_receipt', { deadline: null, onTheSpot })),
      ),
    );
    expect(atHome).toContain('查证期限户籍地派出所收到材料后5个工作日内查证并反馈。');
    expect(atHome).not.toContain('当场出具');
    expect(onTheSpot).toContain(
      '办理方式所申请的事项可由本所当场出具证明；未当场出具的，申请材料将转至户籍地派出所查证，户籍地派出所收到材料后5个工作日内查证并反馈，',
    );
    expect(onTheSpot).not.toContain('查证期限');
  });

  it('the receipt says so where a later date stands than the calendar asks for', async () => {
    const calendarDueAt = parseInstant('2026-09-30T17:30:00+08:00');
    const text = await textOf(render('acceptance_receipt', { calendarDueAt }));
    expect(text).toContain('预计2026年10月9日前');
    expect(text).toContain(
      '按调整后的规定应于2026-09-30（周三）17:30前办结；已告知的期限较晚，不予提前，仍按上述期限执行',
    );
    expect(await textOf(render('acceptance_receipt'))).not.toContain('按调整后的规定');
  });

  it('the cover sheet counts its papers and pages', async () => {
    expect(await textOf(render('cover_sheet'))).toContain(
      '共2份3页（不含本单），实收页数连本单计算，以页脚总页数为准。',
    );
    const loose = await textOf(render('cover_sheet', { receiptCount: 'pages' }));
    expect(loose).toContain('共2份3页（不含本单）。请核对页数后签收。');
  });

  it('the cover sheet asks for what a receipt over the platform counts', async () => {
    const text = await textOf(render('cover_sheet', { receiptCount: 'papers' }));
    expect(text).toContain('请核对材料份数后签收。');
    expect(text).toContain('实收材料份数（不含申请表）');
    expect(text).not.toContain('实收页数');
  });

  it('a file name cannot stop a dossier', async () => {
    const [paper] = paperSamples.cover_sheet.papers;
    if (paper === undefined) throw new Error('the sample has papers');
    const papersOfDossier = [{ ...paper, name: '扫描📎件\ue000.pdf' }];
    expect(await textOf(render('cover_sheet', { papers: papersOfDossier }))).toContain('扫描＿件＿.pdf');
  });

  it('lists the application form by its own title, quotation marks and all', async () => {
    const { title } = papers.application_form;
    const listed = [{ name: title, pages: 1, sha256: 'ab'.repeat(32) }];
    expect(await textOf(render('cover_sheet', { papers: listed }))).toContain(title);
  });

  it('the referral shows the booklet block only where the province has it', async () => {
    expect(await textOf(render('referral_notice'))).toContain('仅含首页和本人登记卡的居民户口簿');
    expect(await textOf(render('referral_notice', { bookletAdvice: null }))).not.toContain('户口簿');
  });

  it('the supervision order says its colour in words and names nobody', async () => {
    for (const [colour, title] of [
      ['blue', '蓝色'],
      ['yellow', '黄色'],
      ['red', '红色'],
    ] as const) {
      const text = await textOf(render('supervision_order', { colour, earlier: [] }));
      expect(text).toContain(`【${title}】`);
      expect(text).not.toContain('李样例');
    }
  });
});
