import { annex1Texts, chineseDate, paragraphsOf } from '../../domain/certificate/annex-1.ts';
import type { Annex1View } from '../../domain/certificate/annex-1.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { loadTemplate } from '../../templates/load.ts';
import { TextTooLongError } from './errors.ts';
import { fontFamilyList } from './font-family-list.ts';
import { pageCountOf } from './pdf-facts.ts';
import type { PdfRenderer } from './pdf-renderer.ts';
import { assertPrintable } from './printable.ts';
import { qrCodePath } from './qr-code.ts';
import type { QrCodePath } from './qr-code.ts';

interface Annex1Fields {
  readonly textSize: number;
  readonly fontFamilies: string;
  readonly applicantName: string;
  readonly idNumber: string;
  readonly matterParagraphs: readonly string[];
  readonly homeStationName: string;
  readonly certificateParagraphs: readonly string[];
  readonly issuingUnitName: string;
  readonly issuedOn: string;
  readonly foot: { readonly number: string; readonly qrCode: QrCodePath | null } | null;
}

/** Classes of styles/form.css: 四号, 小四, 五号, 小五. Smaller than 小五 (9 pt) is not to be read on paper. */
const textSizes = [0, 1, 2, 3] as const;

function footOf({
  foot = 'number_and_qr',
  certificateNo,
  verificationUrl,
}: Annex1View): Annex1Fields['foot'] {
  if (foot === 'none') return null;
  return {
    number: certificateNo,
    qrCode: foot === 'number_and_qr' ? qrCodePath(verificationUrl ?? certificateNo) : null,
  };
}

/** Renders 附件1. */
export type Annex1Renderer = (view: Annex1View) => Promise<Uint8Array>;

export interface Annex1Deps {
  readonly renderer: PdfRenderer;
  readonly fonts: FontPack;
}

/**
 * 附件1 as a PDF of exactly one A4 page, with every character as given. A text that is too long for the page is set
 * in smaller type.
 *
 * The function it gives throws UnprintableTextError when a character of the view cannot be printed, TextTooLongError
 * when the smallest type does not fit, and RenderError when the browser failed and the call may be repeated.
 */
export function createAnnex1({ renderer, fonts }: Annex1Deps): Annex1Renderer {
  const template = loadTemplate<Annex1Fields>('certificates/annex-1');
  const fontFamilies = fontFamilyList(fonts.families);
  return async (view) => {
    assertPrintable(annex1Texts(view), fonts);
    const fields = {
      fontFamilies,
      applicantName: view.applicantName,
      idNumber: view.idNumber,
      matterParagraphs: paragraphsOf(view.matterText),
      homeStationName: view.homeStationName,
      certificateParagraphs: paragraphsOf(view.certificateText),
      issuingUnitName: view.issuingUnitName,
      issuedOn: chineseDate(view.issuedOn),
      foot: footOf(view),
    };
    for (const textSize of textSizes) {
      const pdf = await renderer.render(template({ ...fields, textSize }));
      if (pageCountOf(pdf) === 1) return pdf;
    }
    throw new TextTooLongError();
  };
}
