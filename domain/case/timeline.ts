import { dueTextsOf } from '../calendar/due-instant.ts';
import { clockRules } from '../clocks/clock.ts';
import type { ClockKey } from '../clocks/clock-id.ts';
import { clockIdOf } from '../clocks/clock-id.ts';
import { postRules } from '../directory/post.ts';
import { colourTitles, rungTitles } from '../escalation/rung.ts';
import { localDateOf } from '../time/plain-date.ts';
import { effectTitles } from './effect.ts';
import type { CommandId } from './command-id.ts';
import type { CaseEvent, CaseEventOf, CaseEventType, RecordedEvent } from './event.ts';
import { answerResultTitles, channelTitles, furtherResultTitles, terminationCauseTitles } from './status.ts';

type SentenceOf = { [Type in CaseEventType]: (event: CaseEventOf<Type>) => string };

const sentenceOf = {
  case_accepted: () => '受理地派出所受理申请',
  completion_requested: () => '一次性告知申请人补正材料',
  materials_completed: () => '申请人补齐材料',
  transmission_requested: ({ effect }) => `受理地派出所发起信息流转（${channelTitles[effect.channel]}）`,
  case_rerouted: ({ homeStation, cause }) =>
    cause === 'assigned' ? `县级指派户籍地派出所${homeStation}` : `改送户籍地派出所${homeStation}`,
  dossier_handed_over: ({ channel, pages, deliveredAt }) => {
    // By the platform go data and papers, not pages.
    const extent = channel !== 'platform' ? `${pages}页` : pages === 0 ? '未附材料' : `附${pages}份材料`;
    return deliveredAt === null
      ? `申请材料已发出（${channelTitles[channel]}，${extent}），待确认收到`
      : `申请材料送达户籍地派出所（${channelTitles[channel]}，${extent}）`;
  },
  dossier_received: ({ n, channel, pagesReceived }) => {
    const which = n === 1 ? '' : `第${n}次送达的材料`;
    const extent = channel === 'platform' ? `${pagesReceived}份材料` : `${pagesReceived}页`;
    return `户籍地派出所签收${which}${pagesReceived === null ? '' : `，收到${extent}`}`;
  },
  receipt_corrected: ({ receivedAt }) => `户籍地派出所更正送达日期为${localDateOf(receivedAt)}`,
  defect_reported: ({ defect }) =>
    defect === 'pages_missing' ? '户籍地派出所反映材料缺页' : '户籍地派出所反映材料不清',
  dossier_returned: ({ reason }) =>
    reason === 'not_our_register' ? '户籍地派出所退回：非本所户籍' : '户籍地派出所退回',
  answer_proposed: ({ result }) => `户籍地派出所拟反馈：${answerResultTitles[result]}，待第二人复核`,
  answer_recorded: (answer) =>
    `户籍地派出所${answer.replaces === null ? '' : '更正'}反馈：${answerResultTitles[answer.result]}${latenessText(answer)}`,
  further_verification_requested: ({ station }) => `户籍地派出所请${station}协助查证`,
  further_verification_cancelled: () => '户籍地派出所撤销协助查证的请求',
  further_verification_answered: ({ by, result }) =>
    `${by.unitCode}协助查证反馈：${furtherResultTitles[result]}`,
  answer_filed: () => '办结后收到户籍地派出所反馈，存档备查',
  issue_requested: () => '受理地派出所出具证明',
  certificate_issued: ({ certificateNo, supersedes, differsFrom }) => {
    const corrected = differsFrom === 'answer' ? '，证明内容与反馈不一致' : '';
    return supersedes === null
      ? `证明已生成，编号${certificateNo}${corrected}`
      : `证明已重新生成，编号${certificateNo}，取代${supersedes}${corrected}`;
  },
  certificate_voided: ({ certificateNo }) => `证明${certificateNo}作废`,
  certificate_reprinted: ({ certificateNo }) => `证明${certificateNo}重新打印`,
  filing_requested: () => '受理地派出所发送备案函',
  filing_sent: () => '备案函已发送户籍地派出所',
  filing_acknowledged: () => '户籍地派出所确认备案',
  applicant_notified: () => '已通知申请人领取证明',
  applicant_referred: ({ cause }) =>
    cause === 'wish'
      ? '应申请人要求，已告知前往户籍地派出所申请办理'
      : '已告知申请人前往户籍地派出所申请办理',
  certificate_collected: () => '申请人领取证明',
  case_lapsed: () => '证明逾期未领取，予以存档',
  case_refused: () => '受理地派出所不予出具证明',
  case_withdrawn: () => '申请人撤回申请',
  case_paused: () => '管理员暂停办理',
  case_resumed: () => '管理员恢复办理',
  case_terminated: ({ cause }) => `管理员终止办理：${terminationCauseTitles[cause]}`,
  case_reopened: () => '管理员将已办结的申请件恢复办理',
  call_logged: ({ outcome }) => (outcome === 'answered' ? '电话联系，已接通' : '电话联系，无人接听'),
  escalation_replied: () => '督办已回告',
  complaint_made: ({ n, by, about, addressee }) =>
    `${by.unitCode}投诉${about}对本件的办理（投诉${String(n)}），由${postRules[addressee.post].title}答复`,
  complaint_answered: ({ n }) => `投诉${String(n)}已答复`,
  policy_migrated: () => '按新的政策设置重新计算',
  clock_started: ({ clock, deadline }) =>
    `${clockRules[clock].title}期限起算，应于${localDateOf(deadline.dueAt)}${isProvisional(deadline) ? '（暂定）' : ''}前办结`,
  clock_not_started: ({ clock, previously }) =>
    previously.kind === 'running'
      ? `${clockRules[clock].title}期限原定${localDateOf(previously.dueAt)}，待工作日历发布后重新确定`
      : `${clockRules[clock].title}期限待工作日历发布后起算`,
  clock_moved: ({ clockKey, previousDueAt, calendarDueAt, deadline, notice }) => {
    const basis = notice === null ? '' : `，依据：${notice.title}`;
    const [before, calendar, standing] = dueTextsOf([previousDueAt, calendarDueAt, deadline.dueAt]);
    if (standing === before && calendar === before) {
      return `${titleOf(clockKey)}期限${standing}${isProvisional(deadline) ? '仍为暂定' : '已确定'}${basis}`;
    }
    return standing === before && calendar !== before
      ? `${titleOf(clockKey)}期限按新规定应为${calendar}，仍按${standing}执行${basis}`
      : `${titleOf(clockKey)}期限由${before}改为${standing}${basis}`;
  },
  calendar_revised: () => '工作日历已更新',
  rung_fired: ({ rung, colour }) => `${colourTitles[colour]}督办：${rungTitles[rung]}`,
  effect_failed: ({ effect, failure }) => `${effectTitles[effect.type]}受阻：${failure.message}`,
  effect_retried: ({ effect }) => `重新尝试${effectTitles[effect.type]}`,
  effect_retry_ordered: ({ effect }) => `管理员安排立即重试${effectTitles[effect.type]}`,
  effect_substituted: ({ effect, doneAt }) =>
    `管理员登记${effectTitles[effect.type]}已于${localDateOf(doneAt)}人工办理`,
} as const satisfies SentenceOf;

/** 「（逾期3个工作日）」; nothing for what was in time. */
function latenessText({
  timeliness,
  workingDaysLate,
}: Pick<CaseEventOf<'answer_recorded'>, 'timeliness' | 'workingDaysLate'>): string {
  if (timeliness === 'in_time') return '';
  if (workingDaysLate == null) return '（逾期）';
  return workingDaysLate === 0 ? '（逾期不足1个工作日）' : `（逾期${String(workingDaysLate)}个工作日）`;
}

function isProvisional(deadline: CaseEventOf<'clock_started'>['deadline']): boolean {
  return 'provisional' in deadline && deadline.provisional;
}

function titleOf(key: ClockKey): string {
  return clockRules[clockIdOf(key)].title;
}

/** One Chinese sentence for what happened, without personal data. */
export function describeEvent(event: CaseEvent): string {
  const of: (event: never) => string = sentenceOf[event.type];
  return of(event as never);
}

/**
 * The command under whose id the words of an event stand, null where nobody said anything: an answer that a second person
 * confirmed stands under the first one's. What follows from an act in the same step says nothing of its own.
 */
export function wordsIdOf(recorded: RecordedEvent, events: readonly RecordedEvent[]): CommandId | null {
  const { event, stepKey, seq } = recorded;
  if (!('by' in event)) return null;
  if ('answerId' in event) return event.answerId;
  const isFirst = !events.some(
    (other) => other.stepKey === stepKey && other.seq < seq && 'by' in other.event,
  );
  return isFirst ? (stepKey as CommandId) : null;
}
