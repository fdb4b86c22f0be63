import type { CertificateFields, FootFields } from '../../domain/papers/annexes.ts';
import type { PartedText } from '../../domain/papers/continuation.ts';
import { lengthOf, partText } from '../../domain/papers/continuation.ts';
import { TextTooLongError } from './errors.ts';
import { pageCountOf } from './pdf-facts.ts';
import type { QrCodePath } from './qr-code.ts';
import { qrCodePath } from './qr-code.ts';

/** Classes of styles/certificate.css: 四号, 小四, 五号, 小五. Smaller than 小五 (9 pt) is not to be read on paper. */
const textSizes = [0, 1, 2, 3] as const;

// A text that no page can hold is not set smaller than 五号: it has more pages to go to.
const continuedTextSize = 2;

/** Of 申请证明事项 so many characters stay on the form when there are continuation pages: a third of its page. */
const matterCharactersOnForm = 300;

// What goes to a page of its own is worth one: the last lines of the form go along.
const leastOnContinuation = 60;

/** What a certificate's template gets beside the fields of the paper. */
interface PageFields {
  readonly textSize: number;
  readonly foot: (Omit<FootFields, 'qrText'> & { readonly qrCode: QrCodePath | null }) | null;
  readonly matterParagraphs: readonly string[];
  readonly contentParagraphs: readonly string[];
  /** Whether the form is the first of several pages. */
  readonly several: boolean;
  readonly continuation: ContinuationFields | null;
}

interface ContinuationFields {
  readonly matter: PartFields | null;
  readonly content: PartFields | null;
}

interface PartFields {
  readonly paragraphs: readonly string[];
  readonly beginsWithin: boolean;
}

const onePage = { several: false, continuation: null } as const;

type Print = (page: PageFields) => Promise<Uint8Array>;

/**
 * Prints a certificate on one page, its texts set as small as they must be. When the smallest type does not fit, the
 * form keeps as much of them as its page holds and numbered pages go on with the rest: nothing is ever left out.
 * @throws {TextTooLongError} when the form overflows without any of its long texts.
 */
export async function printCertificate(fields: CertificateFields, print: Print): Promise<Uint8Array> {
  const foot = fields.foot === null ? null : printFoot(fields.foot);
  const { matterParagraphs, contentParagraphs } = fields;
  for (const textSize of textSizes) {
    const pdf = await print({ textSize, foot, matterParagraphs, contentParagraphs, ...onePage });
    if (pageCountOf(pdf) === 1) return pdf;
  }
  return printContinued(fields, foot, print);
}

async function printContinued(
  fields: CertificateFields,
  foot: PageFields['foot'],
  print: Print,
): Promise<Uint8Array> {
  const { matterParagraphs, contentParagraphs } = fields;
  const form = (matter: PartedText, content: PartedText): PageFields => ({
    textSize: continuedTextSize,
    foot,
    matterParagraphs: matter.head,
    contentParagraphs: content.head,
    several: true,
    continuation: null,
  });
  const fits = async (matter: PartedText, content: PartedText) =>
    pageCountOf(await print(form(matter, content))) === 1;

  const noContent = partText(contentParagraphs, 0);
  const matter = await partToFit(matterParagraphs, mostOfMatter(fields), (parted) => fits(parted, noContent));
  const most = lengthOf(contentParagraphs) - (matter.rest.length > 0 ? 0 : leastOnContinuation);
  const content = await partToFit(contentParagraphs, most, (parted) => fits(matter, parted));
  const continuation = { matter: restOf(matter), content: restOf(content) };
  return print({ ...form(matter, content), continuation });
}

/** How much of 申请证明事项 the form may keep: room is left for 证明内容 where that is a text of its own. */
function mostOfMatter({ matterParagraphs, contentParagraphs }: CertificateFields): number {
  const length = lengthOf(matterParagraphs);
  return contentParagraphs.length === 0
    ? length - leastOnContinuation
    : Math.min(length, matterCharactersOnForm);
}

/**
 * Parts a text so that as much of it as fits, and at most so many characters, stay in front.
 * @throws {TextTooLongError} when it does not fit without any of it.
 */
async function partToFit(
  paragraphs: readonly string[],
  most: number,
  fits: (parted: PartedText) => Promise<boolean>,
): Promise<PartedText> {
  let best = partText(paragraphs, Math.max(0, most));
  if (await fits(best)) return best;
  best = partText(paragraphs, 0);
  if (!(await fits(best))) throw new TextTooLongError();
  let [least, above] = [0, most];
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2);
    const candidate = partText(paragraphs, middle);
    if (await fits(candidate)) [best, least] = [candidate, middle];
    else above = middle;
  }
  return best;
}

function restOf({ rest, cut }: PartedText): PartFields | null {
  return rest.length === 0 ? null : { paragraphs: rest, beginsWithin: cut === 'within_paragraph' };
}

function printFoot({ qrText, ...foot }: FootFields): PageFields['foot'] {
  return { ...foot, qrCode: qrText === null ? null : qrCodePath(qrText) };
}
