import type { CertificateKind, CertificateLife } from '../case/status.ts';
import { certificateLifeTitles, certificateLives } from '../case/status.ts';

/** How somebody asked whether a certificate is genuine. */
export const checkWays = ['token', 'number'] as const;

export type CheckWay = (typeof checkWays)[number];

export const checkWayTitles = {
  token: '扫描二维码',
  number: '证明编号和校验码',
} as const satisfies Record<CheckWay, string>;

/** What the check found; `not_confirmed`: no such certificate, or not what is printed on it. */
export const checkOutcomes = [...certificateLives, 'not_confirmed'] as const;

export type CheckOutcome = (typeof checkOutcomes)[number];

export const checkOutcomeTitles = {
  ...certificateLifeTitles,
  not_confirmed: '未能核实',
} as const satisfies Record<CheckOutcome, string>;

/** What it means for whoever was shown the paper. */
export const checkSentences = {
  valid:
    '该证明由下列单位出具，目前有效。请核对纸质证明上的出具单位、出具日期、申请人姓名与下列内容是否一致。',
  voided: '该证明已由出具单位作废，不能再作为凭据使用。',
  superseded: '该证明已被出具单位更正重发的新证明取代，不能再作为凭据使用；请持证人出示新的证明。',
} as const satisfies Record<CertificateLife, string>;

export const certificateTitles = {
  annex_1: '户籍事项证明（附件1）',
  annex_2: '户籍事项证明（附件2）',
} as const satisfies Record<CertificateKind, string>;
