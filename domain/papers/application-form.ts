import type {
  Application,
  BookletReason,
  IdentityCheckMethod,
  ResidenceReason,
} from '../application/application.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import { matterLinesOf } from '../certificate/matter-text.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { isPlainDate } from '../time/plain-date.ts';
import { undertakingClauses } from './undertaking.ts';
import type { Choice } from './wording.ts';
import { chineseDate, choicesOf, identityDocumentTitles } from './wording.ts';

/** 申请表 with the 承诺书, filled in as it was accepted. */
export interface ApplicationFormView {
  readonly caseNo: CaseNo;
  readonly application: Application;
  readonly acceptingStationName: string;
  readonly homeStationName: string;
  readonly acceptedOn: PlainDate;
}

const residenceReasonTitles = {
  employment: '就业',
  schooling: '就学',
  residence: '居住',
} as const satisfies Record<ResidenceReason, string>;

const bookletReasonTitles = {
  family_conflict: '家庭矛盾',
  other: '其他原因',
} as const satisfies Record<BookletReason['kind'], string>;

const identityCheckTitles = {
  chip_reader: '机读核验',
  visual: '人工核验',
} as const satisfies Record<IdentityCheckMethod, string>;

interface ApplicationFormFields {
  readonly number: CaseNo;
  readonly applicant: Application['applicant'];
  readonly identityDocuments: readonly Choice[];
  readonly validUntil: string;
  /** 监护人 or 代办人, who signs in the applicant's place. */
  readonly representative: {
    readonly title: string;
    readonly name: string;
    readonly idNumber: string;
    readonly relation: string | null;
    /** What shows that he may: proof of guardianship, or the letter of authority. */
    readonly evidence: { readonly title: string; readonly text: string };
  } | null;
  readonly homeStationName: string;
  readonly residenceReasons: readonly Choice[];
  readonly bookletReasons: readonly Choice[];
  readonly bookletStatement: string | null;
  readonly matters: readonly string[];
  readonly purpose: string;
  readonly told: readonly Choice[];
  readonly undertaking: readonly string[];
  readonly identityChecks: readonly Choice[];
  readonly acceptingStationName: string;
  readonly acceptedOn: string;
}

export function presentApplicationForm({
  caseNo,
  application,
  acceptingStationName,
  homeStationName,
  acceptedOn,
}: ApplicationFormView): ApplicationFormFields {
  const { applicant, identityDocument, bookletReason, told } = application;
  return {
    number: caseNo,
    applicant,
    identityDocuments: choicesOf(identityDocumentTitles, [identityDocument.kind]),
    validUntil: isPlainDate(identityDocument.validUntil) ? chineseDate(identityDocument.validUntil) : '长期',
    representative: representativeOf(application),
    homeStationName,
    residenceReasons: choicesOf(residenceReasonTitles, application.residenceReasons),
    // A booklet at hand is refused before there is a form to print.
    bookletReasons: choicesOf(
      bookletReasonTitles,
      bookletReason.kind === 'at_hand' ? [] : [bookletReason.kind],
    ),
    bookletStatement: bookletReason.kind === 'other' ? bookletReason.statement : null,
    matters: matterLinesOf(application.matters),
    purpose: application.purpose ?? '',
    told: [
      { label: '可选择“跨省通办”服务', ticked: told.crossProvinceService },
      { label: '5个工作日内查证', ticked: told.fiveWorkingDays },
      { label: '不一致或无法查证的，须前往户籍地办理', ticked: told.mismatchMeansHomeStation },
    ],
    undertaking: undertakingClauses,
    identityChecks: choicesOf(
      identityCheckTitles,
      identityDocument.checkedInPerson === null ? [] : [identityDocument.checkedInPerson],
    ),
    acceptingStationName,
    acceptedOn: chineseDate(acceptedOn),
  };
}

function representativeOf({ guardian, agent }: Application): ApplicationFormFields['representative'] {
  if (guardian !== undefined) {
    const { proof, ...person } = guardian;
    return { title: '监护人', ...person, evidence: { title: '监护关系证明', text: proof } };
  }
  if (agent === undefined) return null;
  const { name, idNumber, letterOfAuthority } = agent;
  const evidence = { title: '授权委托书', text: letterOfAuthority };
  return { title: '代办人', name, idNumber, relation: null, evidence };
}
