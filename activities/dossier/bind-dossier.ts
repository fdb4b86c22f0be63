import { createHash } from 'node:crypto';
import type { DossierOccasion } from '../../domain/papers/bound-dossier.ts';
import { findDossierOccasion } from '../../domain/papers/bound-dossier.ts';
import type { Paper } from '../../db/schema/transmissions.ts';
import type { DossierFile } from '../../db/repositories/dossier-files.ts';
import {
  addDossierFileOnce,
  findBoundDossier,
  findDossierFileSummary,
} from '../../db/repositories/dossier-files.ts';
import type { DossierInput, EffectInput } from '../../workflows/contract.ts';
import { withClassifiedFailures } from '../failures.ts';
import type { PaperDeps } from '../papers.ts';
import type { CaseRecord } from '../papers/case-record.ts';
import { obtainApplicationForm } from '../papers/obtain-paper.ts';
import { readCaseRecord } from '../papers/read-case-record.ts';
import { coverSheetOf } from '../papers/station-papers.ts';
import type { DossierBinder } from './binder.ts';
import type { CountedPaper } from './dossier-papers.ts';
import { countPapers, readDossierPapers } from './dossier-papers.ts';

export interface DossierDeps extends PaperDeps {
  readonly binder: DossierBinder;
}

/** Binds dossiers: cover sheet, application form, every paper that was handed in. */
export function createDossierActivities(deps: DossierDeps) {
  const { database, attachmentFiles, renderer, binder, clock } = deps;
  return {
    /** For a fax machine, once for each handing over. */
    bindDossier: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect: { n, channel } }: EffectInput<'transmit_dossier'>): Promise<void> => {
        if ((await findDossierFileSummary(database, caseNo, { n, channel })) !== undefined) return;
        const record = await readCaseRecord(deps, caseNo);
        const { homeStation } = record.state;
        const counted = await countPapers(binder, await readPapers(record, n), 'fax');
        const papers = counted.filter(({ pages }) => pages !== null);
        const file = await bind(record, { n, channel, homeStation, handedOverAt: null }, papers);
        await addDossierFileOnce(database, { ...file, faxTiff: await binder.toFaxTiff(file.pdf) });
      },
    ),

    /** For people: whoever carries it, or wants to read it as one file. Does nothing where it is printed already. */
    printDossier: withClassifiedFailures(deps.log, async ({ caseNo, n }: DossierInput): Promise<void> => {
      const record = await readCaseRecord(deps, caseNo);
      const occasion = findDossierOccasion(record.state, n);
      if (occasion === undefined) throw new Error('a dossier is printed for a handing over of its case');
      const bound = await findBoundDossier(database, caseNo, occasion);
      if (bound?.isCurrent === true) return;
      // What goes by hand need not be read by a machine: the cover sheet says what lies beside it.
      const counted = await countPapers(binder, await readPapers(record, n), 'people');
      const edition = (bound?.edition ?? 0) + 1;
      await addDossierFileOnce(database, { ...(await bind(record, occasion, counted)), edition });
    }),
  };

  function readPapers(record: CaseRecord, n: number) {
    const form = () => obtainApplicationForm(deps, record);
    return readDossierPapers({ database, attachmentFiles, form }, { caseNo: record.caseNo, n });
  }

  async function bind(
    record: CaseRecord,
    { n, channel, homeStation, handedOverAt }: DossierOccasion,
    papers: readonly CountedPaper[],
  ): Promise<DossierFile> {
    const { caseNo } = record;
    const boundAt = clock.now();
    const sentAt = handedOverAt ?? boundAt;
    const cover = await renderer.render(
      'cover_sheet',
      coverSheetOf(record, { n, channel, homeStation, sentAt, papers, binding: 'bound' }),
    );
    const { pdf, pages } = await binder.bind(
      caseNo,
      cover,
      papers.filter((paper) => paper.pages !== null),
    );
    return {
      caseNo,
      n,
      channel,
      edition: 1,
      pages,
      sha256: sha256Of(pdf),
      papers: papers.map(factsOf),
      pdf,
      faxTiff: null,
      boundAt,
    };
  }
}

function factsOf({ mediaType, content, sha256, pages }: CountedPaper): Paper {
  return { mediaType, sizeBytes: content.byteLength, sha256, ...(pages === null ? {} : { pages }) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
