/** Where a case stands on its path (`domain.md` §4). */
export const caseStatuses = ['accepted', 'in_transit', 'verifying', 'answered', 'issued', 'closed'] as const;

export type CaseStatus = (typeof caseStatuses)[number];

/** In which the home station has still to answer. */
export const unansweredStatuses = [
  'accepted',
  'in_transit',
  'verifying',
] as const satisfies readonly CaseStatus[];

/** How a closed case ended. */
export const caseOutcomes = [
  'collected',
  'referred',
  'refused',
  'withdrawn',
  'uncollected',
  'terminated',
] as const;

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
  terminated: '终止办理',
} as const satisfies Record<CaseOutcome, string>;

/** Why an administrator ends a case that nobody at its stations can end. */
export const terminationCauseTitles = {
  duplicate: '重复受理',
  accepted_in_error: '误受理',
  cannot_go_on: '系统故障，无法继续办理',
  other: '其他原因',
} as const satisfies Record<string, string>;

export type TerminationCause = keyof typeof terminationCauseTitles;

/** What the home station found out [§3]. A certificate is issued for what it confirmed, never for the rest. */
export const answerResults = [
  'consistent',
  'partly_consistent',
  'inconsistent',
  'identity_not_verifiable',
] as const;

export type AnswerResult = (typeof answerResults)[number];

export const answerResultTitles = {
  consistent: '查证一致',
  partly_consistent: '部分事项查证一致',
  inconsistent: '查证信息不一致',
  identity_not_verifiable: '身份无法查证',
} as const satisfies Record<AnswerResult, string>;

/** What the register of a further station says of what it was asked. */
export const furtherResultTitles = {
  consistent: '查证一致',
  inconsistent: '查证信息不一致',
  no_record: '无登记',
  not_our_register: '不是本所户籍',
} as const satisfies Record<string, string>;

export type FurtherResult = keyof typeof furtherResultTitles;

export const furtherResults = Object.keys(furtherResultTitles) as FurtherResult[];

/** 备案: what became of the report to the home station after an Annex 2 [§5]. It stands beside the status. */
export const filingStatuses = ['none', 'due', 'sent', 'acknowledged'] as const;

export type FilingStatus = (typeof filingStatuses)[number];

export const filingTitles = {
  none: '无需备案',
  due: '待备案',
  sent: '已发备案函',
  acknowledged: '备案已确认',
} as const satisfies Record<FilingStatus, string>;

/** The life of a certificate, which goes on after its case has closed. */
export const certificateLives = ['valid', 'voided', 'superseded'] as const;

export type CertificateLife = (typeof certificateLives)[number];

export const certificateLifeTitles = {
  valid: '有效',
  voided: '已作废',
  superseded: '已被新证明取代',
} as const satisfies Record<CertificateLife, string>;

export const certificateKinds = ['annex_1', 'annex_2'] as const;

export type CertificateKind = (typeof certificateKinds)[number];

/** Ways of handing a dossier over. */
export const channels = ['platform', 'fax', 'manual'] as const;

export type Channel = (typeof channels)[number];

export const channelTitles = {
  platform: '平台流转',
  fax: '传真',
  manual: '人工送达',
} as const satisfies Record<Channel, string>;

/** To whom at the home station a transmission is addressed: the next one when the last did not answer. */
export const addressees = ['liaison_officer', 'deputy_liaison_officer', 'duty_telephone'] as const;

export type Addressee = (typeof addressees)[number];
