import type { ClockKey } from '../clocks/clock-id.ts';
import type { Post } from '../directory/post.ts';
import type { Instant } from '../time/instant.ts';

/** 蓝、黄、红: how grave a rung is. */
export const colours = ['blue', 'yellow', 'red'] as const;

export type Colour = (typeof colours)[number];

export const colourTitles = { blue: '蓝色', yellow: '黄色', red: '红色' } as const satisfies Record<
  Colour,
  string
>;

/** One step of the ladder of a clock; R1 to R6 are those of the 5 working days (`domain.md` §6). */
export const rungTitles = {
  R1: '送达满1个工作日尚未签收',
  R2: '查证期限临近（第4个工作日）',
  R3: '今日为查证期限最后一个工作日',
  R4: '查证已逾期',
  R5: '查证逾期满2个工作日',
  R6: '查证逾期满5个工作日',
  transmission_overdue: '受理后1个工作日内尚未流转',
  transmission_long_overdue: '流转逾期满2个工作日',
  receipt_missing: '送达后1个工作日内未收到签收确认',
  receipt_long_missing: '未收到签收确认又满2个工作日',
  further_verification_reminder: '协助查证期限临近（第2个工作日）',
  further_verification_overdue: '协助查证已逾期',
  assignment_overdue: '县级尚未指派户籍地派出所',
  issue_overdue: '反馈后2个工作日内尚未出具并通知申请人',
  issue_long_overdue: '出具并通知逾期满2个工作日',
  filing_reminder: '附件2尚未备案',
  filing_overdue: '附件2备案已逾期',
  filing_unacknowledged: '备案函5个工作日内未获确认',
  collection_reminder: '证明尚未领取',
  collection_second_reminder: '证明仍未领取',
  collection_lapsed: '证明逾期未领取',
  reply_overdue: '督办逾期未回告',
} as const;

export type RungId = keyof typeof rungTitles;

/** What whoever is told can do about it. */
export const rungRemedies = {
  R1: '请户籍地派出所签收；受理地可电话催问。',
  R2: '请在期限前查证并反馈。',
  R3: '请今日反馈查证结果。',
  R4: '请户籍地派出所立即反馈，上级予以督促；受理地可电话催问，并告知申请人。',
  R5: '请户籍地派出所立即反馈，上级予以督促。',
  R6: '请户籍地派出所立即反馈，上级予以督促。',
  transmission_overdue: '请立即将申请材料流转至户籍地派出所。',
  transmission_long_overdue:
    '请督促受理地派出所立即流转，平台不通的改用传真或人工送达；缺材料的，查明申请人何时补齐。',
  receipt_missing: '请电话核实对方是否收到，必要时重新发送或改用其他方式。',
  receipt_long_missing: '请督促受理地派出所改用其他方式送达，户籍地派出所收到的立即签收。',
  further_verification_reminder: '请今日反馈协助查证结果。',
  further_verification_overdue:
    '请协助查证的派出所立即反馈；户籍地派出所可电话催问，不能再等的，依据已查明的情况反馈。',
  assignment_overdue: '请立即查明户籍地派出所并指派。',
  issue_overdue: '请立即出具证明或告知前往户籍地办理，并通知申请人。',
  issue_long_overdue: '请督促受理地派出所立即出具或告知，并通知申请人。',
  filing_reminder: '请今日向户籍地派出所发送备案函。',
  filing_overdue: '请立即向户籍地派出所发送备案函。',
  filing_unacknowledged: '请户籍地派出所确认备案；受理地可电话催问。',
  collection_reminder: '请通知申请人领取。',
  collection_second_reminder: '请再次联系申请人领取。',
  collection_lapsed: '请将证明存档，不得销毁。',
  reply_overdue: '请督促被督办单位立即回告。',
} as const satisfies Record<RungId, string>;

/** A unit, seen from the case. */
export const rungUnits = [
  'accepting_station',
  'accepting_county',
  'accepting_city',
  'accepting_province',
  'home_station',
  'home_county',
  'home_city',
  'home_province',
  'further_station',
  'further_county',
  'further_city',
  'further_province',
] as const;

export type RungUnit = (typeof rungUnits)[number];

/** Whom a rung tells: the people of a post at a unit, or the applicant. */
export type Audience =
  { readonly kind: 'post'; readonly unit: RungUnit; readonly post: Post } | { readonly kind: 'applicant' };

/** When a rung fires, counted in the working time of the station that has to act. */
export type RungMoment =
  | { readonly at: 'start_of_working_day'; readonly day: number }
  | { readonly at: 'end_of_working_day'; readonly day: number }
  | { readonly at: 'due' }
  /** The end of office hours of the n-th working day after the due date. */
  | { readonly at: 'after_due'; readonly workingDays: number }
  /** Start of office hours, that many calendar days after the clock began. */
  | { readonly at: 'days_after_start'; readonly days: number };

/** What a fired rung demands in return: a reply (回告) within a clock of its own, or else the next people up are told. */
export interface ReplyDemand {
  readonly withinWorkingDays: number;
  readonly overdueTo: readonly Audience[];
}

/** A rung as a province's policy has it. */
export interface RungRule {
  readonly rung: RungId;
  readonly colour: Colour;
  readonly when: RungMoment;
  readonly to: readonly Audience[];
  /** The rung is pointless once this has happened: R1 asks for a receipt. */
  readonly unless?: 'received';
  readonly reply?: ReplyDemand;
}

/** A rung of one case with its instant. It carries its rule, so that a running case keeps the policy it started with. */
export type ScheduledRung = Omit<RungRule, 'when'> & {
  readonly at: Instant;
  /** How often it was laid out anew after it had fired: a calendar that came late made its instant a later one. */
  readonly rearmed?: number;
};

declare const rungKeyBrand: unique symbol;

/**
 * `<clock>/<n>/<rung>`, and `+<times>` where it was laid out anew: names a fired rung within its case; the ledger records
 * each once, whatever crashes.
 */
export type RungKey = string & { readonly [rungKeyBrand]: true };

export function rungKeyOf(
  clockKey: ClockKey,
  { rung, rearmed = 0 }: Pick<ScheduledRung, 'rung' | 'rearmed'>,
): RungKey {
  return `${clockKey}/${rung}${rearmed === 0 ? '' : `+${String(rearmed)}`}` as RungKey;
}
