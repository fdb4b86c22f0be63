import type { IdentityDocumentKind } from '../application/application.ts';
import { dueTimeOf } from '../calendar/due-instant.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { localDateOf } from '../time/plain-date.ts';

/** What the number of a paper is called unless the paper says otherwise. */
export const defaultNumberTitle = '申请件编号';

/** What the number is called where there is no case. */
export const rejectionNumberTitle = '告知书编号';

/** A date as papers write it: `2026年3月5日`, Arabic digits without leading zeros (GB/T 15835). */
export function chineseDate(date: PlainDate): string {
  return `${String(Number(date.slice(0, 4)))}年${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8, 10)))}日`;
}

/** A point in time as papers write it, to the minute: `2026年3月5日17:30`. */
export function chineseDateTime(instant: Instant): string {
  return `${chineseDate(localDateOf(instant))}${instant.slice(11, 16)}`;
}

/** The end of a term as papers write it: `2026年3月5日24:00` where its last day runs to midnight. */
export function chineseDueTime(dueAt: Instant): string {
  return `${chineseDate(localDateOf(dueAt))}${dueTimeOf(dueAt)}`;
}

/** The paragraphs of a text: line feeds separate them, empty ones are left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').filter((paragraph) => paragraph !== '');
}

/** One box of a form that may be ticked. */
export interface Choice {
  readonly label: string;
  readonly ticked: boolean;
}

/** All choices of a form in the order of their titles, those that were made ticked. */
export function choicesOf<Key extends string>(
  titles: Readonly<Record<Key, string>>,
  chosen: readonly Key[],
): readonly Choice[] {
  return (Object.keys(titles) as Key[]).map((key) => ({ label: titles[key], ticked: chosen.includes(key) }));
}

export const identityDocumentTitles = {
  resident_identity_card: '居民身份证',
  temporary_identity_card: '临时居民身份证',
  passport: '护照',
} as const satisfies Record<IdentityDocumentKind, string>;

/** A unit with what a reader needs to find and call it. */
export interface PaperUnit {
  readonly name: string;
  readonly address: string | null;
  readonly telephone: string | null;
}
