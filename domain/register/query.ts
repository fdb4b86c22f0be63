import type { Act } from '../case/acts.ts';
import type { UnitCode } from '../units/unit.ts';
import type { RegisterReference } from './reference.ts';

/** Why the register is asked: always for an act on a case, and only by whoever may do that act now. */
export const registerPurposes = ['annex_2', 'verification', 'reissue'] as const;

export type RegisterPurpose = (typeof registerPurposes)[number];

export const registerPurposeTitles = {
  annex_2: '当场出具附件2',
  verification: '查证核对',
  reissue: '补发证明',
} as const satisfies Record<RegisterPurpose, string>;

/** The act for which each purpose looks a person up. */
export const actOfPurpose = {
  annex_2: 'issue_annex_2',
  verification: 'answer',
  reissue: 'reissue',
} as const satisfies Record<RegisterPurpose, Act>;

/** How a query ended; every one of them is a result, and none stops a case. */
export const registerOutcomes = ['pending', 'found', 'not_found', 'unavailable', 'malformed'] as const;

export type RegisterOutcome = (typeof registerOutcomes)[number];

/** What the officer is told, and what he does next. */
export const registerOutcomeSentences = {
  pending: '正在查询人口信息系统，请稍后再看；不必等待，可先通过其他途径人工核对。',
  found: '人口信息系统有此人登记信息，请逐项核对。',
  not_found: '人口信息系统没有此公民身份号码的登记信息，请核对号码，或查阅户籍档案、底册。',
  unavailable: '人口信息系统未接入或暂时无法查询，请通过其他途径人工核对并登记依据，本件可继续办理。',
  malformed: '人口信息系统返回的内容有误，未予采用，请通过其他途径人工核对并登记依据，本件可继续办理。',
} as const satisfies Record<RegisterOutcome, string>;

/** What the register is asked, and on whose behalf: it keeps a log of its own. Personal data. */
export interface RegisterQuestion {
  readonly reference: RegisterReference;
  readonly idNumber: string;
  readonly name: string;
  readonly purpose: RegisterPurpose;
  readonly askedBy: { readonly officerId: string; readonly unitCode: UnitCode };
}
