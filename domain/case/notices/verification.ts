import { answerResultTitles } from '../status.ts';
import type { PartOfNotices } from './notice.ts';
import { none, toApplicant, toHomeStation, toOfficer, toPost } from './notice.ts';

/** The answer, and what the applicant hears of it. */
export const verificationNotices = {
  answer_proposed: ({ by }, { answer }) => [
    // The second person is another: where the leader proposes, the liaison officer confirms.
    toPost(
      'home_station',
      by.role === 'station_leader' ? 'liaison_officer' : 'station_leader',
      '有一件查证反馈须由第二人复核，请复核后发出。',
    ),
    ...(answer === null ? [] : [toOfficer('户籍地派出所正在更正反馈，待第二人复核，请暂缓出具。')]),
  ],
  answer_recorded: ({ result, replaces }) => [
    toOfficer(`户籍地派出所已${replaces === null ? '' : '更正'}反馈：${answerResultTitles[result]}。`),
  ],
  answer_filed: none,
  applicant_notified: () => [
    toApplicant('certificate_ready', '您申请的户籍事项证明已开具，请携带有效身份证件到受理地派出所领取。'),
  ],
  applicant_referred: ({ cause }, state) => [
    toApplicant(
      'referral',
      cause === 'wish'
        ? '已按您的要求结束异地办理，请前往户籍地派出所申请办理，地址和电话见书面告知书。'
        : '您申请的事项无法异地开具证明，请前往户籍地派出所申请办理，理由、地址和电话见书面告知书。',
    ),
    ...(cause === 'wish' ? toHomeStation(state, '申请人要求自行前往户籍地办理，无需继续查证。') : []),
  ],
} as const satisfies PartOfNotices;
