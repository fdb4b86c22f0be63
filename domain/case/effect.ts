/** Acts on the world outside the ledger. Each runs as an activity and reports back into the inbox. */
export const effectTypes = ['transmit_dossier', 'issue_certificate'] as const;

export type EffectType = (typeof effectTypes)[number];

/** The n-th time that a case asks for an effect. Retries of one asking share its key. */
export interface Effect {
  readonly type: EffectType;
  readonly n: number;
}

declare const effectKeyBrand: unique symbol;

/** `<effect>/<n>`: unique within its case; the activity's idempotency key and the step key of its result. */
export type EffectKey = string & { readonly [effectKeyBrand]: true };

export function effectKeyOf(effect: Effect): EffectKey {
  return `${effect.type}/${effect.n}` as EffectKey;
}

export const effectTitles = {
  transmit_dossier: '流转申请材料',
  issue_certificate: '出具证明',
} as const satisfies Record<EffectType, string>;

/**
 * Why an effect did not happen. Each class says what would help; the message beside it never carries personal data.
 */
export const failureClasses = [
  'unprintable_text',
  'certificate_too_long',
  'calendar_missing',
  'service_unavailable',
  'internal_error',
] as const;

export type FailureClass = (typeof failureClasses)[number];

export const failureRemedies = {
  unprintable_text:
    '请管理员为该字符安装字体（TONGBAN_FONT_DIRS），系统将自动重试；私用区字符须由户籍地改用标准编码后重新反馈。',
  certificate_too_long: '证明内容超出一页，请户籍地派出所精简后重新反馈。',
  calendar_missing: '请管理员导入相应年度的工作日历，系统将自动重试。',
  service_unavailable: '相关服务暂时不可用，系统将自动重试。',
  internal_error: '系统内部故障，已记录，系统将自动重试；如持续出现请联系管理员。',
} as const satisfies Record<FailureClass, string>;

export interface EffectFailure {
  readonly failureClass: FailureClass;
  /** For staff; code points, unit codes and years, never a name or a text of the case. */
  readonly message: string;
}

export function isFailureClass(text: string): text is FailureClass {
  return (failureClasses as readonly string[]).includes(text);
}
