import type { ActContentOf } from '../domain/case/act-content.ts';
import type { EffectOf } from '../domain/case/effect.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { Database } from '../db/database.ts';
import { findActContent, listActContents } from '../db/repositories/act-records.ts';
import type { Dossier } from '../db/repositories/dossiers.ts';
import { listEvents } from '../db/repositories/ledger.ts';

/** What a certificate says in its own words. */
export type CertificateWords =
  | {
      readonly kind: 'annex_1';
      /** Those that the home station confirmed; nothing is said of the others. */
      readonly matters: readonly string[];
      readonly certificateText: string;
      readonly differsFrom: 'answer' | null;
      /** The unit whose officer answered: since a merger the successor's [附件1]. */
      readonly verifiedBy: UnitCode;
    }
  | { readonly kind: 'annex_2'; readonly registeredAddress: string };

/**
 * The words of a certificate: the home station's text [§4], or the officer's corrected writing of it; for an Annex 2 what
 * the population system shows [§5]. A reissued one says what the one before it said.
 * @throws {Error} when nobody has said them: the rules let no certificate be asked for then.
 */
export async function certificateWords(
  database: Database,
  { application, row, answer }: Dossier,
  { kind, requestId }: EffectOf<'issue_certificate'>,
): Promise<CertificateWords> {
  const { caseNo } = application;
  const request = await findActContent(database, requestId);
  if (kind === 'annex_2') {
    const own = request?.act === 'issue_annex_2' ? request : undefined;
    const latest = own ?? (await listActContents(database, caseNo, 'issue_annex_2')).at(-1);
    return { kind, registeredAddress: saidBy(latest).registeredAddress };
  }
  const corrected = await latestCorrection(database, caseNo, request);
  const certificateText = saidBy(corrected ?? answer?.certificateText);
  return {
    kind,
    matters: row?.state.answer?.confirmedMatters ?? [],
    certificateText,
    differsFrom: certificateText === answer?.certificateText ? null : 'answer',
    verifiedBy: saidBy(await findVerifier(database, caseNo)),
  };
}

async function findVerifier(
  database: Database,
  caseNo: Dossier['application']['caseNo'],
): Promise<UnitCode | undefined> {
  const events = await listEvents(database, caseNo);
  return events.flatMap(({ event }) => (event.type === 'answer_recorded' ? [event.by.unitCode] : [])).at(-1);
}

async function latestCorrection(
  database: Database,
  caseNo: Dossier['application']['caseNo'],
  request: Awaited<ReturnType<typeof findActContent>>,
): Promise<string | undefined> {
  if (request?.act === 'issue') return request.certificateText;
  // For a lost certificate: the words of the one that was lost.
  const issues: ActContentOf<'issue'>[] = await listActContents(database, caseNo, 'issue');
  return issues.at(-1)?.certificateText;
}

function saidBy<Words>(words: Words | undefined): Words {
  if (words === undefined) throw new Error('a certificate is issued from words that somebody gave');
  return words;
}
