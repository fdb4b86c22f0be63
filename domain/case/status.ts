/** Where a case stands on its path (`domain.md` §4). */
export const caseStatuses = ['accepted', 'in_transit', 'verifying', 'answered', 'issued', 'closed'] as const;

export type CaseStatus = (typeof caseStatuses)[number];

/** How a closed case ended. */
export const caseOutcomes = ['collected', 'referred', 'refused', 'withdrawn', 'uncollected'] as const;

export type CaseOutcome = (typeof caseOutcomes)[number];

export const statusTitles = {
  accepted: '已受理',
  in_transit: '流转中',
  verifying: '查证中',
  answered: '已反馈',
  issued: '已出具',
  closed: '已办结',
} as const satisfies Record<CaseStatus, string>;

export const outcomeTitles = {
  collected: '已领取',
  referred: '已告知前往户籍地办理',
  refused: '不予出具',
  withdrawn: '申请人撤回',
  uncollected: '逾期未领取',
} as const satisfies Record<CaseOutcome, string>;

/** What the home station found out [§3]. Only a consistent answer leads to a certificate. */
export const answerResults = ['consistent', 'inconsistent', 'identity_not_verifiable'] as const;

export type AnswerResult = (typeof answerResults)[number];

export const answerResultTitles = {
  consistent: '查证一致',
  inconsistent: '查证信息不一致',
  identity_not_verifiable: '身份无法查证',
} as const satisfies Record<AnswerResult, string>;
