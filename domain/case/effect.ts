import type { CommandId } from './command-id.ts';
import type { Addressee, CertificateKind, Channel } from './status.ts';

/** Acts on the world outside the ledger. Each runs as an activity and reports back into the inbox. */
export const effectTypes = ['transmit_dossier', 'issue_certificate', 'send_filing'] as const;

export type EffectType = (typeof effectTypes)[number];

interface Request {
  /** The n-th time that a case asks for an effect of its type. Retries of one asking share it. */
  readonly n: number;
  /** The act that asked; what it says in words stands in Postgres under its id. */
  readonly requestId: CommandId;
}

export type Effect =
  | (Request & {
      readonly type: 'transmit_dossier';
      readonly channel: Channel;
      readonly addressee: Addressee;
    })
  | (Request & { readonly type: 'issue_certificate'; readonly kind: CertificateKind })
  | (Request & { readonly type: 'send_filing' });

export type EffectOf<Type extends EffectType> = Extract<Effect, { type: Type }>;

declare const effectKeyBrand: unique symbol;

/** `<effect>/<n>`: unique within its case; the activity's idempotency key and the step key of its result. */
export type EffectKey = string & { readonly [effectKeyBrand]: true };

export function effectKeyOf(effect: Pick<Effect, 'type' | 'n'>): EffectKey {
  return `${effect.type}/${effect.n}` as EffectKey;
}

/** Effects that a person can do in the system's place: a certificate is made here and nowhere else. */
export function isSubstitutable({ type }: Pick<Effect, 'type'>): boolean {
  return type !== 'issue_certificate';
}

export const effectTitles = {
  transmit_dossier: '流转申请材料',
  issue_certificate: '出具证明',
  send_filing: '发送备案函',
} as const satisfies Record<EffectType, string>;

/**
 * Why an effect did not happen. Each class says what would help; the message beside it never carries personal data.
 */
export const failureClasses = [
  'unprintable_text',
  'certificate_too_long',
  'calendar_missing',
  'dossier_unreadable',
  'fax_not_configured',
  'fax_number_missing',
  'fax_failed',
  'fax_not_confirmed',
  'service_unavailable',
  'internal_error',
] as const;

export type FailureClass = (typeof failureClasses)[number];

export const failureRemedies = {
  unprintable_text:
    '请管理员为该字符安装字体（TONGBAN_FONT_DIRS），系统将自动重试；私用区字符须由户籍地改用标准编码后重新反馈。',
  certificate_too_long:
    '姓名、地址等固定栏目的内容过长，请户籍地派出所核对更正后重新反馈；长的证明内容会自动续页。',
  calendar_missing: '请管理员导入相应年度的工作日历，系统将自动重试。',
  dossier_unreadable: '请重新扫描并补充上传该份材料后再次流转，或改用人工送达。',
  fax_not_configured: '本系统未配置传真，请改用平台流转或人工送达。',
  fax_number_missing: '通讯录中没有该派出所的传真号码，请补录，或改用其他方式送达。',
  fax_failed: '系统将自动重发；也可电话联系对方，改用其他方式送达。',
  fax_not_confirmed: '请电话联系对方核实是否收到，必要时重新发送或改用其他方式。',
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
