import { postRules } from '../../directory/post.ts';
import type { Gap } from '../../directory/recipients.ts';
import { gapReasonTitles } from '../../directory/recipients.ts';
import type { Notice } from './notice.ts';

/** A post that could not be told is itself reported, to whoever keeps that part of the directory. */
export function reportGaps(gaps: readonly Gap[]): Notice[] {
  return gaps.filter(isReported).map((gap) => ({
    audience: { kind: 'mender', seat: gap, empty: gaps },
    kind: 'directory',
    urgency: 'normal',
    text: `通讯录缺口：${textOf(gap)}`,
  }));
}

function textOf({ unitCode, post, reason }: Gap): string {
  if (reason === 'office_closed') {
    return `${unitCode}暂停办公且无代办派出所，通知已改送上一级，请指定代办派出所。`;
  }
  const lack = `${unitCode}的${postRules[post].title}${gapReasonTitles[reason]}`;
  if (reason === 'unreachable')
    return `${lack}，只能收到站内通知，通知已同时送上一级，请尽快补录，或由系统管理员启用相应渠道。`;
  return postRules[post].naming === 'inbox_serves'
    ? `${lack}，只有站内通知，通知已同时送上一级，请尽快补录或确认。`
    : `${lack}，通知已改送上一级，请尽快补录或确认。`;
}

function isReported({ unitCode, post, reason }: Gap, index: number, gaps: readonly Gap[]): boolean {
  // A shut office is one gap to whoever can mend it, however many posts it has.
  if (reason === 'office_closed') {
    return index === gaps.findIndex((gap) => gap.unitCode === unitCode && gap.reason === reason);
  }
  // A station without a deputy has nobody to miss: who stands in is told instead.
  return post !== 'deputy_liaison_officer' || reason !== 'nobody_named';
}
