import type { CertificateFields } from '../../domain/papers/annexes.ts';
import { textsOf } from '../../domain/papers/paper.ts';
import type { PaperId, PaperViews } from '../../domain/papers/papers.ts';
import { paperIds, papers } from '../../domain/papers/papers.ts';
import { defaultNumberTitle } from '../../domain/papers/wording.ts';
import type { FontPack } from '../../platform/fonts/font-pack.ts';
import { loadTemplate } from '../../templates/load.ts';
import { printCertificate } from './certificate-pages.ts';
import { printFlowing } from './flowing-pages.ts';
import { fontFamilyList } from './font-family-list.ts';
import type { PdfRenderer } from './pdf-renderer.ts';
import { assertPrintable } from './printable.ts';

/** Makes any paper of the table. */
export interface DocumentRenderer {
  /**
   * A paper as a PDF in A4, with every character as given.
   *
   * Throws UnprintableTextError when a character of the view cannot be printed, TextTooLongError when a form cannot
   * hold its texts in its smallest type, and RenderError when the browser failed and the call may be repeated.
   */
  render<Id extends PaperId>(id: Id, view: PaperViews[Id]): Promise<Uint8Array>;
}

export interface DocumentRendererDeps {
  readonly renderer: PdfRenderer;
  readonly fonts: FontPack;
}

/** Compiles every template, so that a broken one is found before the first paper is asked for. */
export function createDocumentRenderer({ renderer, fonts }: DocumentRendererDeps): DocumentRenderer {
  const fontFamilies = fontFamilyList(fonts.families);
  const templates = new Map(paperIds.map((id) => [id, loadTemplate<object>(papers[id].template)]));

  async function render<Id extends PaperId>(id: Id, view: PaperViews[Id]): Promise<Uint8Array> {
    const { title, layout, present } = papers[id];
    const template = templates.get(id);
    if (template === undefined) throw new Error(`${id} has no template`);
    const fields = present(view);
    assertPrintable(textsOf(fields), fonts);
    const print = (more: object) =>
      renderer.render(template({ numberTitle: defaultNumberTitle, ...fields, ...more, title, fontFamilies }));
    // Fields of a certificate are what its layout says they are: the table pairs the two.
    return layout === 'certificate'
      ? printCertificate(fields as CertificateFields, print)
      : printFlowing(print);
  }

  return { render };
}
