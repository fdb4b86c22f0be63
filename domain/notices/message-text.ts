import type { CaseNo } from '../certificate/numbers.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { NoticeKind, NoticeUrgency } from './kind.ts';
import { noticeKindTitles } from './kind.ts';

/** A notice as it stands in a message. */
export interface MessageNotice {
  readonly id: number;
  readonly caseNo: CaseNo | null;
  readonly unitCode: UnitCode | null;
  readonly role: Role | null;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  readonly text: string;
  readonly createdAt: Instant;
}

const product = '跨省通办';

/** One line that says what a message is about. */
export function subjectLineOf(notices: readonly MessageNotice[]): string {
  const urgent = notices.some(({ urgency }) => urgency === 'urgent') ? '【紧急】' : '';
  const [only, ...others] = notices;
  if (only === undefined || others.length > 0) return `${urgent}【${product}】${notices.length}条通知`;
  return `${urgent}【${product}】${noticeKindTitles[only.kind]}${only.caseNo === null ? '' : ` ${only.caseNo}`}`;
}

/**
 * The notices in words, urgent ones first, then oldest first. What is over `maxNotices` is counted: the inbox in the
 * system holds all of them.
 */
export function messageTextOf(notices: readonly MessageNotice[], maxNotices: number): string {
  const sorted = notices.toSorted((one, other) => rankOf(one) - rankOf(other) || one.id - other.id);
  const lines = sorted.slice(0, maxNotices).map(lineOf);
  const left = notices.length - lines.length;
  return [...lines, ...(left > 0 ? [`另有${left}条通知，请登录系统查看。`] : [])].join('\n');
}

function rankOf({ urgency }: MessageNotice): number {
  return urgency === 'urgent' ? 0 : 1;
}

function lineOf({ caseNo, text, createdAt }: MessageNotice): string {
  const when = createdAt.slice(5, 16).replace('T', ' ');
  return `${when}${caseNo === null ? '' : ` ${caseNo}`} ${text}`;
}
