import type { CaseNo } from '../certificate/numbers.ts';
import type { Colour } from '../escalation/rung.ts';
import { colourTitles } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import { localDateOf } from '../time/plain-date.ts';
import { chineseDate, chineseDateTime, chineseDueTime } from './wording.ts';

/** A rung that fired before. */
export interface EarlierRung {
  readonly firedAt: Instant;
  readonly colour: Colour;
  readonly title: string;
}

/** 督办单: what is late, with whom, until when to reply (§6). It carries no personal data: the number leads to the case. */
export interface SupervisionOrderView {
  readonly caseNo: CaseNo;
  readonly colour: Colour;
  readonly rungTitle: string;
  readonly issuingUnitName: string;
  readonly addressedUnitName: string;
  readonly acceptingStationName: string;
  readonly homeStationName: string;
  /** The term that the rung belongs to, as `查证反馈`. */
  readonly clockTitle: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly provisional: 'provisional' | 'official';
  readonly firedAt: Instant;
  /** By when to reply; null for a reminder that wants none. */
  readonly replyDueAt: Instant | null;
  readonly earlier: readonly EarlierRung[];
}

export function presentSupervisionOrder(view: SupervisionOrderView) {
  const { caseNo, colour, startedAt, dueAt, provisional, firedAt, replyDueAt, earlier, ...same } = view;
  return {
    ...same,
    number: caseNo,
    colour,
    colourTitle: colourTitles[colour],
    startedAt: chineseDateTime(startedAt),
    dueAt: `${chineseDueTime(dueAt)}${provisional === 'provisional' ? '（暂定）' : ''}`,
    firedAt: chineseDateTime(firedAt),
    firedOn: chineseDate(localDateOf(firedAt)),
    replyDueAt: replyDueAt === null ? null : chineseDueTime(replyDueAt),
    earlier: earlier.map((rung) => ({
      firedAt: chineseDateTime(rung.firedAt),
      colourTitle: colourTitles[rung.colour],
      title: rung.title,
    })),
  };
}
