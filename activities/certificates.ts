import { createHash } from 'node:crypto';
import type { Annex1View } from '../domain/certificate/annex-1.ts';
import { matterTextOf } from '../domain/certificate/matter-text.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { EffectResult } from '../domain/case/command.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { Database } from '../db/database.ts';
import { addCertificateOnce, findCertificateOfAsking } from '../db/repositories/certificates.ts';
import { getDossier } from '../db/repositories/dossiers.ts';
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
    const { application, answer } = await getDossier(database, caseNo);
    const { acceptance, personal } = application;
    const { acceptingStation, homeStation } = acceptance;
    // The home station's words [§4].
    const certificateText = answer?.certificateText;
    if (certificateText === undefined) throw new Error('a certificate is issued from a consistent answer');
    const tree = await units.tree();
    const issuedAt = clock.now();
    const certificateNo = await allotCertificateNo(database, acceptingStation, issuedAt);
    const pdf = await renderer.renderAnnex1({
      applicantName: personal.applicant.name,
      idNumber: personal.applicant.idNumber,
      matterText: matterTextOf(personal.matters),
      homeStationName: getUnit(tree, homeStation).name,
      certificateText,
      issuingUnitName: getUnit(tree, acceptingStation).name,
      issuedOn: localDateOf(issuedAt),
      certificateNo,
    });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return addCertificateOnce(database, { certificateNo, caseNo, n, issuedAt, sha256, pdf });
  }
}
