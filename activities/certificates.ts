import { createHash } from 'node:crypto';
import type { CertificateNo } from '../domain/certificate/numbers.ts';
import { matterTextOf } from '../domain/certificate/matter-text.ts';
import type { EffectResult } from '../domain/case/command.ts';
import { stationInCharge } from '../domain/directory/workplace.ts';
import { maskName } from '../domain/identity/masking.ts';
import type { CertificateCheckMarks, CertificateFoot } from '../domain/papers/annexes.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { Database } from '../db/database.ts';
import { readWorkplaces } from '../db/directory-part.ts';
import { addCertificateOnce, findCertificateOfAsking } from '../db/repositories/certificates.ts';
import { getPolicy } from '../db/repositories/policies.ts';
import type { Dossier } from '../db/repositories/dossiers.ts';
import { getDossier } from '../db/repositories/dossiers.ts';
import { allotCertificateNo } from '../db/repositories/numbers.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { KeyRing, SearchHash } from '../platform/key-ring.ts';
import type { TokenHash } from '../platform/printed-secrets.ts';
import { hashOfCode, hashOfToken, newCheckToken, newPrintedCode } from '../platform/printed-secrets.ts';
import type { PublicAddresses } from '../platform/public-addresses.ts';
import type { EffectInput } from '../workflows/contract.ts';
import type { DocumentRenderer } from './documents/document-renderer.ts';
import type { CertificateWords } from './certificate-words.ts';
import { certificateWords } from './certificate-words.ts';
import { withClassifiedFailures } from './failures.ts';

export interface CertificateDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly renderer: DocumentRenderer;
  /** Where a certificate can be checked. */
  readonly addresses: PublicAddresses;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Issues certificates: number, page and row, once for each asking. */
export function createCertificateActivities(deps: CertificateDeps) {
  const { database, units, renderer, clock } = deps;
  return {
    issueCertificate: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput<'issue_certificate'>): Promise<EffectResult> => {
        const dossier = await getDossier(database, caseNo);
        const words = await certificateWords(database, dossier, effect);
        const { certificateNo, sha256 } =
          (await findCertificateOfAsking(database, caseNo, effect.n)) ??
          (await issue(dossier, effect.n, words));
        const differsFrom = words.kind === 'annex_1' ? words.differsFrom : null;
        return { type: 'issue_certificate', certificateNo, sha256, differsFrom };
      },
    ),
  };

  async function issue({ application, row }: Dossier, n: number, words: CertificateWords) {
    if (row === null) throw new Error('a certificate is issued for a case that has begun');
    const { acceptingStation, policyVersions } = row.state;
    const { caseNo } = application;
    const { applicant, matters } = application.personal;
    const tree = await units.tree();
    const issuedAt = clock.now();
    const issuedOn = localDateOf(issuedAt);
    const workplaces = await readWorkplaces(database, tree);
    const issuingStation = stationInCharge(workplaces, acceptingStation, issuedOn);
    const certificateNo = await allotCertificateNo(database, issuingStation, issuedAt);
    const foot = (await getPolicy(database, policyVersions.accepting)).papers.certificateFoot;
    const { check, hashes } = marksFor(foot, certificateNo, deps);
    const common = {
      applicantName: applicant.name,
      idNumber: applicant.idNumber,
      foot,
      ...(check === undefined ? {} : { check }),
      issuingUnitName: getUnit(tree, issuingStation).name,
      issuedOn,
      certificateNo,
    };
    const pdf =
      words.kind === 'annex_2'
        ? await renderer.render('annex_2', {
            ...common,
            matterText: matterTextOf(matters),
            registeredAddress: words.registeredAddress,
          })
        : await renderer.render('annex_1', {
            ...common,
            matterText: matterTextOf(matters.filter(({ code }) => words.matters.includes(code))),
            homeStationName: getUnit(tree, words.verifiedBy).name,
            certificateText: words.certificateText,
          });
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const maskedName = maskName(applicant.name);
    const printed = { certificateNo, caseNo, n, issuedAt, sha256, pdf };
    return addCertificateOnce(database, { ...printed, ...hashes, maskedName });
  }
}

interface Marks {
  readonly check?: CertificateCheckMarks;
  readonly hashes: { readonly checkCodeHash: SearchHash | null; readonly tokenHash: TokenHash | null };
}

interface MarkingDeps extends Pick<CertificateDeps, 'addresses'> {
  readonly database: { readonly keys: KeyRing };
}

/** What the foot holds by which anybody may check the certificate: on the paper as it is, in the database as hashes. */
function marksFor(
  foot: CertificateFoot,
  certificateNo: CertificateNo,
  { addresses, database: { keys } }: MarkingDeps,
): Marks {
  if (foot === 'none') return { hashes: { checkCodeHash: null, tokenHash: null } };
  const code = newPrintedCode();
  const token = newCheckToken();
  return {
    check: { code, address: addresses.verify, qrAddress: addresses.verifyBy(token) },
    hashes: { checkCodeHash: hashOfCode(keys, certificateNo, code), tokenHash: hashOfToken(token) },
  };
}
