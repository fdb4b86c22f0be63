import { colourTitles, verificationLadder } from '../escalation/ladder.ts';
import { localDateOf } from '../time/plain-date.ts';
import { effectTitles } from './effect.ts';
import type { CaseEvent, CaseEventType } from './event.ts';
import { answerResultTitles } from './status.ts';

type SentenceOf = { [Type in CaseEventType]: (event: Extract<CaseEvent, { type: Type }>) => string };

const sentenceOf = {
  case_accepted: () => '受理地派出所受理申请',
  transmission_requested: () => '受理地派出所发起信息流转',
  dossier_delivered: ({ deadline }) =>
    `申请材料送达户籍地派出所，应于${localDateOf(deadline.dueAt)}${deadline.provisional ? '（暂定）' : ''}前反馈`,
  dossier_received: () => '户籍地派出所签收',
  answer_recorded: ({ result, timeliness }) =>
    `户籍地派出所反馈：${answerResultTitles[result]}${timeliness === 'late' ? '（逾期）' : ''}`,
  issue_requested: () => '受理地派出所出具证明',
  certificate_issued: ({ certificateNo }) => `证明已生成，编号${certificateNo}`,
  applicant_notified: () => '已通知申请人领取证明',
  applicant_referred: () => '已告知申请人前往户籍地派出所申请办理',
  certificate_collected: () => '申请人领取证明',
  case_refused: () => '受理地派出所不予出具证明',
  case_withdrawn: () => '申请人撤回申请',
  rung_fired: ({ rung, colour }) => `${colourTitles[colour]}提醒：${verificationLadder[rung].title}`,
  effect_failed: ({ effect, failure }) => `${effectTitles[effect.type]}受阻：${failure.message}`,
  effect_retried: ({ effect }) => `重新尝试${effectTitles[effect.type]}`,
} as const satisfies SentenceOf;

/** One Chinese sentence for what happened, without personal data. */
export function describeEvent(event: CaseEvent): string {
  const of: (event: never) => string = sentenceOf[event.type];
  return of(event as never);
}
