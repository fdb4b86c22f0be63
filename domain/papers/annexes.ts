import type { CertificateNo } from '../certificate/numbers.ts';
import type { PrintedCode } from '../inquiry/printed-code.ts';
import { showPrintedCode } from '../inquiry/printed-code.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { chineseDate, paragraphsOf } from './wording.ts';

/**
 * What stands below the table. The plan's forms have nothing there, so a province may switch it off (§7).
 */
export type CertificateFoot = 'none' | 'number' | 'number_and_qr';

/** What both annexes say. Texts are printed exactly as given, never normalised (§7). */
interface AnnexView {
  readonly applicantName: string;
  /** 公民身份号码, 18 characters. */
  readonly idNumber: string;
  /** What is to be certified, after “申请出具关于以下事项的证明：”. A line feed begins a new paragraph. */
  readonly matterText: string;
  /** Full name of the accepting station, which issues the certificate and seals it ([§4]). */
  readonly issuingUnitName: string;
  readonly issuedOn: PlainDate;
  readonly certificateNo: CertificateNo;
  /** Default `number_and_qr`. */
  readonly foot?: CertificateFoot;
  /** By what anybody may check that it is genuine. */
  readonly check?: CertificateCheckMarks;
}

/** What a foot holds beside the number. */
export interface CertificateCheckMarks {
  readonly code: PrintedCode;
  /** Where number and code are entered; null where nobody said how the service is reached. */
  readonly address: string | null;
  /** What the QR code holds; null: the certificate number. */
  readonly qrAddress: string | null;
}

/** 附件1: what an officer and the two stations put into it. */
export interface Annex1View extends AnnexView {
  /** Full name of the home station, with 派出所: it fills the blank in “（　　派出所）”. */
  readonly homeStationName: string;
  /** The home station's text, after “调查核实：”. A line feed begins a new paragraph. */
  readonly certificateText: string;
}

/** 附件2: what the national population system shows [§5]. It names no station and has no note. */
export interface Annex2View extends AnnexView {
  /** 申请人户籍登记地址, as the register has it. */
  readonly registeredAddress: string;
}

/** What stands below the table, or in the foot of continuation pages. */
export interface FootFields {
  readonly number: string;
  /** 校验码; null on a certificate that nobody can check. */
  readonly checkCode: string | null;
  readonly checkAddress: string | null;
  /** What the QR code holds; null without one. */
  readonly qrText: string | null;
}

/** The fields that every certificate has, and by which a long one is spread over pages. */
export interface CertificateFields {
  readonly applicantName: string;
  readonly idNumber: string;
  readonly matterParagraphs: readonly string[];
  /** The free text of 证明内容; empty where the form's own lines say it all. */
  readonly contentParagraphs: readonly string[];
  readonly issuingUnitName: string;
  readonly issuedOn: string;
  readonly foot: FootFields | null;
}

interface Annex1Fields extends CertificateFields {
  readonly homeStationName: string;
}

interface Annex2Fields extends CertificateFields {
  readonly registeredAddress: string;
}

function presentAnnex(view: AnnexView): CertificateFields {
  const { applicantName, idNumber, matterText, issuingUnitName, issuedOn } = view;
  return {
    applicantName,
    idNumber,
    matterParagraphs: paragraphsOf(matterText),
    contentParagraphs: [],
    issuingUnitName,
    issuedOn: chineseDate(issuedOn),
    foot: footOf(view),
  };
}

function footOf({ foot = 'number_and_qr', certificateNo, check }: AnnexView): FootFields | null {
  if (foot === 'none') return null;
  return {
    number: certificateNo,
    checkCode: check === undefined ? null : showPrintedCode(check.code),
    checkAddress: check?.address ?? null,
    qrText: foot === 'number_and_qr' ? (check?.qrAddress ?? certificateNo) : null,
  };
}

export function presentAnnex1(view: Annex1View): Annex1Fields {
  const { homeStationName, certificateText } = view;
  return { ...presentAnnex(view), homeStationName, contentParagraphs: paragraphsOf(certificateText) };
}

export function presentAnnex2(view: Annex2View): Annex2Fields {
  return { ...presentAnnex(view), registeredAddress: view.registeredAddress };
}
