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

/** Whether the person is the one on the document: the reader's face comparison, or the officer's eye. */
export const identityComparisons = ['matches', 'does_not_match'] as const;

export type IdentityComparison = (typeof identityComparisons)[number];

export interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly telephone: string;
  /** Where the applicant lives now, in the accepting station's area. */
  readonly residenceAddress: string;
}

/** A second officer who looked at the person and the document too. */
export interface SecondCheck {
  /** Another officer than the one who accepts. */
  readonly officerId: string;
  /** Why the application goes on although the first comparison says no; needed only then. */
  readonly reason?: string;
}

export interface IdentityDocument {
  readonly kind: IdentityDocumentKind;
  /** `YYYY-MM-DD`, or `long_term` for 长期. */
  readonly validUntil: string;
  /** Null when nobody checked it in person. */
  readonly checkedInPerson: IdentityCheckMethod | null;
  /** Null when nobody was compared: the document was not checked, or an agent brings it. */
  readonly comparison: IdentityComparison | null;
  readonly secondCheck?: SecondCheck;
}

/** 监护人, who applies for an applicant under 16 [policy]. */
export interface Guardian {
  readonly name: string;
  readonly idNumber: string;
  /** Relation to the applicant, as `母亲`. */
  readonly relation: string;
  /** What shows it: a paper, as `出生医学证明`, or how it was looked up. */
  readonly proof: string;
}

/** 代办人, where the province allows one [policy]. */
export interface Agent {
  readonly name: string;
  readonly idNumber: string;
  /** The agent's own, checked like an applicant's. */
  readonly identityDocument: IdentityDocument;
  /** 授权委托书: of when, and what for. */
  readonly letterOfAuthority: string;
}

/** Why the household booklet cannot be had [三(一)]. */
export type BookletReason =
  { readonly kind: 'family_conflict' } | { readonly kind: 'other'; readonly statement: string };

/** What the applicant says of the booklet. One that is at hand is no reason, and is refused (E4). */
export type BookletStatement = BookletReason | { readonly kind: 'at_hand' };

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
  readonly bookletReason: BookletStatement;
  readonly matters: readonly RequestedMatter[];
  readonly told: Told;
  /** The applicant chose 跨省通办 after being told. */
  readonly agreed: boolean;
  /** The written undertaking (承诺书) in the form bears the applicant's signature. */
  readonly undertakingSigned: boolean;
  /** What the certificate is for; it stands in the form, never on the annex (§7). */
  readonly purpose?: string;
  /** `YYYY-MM-DD` on which it was accepted on paper, when it is entered later. */
  readonly acceptedOnPaper?: string;
}
