import type { AttachmentFiles } from '../../db/attachment-files.ts';
import { readWhole } from '../../db/attachment-files.ts';
import type { Executor } from '../../db/database.ts';
import { listAttachments } from '../../db/repositories/attachments.ts';
import type { StoredPaper } from '../../db/repositories/papers.ts';
import { findTransmission } from '../../db/repositories/transmissions.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { papers as paperKinds } from '../../domain/papers/papers.ts';
import type { Instant } from '../../domain/time/instant.ts';
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

export interface DossierPaperDeps {
  readonly database: Executor;
  readonly attachmentFiles: AttachmentFiles;
  /** The application form that everybody else is given. */
  readonly form: () => Promise<StoredPaper>;
}

/** The application form, and those papers of the case that went with its n-th handing over; all, as long as none has. */
export async function readDossierPapers(
  { database, attachmentFiles, form }: DossierPaperDeps,
  { caseNo, n }: { readonly caseNo: CaseNo; readonly n: number },
): Promise<NamedPaper[]> {
  const gone = await findTransmission(database, caseNo, n);
  const digests = gone?.papers.map(({ sha256 }) => sha256);
  const papers = [formOf(await form())];
  for (const attachment of await listAttachments(database, caseNo)) {
    const { fileName, mediaType, sha256, addedAt } = attachment;
    if (digests?.includes(sha256) === false) continue;
    const content = await readWhole(attachmentFiles.read(attachment, (query) => query(database)));
    papers.push({ name: fileName, mediaType, sha256, addedAt, content });
  }
  return papers;
}

function formOf({ sha256, pdf }: StoredPaper): NamedPaper {
  const { title } = paperKinds.application_form;
  return { name: title, mediaType: 'application/pdf', sha256, addedAt: null, content: pdf };
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
  binder: Pick<DossierBinder, 'countPages'>,
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
