import { createHash } from 'node:crypto';
import { channelTitles } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { ListedPaper } from '../../domain/papers/cover-sheet.ts';
import { occasionsOf } from '../../domain/papers/occasions.ts';
import { papers as paperKinds } from '../../domain/papers/papers.ts';
import type { Paper } from '../../db/schema/transmissions.ts';
import { findAttachment, listAttachments } from '../../db/repositories/attachments.ts';
import { addDossierFileOnce, findDossierFileSummary } from '../../db/repositories/dossier-files.ts';
import { findPaper } from '../../db/repositories/papers.ts';
import { getPolicy } from '../../db/repositories/policies.ts';
import type { EffectInput } from '../../workflows/contract.ts';
import { withClassifiedFailures } from '../failures.ts';
import type { PaperDeps } from '../papers.ts';
import { createPaperActivities } from '../papers.ts';
import type { CaseRecord } from '../papers/case-record.ts';
import { acceptingStationOf, homeStationOf, matterLinesIn } from '../papers/case-record.ts';
import { readCaseRecord } from '../papers/read-case-record.ts';
import type { DossierBinder } from './binder.ts';
import type { PaperFile } from './paper-pdf.ts';

export interface DossierDeps extends PaperDeps {
  readonly binder: DossierBinder;
}

/** A paper with all that the cover sheet says of it. */
interface NamedPaper extends PaperFile {
  readonly name: string;
  readonly sha256: string;
}

/** Binds dossiers: cover sheet, application form, every paper that was handed in, once for each handing over. */
export function createDossierActivities(deps: DossierDeps) {
  const { database, renderer, binder, clock } = deps;
  const { makePaper } = createPaperActivities(deps);
  return {
    bindDossier: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput<'transmit_dossier'>): Promise<void> => {
        if ((await findDossierFileSummary(database, caseNo, effect.n)) !== undefined) return;
        const record = await readCaseRecord(deps, caseNo);
        const papers = [await formOf(record), ...(await attachmentsOf(caseNo))];
        const listed = await list(papers);
        const home = await getPolicy(database, record.state.policyVersions.home);
        const boundAt = clock.now();
        const cover = await renderer.render('cover_sheet', {
          caseNo,
          transmissionNo: effect.n,
          channelTitle: channelTitles[effect.channel],
          sentAt: boundAt,
          acceptingStation: acceptingStationOf(record),
          homeStation: homeStationOf(record),
          applicantName: record.application.applicant.name,
          idNumber: record.application.applicant.idNumber,
          matters: matterLinesIn(record),
          papers: listed,
          termWorkingDays: home.terms.verification.count,
        });
        const { pdf, pages } = await binder.bind(caseNo, cover, papers);
        await addDossierFileOnce(database, {
          caseNo,
          n: effect.n,
          pages,
          sha256: sha256Of(pdf),
          papers: papers.map((paper, index) => factsOf(paper, listed[index]?.pages ?? 0)),
          pdf,
          faxTiff: effect.channel === 'fax' ? await binder.toFaxTiff(pdf) : null,
          boundAt,
        });
      },
    ),
  };

  /** The one that everybody else is given: made once, then kept. */
  async function formOf(record: CaseRecord): Promise<NamedPaper> {
    const { caseNo, events } = record;
    const occasion = occasionsOf(events).find(({ paper }) => paper === 'application_form');
    if (occasion === undefined) throw new Error('a case begins with its application');
    const { seq } = occasion;
    await makePaper({ caseNo, paper: 'application_form', seq });
    const form = await findPaper(database, caseNo, { paper: 'application_form', seq });
    if (form === undefined) throw new Error('an application form was made and is not there');
    const { title } = paperKinds.application_form;
    return { name: title, mediaType: 'application/pdf', sha256: form.sha256, content: form.pdf };
  }

  async function attachmentsOf(caseNo: CaseNo): Promise<NamedPaper[]> {
    const files: NamedPaper[] = [];
    for (const { id, fileName, mediaType, sha256 } of await listAttachments(database, caseNo)) {
      const attachment = await findAttachment(database, caseNo, id);
      if (attachment === undefined) throw new Error('a paper is listed and not there');
      files.push({ name: fileName, mediaType, sha256, content: attachment.content });
    }
    return files;
  }

  async function list(papers: readonly NamedPaper[]): Promise<(ListedPaper & { readonly pages: number })[]> {
    const listed = [];
    for (const [index, { name, sha256, ...file }] of papers.entries()) {
      listed.push({ name, sha256, pages: await binder.countPages(file, index + 1) });
    }
    return listed;
  }
}

function factsOf({ mediaType, content, sha256 }: NamedPaper, pages: number): Paper {
  return { mediaType, sizeBytes: content.byteLength, sha256, pages };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
