import type { UnitCode } from '../units/unit.ts';

/** Why the applicant lives in another province [三(一)]. */
export const residenceReasons = ['employment', 'schooling', 'residence'] as const;

export type ResidenceReason = (typeof residenceReasons)[number];

/** Documents that prove identity at the counter [§1]. The household booklet is what the applicant cannot get. */
export const identityDocumentKinds = [
  'resident_identity_card',
  'temporary_identity_card',
  'passport',
] as const;

export type IdentityDocumentKind = (typeof identityDocumentKinds)[number];

/** How the officer checked the document against the person. */
export const identityCheckMethods = ['chip_reader', 'visual'] as const;

export type IdentityCheckMethod = (typeof identityCheckMethods)[number];

export interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly telephone: string;
  /** Where the applicant lives now, in the accepting station's area. */
  readonly residenceAddress: string;
}

export interface IdentityDocument {
  readonly kind: IdentityDocumentKind;
  /** `YYYY-MM-DD`, or `long_term` for 长期. */
  readonly validUntil: string;
  /** Null when nobody checked it in person. */
  readonly checkedInPerson: IdentityCheckMethod | null;
}

/** 监护人, who applies for an applicant under 16 [policy]. */
export interface Guardian {
  readonly name: string;
  readonly idNumber: string;
  /** Relation to the applicant, as `母亲`. */
  readonly relation: string;
}

/** 代办人, where the province allows one [policy]. */
export interface Agent {
  readonly name: string;
  readonly idNumber: string;
}

/** Why the household booklet cannot be had [三(一)]. */
export type BookletReason =
  { readonly kind: 'family_conflict' } | { readonly kind: 'other'; readonly statement: string };

export interface RequestedMatter {
  /** A code of the catalogue if the application is right. */
  readonly code: string;
  readonly details?: string;
}

/** What the applicant was told before applying [§1, §3]; each is true only when it was. */
export interface Told {
  readonly crossProvinceService: boolean;
  readonly fiveWorkingDays: boolean;
  readonly mismatchMeansHomeStation: boolean;
}

/**
 * What an officer of the accepting station submits. It can be wrong: texts stand as they were typed and the rules of
 * `domain/eligibility` judge them. Pointers of faults (RFC 6901) point into this object.
 */
export interface Application {
  readonly homeStation: UnitCode;
  readonly applicant: Applicant;
  readonly identityDocument: IdentityDocument;
  readonly guardian?: Guardian;
  readonly agent?: Agent;
  readonly residenceReasons: readonly ResidenceReason[];
  readonly bookletReason: BookletReason;
  readonly matters: readonly RequestedMatter[];
  readonly told: Told;
  /** The applicant chose 跨省通办 after being told. */
  readonly agreed: boolean;
  /** The written undertaking (承诺书) in the form bears the applicant's signature. */
  readonly undertakingSigned: boolean;
  /** What the certificate is for; it stands in the form, never on the annex (§7). */
  readonly purpose?: string;
}
