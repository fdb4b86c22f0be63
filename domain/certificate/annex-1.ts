import type { PlainDate } from '../time/plain-date.ts';

/**
 * What stands below the table. The plan's form has nothing there, so a province may switch it off (§7).
 */
export type CertificateFoot = 'none' | 'number' | 'number_and_qr';

/** What an officer and the two stations put into 附件1. Texts are printed exactly as given, never normalised (§7). */
export interface Annex1View {
  readonly applicantName: string;
  /** 公民身份号码, 18 characters. */
  readonly idNumber: string;
  /** What is to be certified, after “申请出具关于以下事项的证明：”. A line feed begins a new paragraph. */
  readonly matterText: string;
  /** Full name of the home station, with 派出所: it fills the blank in “（　　派出所）”. */
  readonly homeStationName: string;
  /** The home station's text, after “调查核实：”. A line feed begins a new paragraph. */
  readonly certificateText: string;
  /** Full name of the accepting station, which issues the certificate and seals it ([§4]). */
  readonly issuingUnitName: string;
  readonly issuedOn: PlainDate;
  /** Certificate number with its check character. */
  readonly certificateNo: string;
  /** Default `number_and_qr`. */
  readonly foot?: CertificateFoot;
  /** What the QR code holds; the certificate number if none is given. */
  readonly verificationUrl?: string;
}

/** A date as 附件1 writes it: `2026年3月5日`, Arabic digits without leading zeros (GB/T 15835). */
export function chineseDate(date: PlainDate): string {
  return `${String(Number(date.slice(0, 4)))}年${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8, 10)))}日`;
}

/** The paragraphs of a text: line feeds separate them, empty ones are left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split('\n').filter((paragraph) => paragraph !== '');
}

/** Every piece of text that 附件1 prints and that does not come from its template. */
export function annex1Texts(view: Annex1View): readonly string[] {
  return [
    view.applicantName,
    view.idNumber,
    ...paragraphsOf(view.matterText),
    view.homeStationName,
    ...paragraphsOf(view.certificateText),
    view.issuingUnitName,
    view.certificateNo,
  ];
}
