import type { Holder } from '../case/holder.ts';
import type { CaseState } from '../case/state.ts';
import { isFiled } from '../case/state.ts';

/** What the page for applicants is made from; it learns nothing else of a case. */
export type InquiredCase = Pick<
  CaseState,
  | 'status'
  | 'outcome'
  | 'acceptingStation'
  | 'homeStation'
  | 'acceptedAt'
  | 'closedAt'
  | 'collectedAt'
  | 'completion'
  | 'filing'
  | 'custody'
  | 'clocks'
  | 'clockStarts'
  | 'unstartedClocks'
> & { readonly certificates: readonly Pick<CaseState['certificates'][number], 'life'>[] };

/** Where an applicant has to go, if anywhere. */
type Office = 'accepting_station' | 'home_station';

interface Situation {
  /** How things stand, to the applicant. */
  readonly sentence: string;
  /** What he does next. */
  readonly next: string;
  /** What he brings along. */
  readonly bring: readonly string[];
  /** Which station he visits or calls. */
  readonly office: Office;
}

const identityDocument = '本人居民身份证或者其他有效身份证件原件';
const receipt = '受理回执';

/**
 * How a case stands for its applicant, who need not know our statuses. What only the station may tell him, such as a negative
 * answer before it has [§3], and what an officer wrote to him in his own words, is in none of them.
 */
export const situations = {
  being_forwarded: {
    sentence: '您的申请已受理，受理地派出所正在将申请材料转至户籍地派出所。',
    next: '您暂时不用做什么，请等候。',
    bring: [],
    office: 'accepting_station',
  },
  to_be_completed: {
    sentence: '您的申请已受理，还有材料需要补正。',
    next: '请按照受理地派出所交给您的《一次性补正告知书》所列各项补正；告知书不在手边的，请致电受理地派出所。',
    bring: [identityDocument, '《一次性补正告知书》所列的材料'],
    office: 'accepting_station',
  },
  on_its_way: {
    sentence: '申请材料已发往户籍地派出所，等待对方签收。',
    next: '您暂时不用做什么，请等候。',
    bring: [],
    office: 'accepting_station',
  },
  being_verified: {
    sentence: '户籍地派出所正在查证。',
    next: '您暂时不用做什么，请等候。',
    bring: [],
    office: 'accepting_station',
  },
  answered: {
    sentence:
      '户籍地派出所已经反馈，受理地派出所正在办理：查证一致的出具证明，其他情形将告知您前往户籍地办理。',
    next: '您暂时不用做什么，受理地派出所会通知您结果。',
    bring: [],
    office: 'accepting_station',
  },
  to_be_collected: {
    sentence: '证明已经出具。',
    next: '请到受理地派出所领取证明。',
    bring: [identityDocument, receipt],
    office: 'accepting_station',
  },
  being_reissued: {
    sentence: '原证明已作废或者遗失，受理地派出所正在重新办理。',
    next: '您暂时不用做什么，受理地派出所会通知您领取。',
    bring: [],
    office: 'accepting_station',
  },
  collected: {
    sentence: '证明已经领取。',
    next: '您不用再做什么。对证明内容有疑问的，请与受理地派出所联系。',
    bring: [],
    office: 'accepting_station',
  },
  referred: {
    sentence:
      '这项申请不能在受理地办结：户籍地派出所未能查证一致，或者您要求到户籍地办理。具体原因见《前往户籍地办理告知书》。',
    next: '请到户籍地派出所申请办理。',
    bring: [identityDocument, '《前往户籍地办理告知书》', '与申请事项有关的原始材料（如有）'],
    office: 'home_station',
  },
  refused: {
    sentence: '受理地派出所决定不予出具证明。理由和救济途径见《不予出具告知书》。',
    next: '告知书不在手边的，或者情况发生变化、想重新申请的，请与受理地派出所联系。',
    bring: [],
    office: 'accepting_station',
  },
  withdrawn: {
    sentence: '您已撤回申请，办理已经结束。',
    next: '仍需要证明的，可以重新申请。',
    bring: [],
    office: 'accepting_station',
  },
  uncollected: {
    sentence: '证明在规定的期限内没有领取，办理已经结束。',
    next: '仍需要证明的，请与受理地派出所联系。',
    bring: [identityDocument, receipt],
    office: 'accepting_station',
  },
  terminated: {
    sentence: '这项申请已终止办理。',
    next: '原因请向受理地派出所了解；仍需要证明的，可以重新申请。',
    bring: [],
    office: 'accepting_station',
  },
} as const satisfies Record<string, Situation>;

export type SituationId = keyof typeof situations;

/** Which of the situations a case is in. @throws {Error} when it is closed and says not how. */
export function situationOf(inquired: InquiredCase): SituationId {
  const { status, outcome, completion, certificates } = inquired;
  // One that was voided, or was lost, has given the case back to the accepting station.
  const isBegunAnew = certificates.length > 0 && certificates.every(({ life }) => life !== 'valid');
  switch (status) {
    case 'accepted':
      if (completion?.open === 'open') return 'to_be_completed';
      return isBegunAnew ? 'being_reissued' : 'being_forwarded';
    case 'in_transit':
      if (completion?.open === 'open') return 'to_be_completed';
      return holdsIt(inquired, 'home_station') ? 'on_its_way' : 'being_forwarded';
    case 'verifying':
      return completion?.open === 'open' ? 'to_be_completed' : 'being_verified';
    case 'answered':
      return isBegunAnew ? 'being_reissued' : 'answered';
    case 'issued':
      if (inquired.collectedAt === null) return 'to_be_collected';
      // Collected and open: its filing is on the way, or a paper in the place of a lost one.
      return isFiled(inquired) ? 'being_reissued' : 'collected';
    case 'closed':
      if (outcome === null) throw new Error('a closed case has an outcome');
      return outcome;
  }
}

function holdsIt({ custody }: InquiredCase, holder: Holder): boolean {
  return custody.at(-1)?.holder === holder;
}
