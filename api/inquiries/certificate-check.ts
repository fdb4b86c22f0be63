import type { Static } from '@fastify/type-provider-typebox';
import type { CertificateQuestion } from '../../db/repositories/certificate-checks.ts';
import { checkCertificate } from '../../db/repositories/certificate-checks.ts';
import { certificateLifeTitles } from '../../domain/case/status.ts';
import { checkNumber } from '../../domain/certificate/numbers.ts';
import { certificateTitles, checkSentences } from '../../domain/inquiry/certificate-check.ts';
import { typedCode, typedNumber } from '../../domain/inquiry/printed-code.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { hashesOfCode, hashOfToken } from '../../platform/printed-secrets.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import type { CertificateCheckBody, CertificateCheckSchema } from '../schemas/inquiry.ts';
import { attempt } from './attempts.ts';

export type CertificateCheckView = Static<typeof CertificateCheckSchema>;

/** By what is printed on a certificate somebody asks whether it is genuine. */
export type CertificateMarks = Static<typeof CertificateCheckBody>;

/** Whether a certificate is genuine and holds; the check is recorded, whoever made it is not. @throws {Problem} 404, 429 */
export async function checkMarks(
  deps: ApiDeps,
  address: string,
  marks: CertificateMarks,
): Promise<CertificateCheckView> {
  const { database, clock } = deps;
  const checkedAt = clock.now();
  const question = questionOf(deps, marks);
  const { certificateNo } = question;
  const found = await attempt(
    deps,
    { address, ...(certificateNo === null ? {} : { of: { kind: 'certificate', subject: certificateNo } }) },
    () => checkCertificate(database, question, checkedAt),
    () => new Problem('certificate_not_confirmed'),
  );
  const number = checkNumber(found.certificateNo);
  if (!number.valid) throw new Error('a certificate has a number that was allotted');
  const tree = await deps.units.tree();
  return {
    outcome: found.life,
    outcomeTitle: certificateLifeTitles[found.life],
    sentence: checkSentences[found.life],
    title: certificateTitles[found.kind],
    issuingUnit: tree.get(number.unit)?.name ?? number.unit,
    issuedOn: localDateOf(found.issuedAt),
    maskedName: found.maskedName,
    checkedAt,
  };
}

function questionOf({ database }: Pick<ApiDeps, 'database'>, marks: CertificateMarks): CertificateQuestion {
  if ('token' in marks) {
    return { way: 'token', certificateNo: null, secretHashes: [hashOfToken(marks.token)] };
  }
  const certificateNo = typedNumber(marks.certificateNo);
  const secretHashes = hashesOfCode(database.keys, certificateNo, typedCode(marks.checkCode));
  return { way: 'number', certificateNo, secretHashes };
}
