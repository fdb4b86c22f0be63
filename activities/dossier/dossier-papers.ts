import type { AttachmentSummary } from '../../db/repositories/attachments.ts';
import { findAttachment, listAttachments } from '../../db/repositories/attachments.ts';
import { findPaper } from '../../db/repositories/papers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { occasionsOf } from '../../domain/papers/occasions.ts';
import { papers as paperKinds } from '../../domain/papers/papers.ts';
import type { CaseRecord } from '../papers/case-record.ts';
import type { PaperDeps } from '../papers.ts';
import { createPaperActivities } from '../papers.ts';
import type { DossierBinder } from './binder.ts';
import { nullWhereUnreadable } from './errors.ts';
import type { PaperFile } from './paper-pdf.ts';

/** A paper with all that the cover sheet says of it. */
interface NamedPaper extends PaperFile {
  readonly name: string;
  readonly sha256: string;
  /** Null for the form, which the system makes. */
  readonly addedAt: Instant | null;
}

/** A paper and the number of its pages; null where it cannot be read and so is not bound. */
export interface CountedPaper extends NamedPaper {
  readonly pages: number | null;
}

/** The application form, and those papers of the case that belong to a handing over, in their order. */
export async function readDossierPapers(
  deps: PaperDeps,
  record: CaseRecord,
  belongs: (attachment: AttachmentSummary) => boolean = () => true,
): Promise<NamedPaper[]> {
  const { database } = deps;
  const { caseNo } = record;
  const papers = [await readForm(deps, record)];
  for (const summary of (await listAttachments(database, caseNo)).filter(belongs)) {
    const { id, fileName, mediaType, sha256, addedAt } = summary;
    const attachment = await findAttachment(database, caseNo, id);
    if (attachment === undefined) throw new Error('a paper is listed and not there');
    papers.push({ name: fileName, mediaType, sha256, addedAt, content: attachment.content });
  }
  return papers;
}

/** The one that everybody else is given: made once, then kept. */
async function readForm(deps: PaperDeps, { caseNo, events }: CaseRecord): Promise<NamedPaper> {
  const occasion = occasionsOf(events).find(({ paper }) => paper === 'application_form');
  if (occasion === undefined) throw new Error('a case begins with its application');
  const { seq } = occasion;
  await createPaperActivities(deps).makePaper({ caseNo, paper: 'application_form', seq });
  const form = await findPaper(deps.database, caseNo, { paper: 'application_form', seq });
  if (form === undefined) throw new Error('an application form was made and is not there');
  const { title } = paperKinds.application_form;
  return { name: title, mediaType: 'application/pdf', sha256: form.sha256, addedAt: null, content: form.pdf };
}

/** Who wants a dossier of papers some of which cannot be read. */
const whereUnreadable = {
  /** A fax machine cannot say what is missing, so all goes or nothing; what was scanned again since is not missing. */
  fax: (paper, papers) => {
    const { addedAt } = paper;
    const isRescanned =
      addedAt !== null && papers.some((other) => other.addedAt !== null && other.addedAt > addedAt);
    return isRescanned ? 'is_left_out' : 'fails';
  },
  people: () => 'is_left_out',
} as const satisfies Record<
  string,
  (paper: NamedPaper, papers: readonly NamedPaper[]) => 'fails' | 'is_left_out'
>;

/** @throws {DossierUnreadableError} that names the paper which cannot be read, unless it is left out. */
export async function countPapers(
  binder: DossierBinder,
  papers: readonly NamedPaper[],
  wanting: keyof typeof whereUnreadable,
): Promise<CountedPaper[]> {
  const counted = [];
  for (const [index, paper] of papers.entries()) {
    const counting = binder.countPages(paper, index + 1);
    const pages = await (whereUnreadable[wanting](paper, papers) === 'fails'
      ? counting
      : counting.catch(nullWhereUnreadable));
    counted.push({ ...paper, pages });
  }
  return counted;
}
