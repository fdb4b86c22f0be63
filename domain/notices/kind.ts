/** What notices are about: subject lines, templates for short messages and webhook subscriptions go by it. */
export const noticeKindTitles = {
  case: '申请件办理',
  acceptance: '申请已受理',
  due_date: '办理期限',
  certificate_ready: '证明可领取',
  referral: '前往户籍地办理',
  collection_reminder: '领取提醒',
  incident: '办理受阻',
  escalation: '督办',
  directory: '通讯录',
  calendar: '工作日历',
  digest: '每日汇总',
  delivery_failure: '通知未送达',
} as const satisfies Record<string, string>;

export type NoticeKind = keyof typeof noticeKindTitles;

export const noticeKinds = Object.keys(noticeKindTitles) as readonly NoticeKind[];

/** Urgent ones, the red rungs, wait neither for anybody's hours nor behind other notices (§6). */
export const noticeUrgencies = ['normal', 'urgent'] as const;

export type NoticeUrgency = (typeof noticeUrgencies)[number];
