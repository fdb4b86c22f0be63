import type { CaseNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import type { PaperUnit } from './wording.ts';
import { chineseDateTime } from './wording.ts';

/** A paper of the dossier as the cover sheet lists it. */
export interface ListedPaper {
  readonly name: string;
  /** Null where the file cannot be opened. */
  readonly pages: number | null;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What a receipt counts, as it is printed: the number that the home station then enters. */
const receiptCounts = {
  /** Bound, its pages are numbered with those of the papers, and whoever receives them counts it too. */
  bound_pages: {
    checked: '页数',
    label: '实收页数',
    extent: '含本单',
    note: '，实收页数连本单计算，以页脚总页数为准',
  },
  pages: { checked: '页数', label: '实收页数', extent: '', note: '' },
  /** The platform hands over papers, beside the application itself. */
  papers: { checked: '材料份数', label: '实收材料份数', extent: '不含申请表', note: '' },
} as const satisfies Record<string, object>;

export type ReceiptCount = keyof typeof receiptCounts;

/** 流转单: lies on top of every dossier that goes to a home station [§2]. */
export interface CoverSheetView {
  readonly caseNo: CaseNo;
  /** Which transmission of the case it is, from 1. */
  readonly transmissionNo: number;
  readonly channelTitle: string;
  readonly sentAt: Instant;
  readonly acceptingStation: PaperUnit;
  readonly homeStation: PaperUnit;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly matters: readonly string[];
  readonly papers: readonly ListedPaper[];
  readonly receiptCount: ReceiptCount;
  readonly termWorkingDays: number;
}

export function presentCoverSheet({
  caseNo,
  transmissionNo,
  sentAt,
  papers,
  receiptCount,
  termWorkingDays,
  ...same
}: CoverSheetView) {
  return {
    ...same,
    number: caseNo,
    transmissionNo: String(transmissionNo),
    sentAt: chineseDateTime(sentAt),
    termWorkingDays: String(termWorkingDays),
    papers: papers.map(({ name, pages, sha256 }, index) => ({
      ordinal: String(index + 1),
      name: withoutOddCharacters(name),
      pages: pages === null ? '—' : String(pages),
      // Two halves under each other: compared by eye, one line of 64 digits is not.
      sha256: [sha256.slice(0, 32), sha256.slice(32)],
    })),
    paperCount: String(papers.length),
    receiptCount: receiptCounts[receiptCount],
    pageCount: String(papers.reduce((sum, { pages }) => sum + (pages ?? 0), 0)),
  };
}

/**
 * A file's name with whatever a telephone or a scanner put into it besides ordinary characters replaced: it must not
 * keep a dossier from being sent. The paper is known by its digest.
 */
function withoutOddCharacters(name: string): string {
  return name.replace(
    /[^\u0020-\u007e\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]/gu,
    '＿',
  );
}
