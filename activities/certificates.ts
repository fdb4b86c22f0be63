import { createHash } from 'node:crypto';
import type { Annex1View } from '../domain/certificate/annex-1.ts';
import { matterTextOf } from '../domain/certificate/matter-text.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { EffectResult } from '../domain/case/command.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { Database } from '../db/database.ts';
import { getActContent } from '../db/repositories/act-records.ts';
import { getApplication } from '../db/repositories/applications.ts';
import { findCase } from '../db/repositories/cases.ts';
import { addCertificateOnce, findCertificateOfAsking } from '../db/repositories/certificates.ts';
import { allotCertificateNo } from '../db/repositories/numbers.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { EffectInput } from '../workflows/contract.ts';
import { withClassifiedFailures } from './failures.ts';

/** Makes papers; its implementation holds a browser. */
export interface CertificateRenderer {
  renderAnnex1(view: Annex1View): Promise<Uint8Array>;
}

export interface CertificateDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly renderer: CertificateRenderer;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Issues certificates: number, page and row, once for each asking. */
export function createCertificateActivities(deps: CertificateDeps) {
  const { database, units, renderer, clock } = deps;
  return {
    issueCertificate: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput): Promise<EffectResult> => {
        const issued =
          (await findCertificateOfAsking(database, caseNo, effect.n)) ?? (await issue(caseNo, effect.n));
        return { type: 'issue_certificate', certificateNo: issued.certificateNo, sha256: issued.sha256 };
      },
    ),
  };

  async function issue(caseNo: CaseNo, n: number) {
    const { acceptance, personal } = await getApplication(database, caseNo);
    const { acceptingStation, homeStation } = acceptance;
    const tree = await units.tree();
    const issuedAt = clock.now();
    const certificateNo = await allotCertificateNo(database, acceptingStation, issuedAt);
    const pdf = await renderer.renderAnnex1({
      applicantName: personal.applicant.name,
      idNumber: personal.applicant.idNumber,
      matterText: matterTextOf(personal.matters),
      homeStationName: getUnit(tree, homeStation).name,
      certificateText: await certificateTextOf(caseNo),
      issuingUnitName: getUnit(tree, acceptingStation).name,
      issuedOn: localDateOf(issuedAt),
      certificateNo,
    });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return addCertificateOnce(database, { certificateNo, caseNo, n, issuedAt, sha256, pdf });
  }

  /** The home station's words [§4], found under the answer that the ledger names. */
  async function certificateTextOf(caseNo: CaseNo): Promise<string> {
    const answer = (await findCase(database, caseNo))?.state.answer;
    if (answer == null) throw new Error('a certificate is issued from an answer, and the case has none');
    const { certificateText } = await getActContent(database, answer.answerId, 'answer');
    if (certificateText === undefined)
      throw new Error('a consistent answer carries the text of the certificate');
    return certificateText;
  }
}
