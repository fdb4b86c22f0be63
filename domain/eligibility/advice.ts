import type { Application } from '../application/application.ts';
import { checkIdNumber } from '../identity/id-number.ts';
import { idNumberWarningSentences } from '../identity/id-number-reasons.ts';
import type { Advice } from './finding.ts';
import type { EligibilityContext } from './rule.ts';

/** What the officer should look at; the application stays eligible. */
export function warningsOf({ applicant }: Application, { asOf, divisions }: EligibilityContext): Advice[] {
  const check = checkIdNumber(applicant.idNumber, asOf, divisions);
  if (!check.valid) return [];
  return check.warnings.map((warning) => ({
    pointer: '/applicant/idNumber',
    code: `id_number_${warning}`,
    message: idNumberWarningSentences[warning],
  }));
}

/** What may save the applicant the way: never a refusal (§7). */
export function hintsOf({ purpose }: Application): Advice[] {
  if (!purpose || !/结婚|离婚|婚姻/u.test(purpose)) return [];
  const message =
    '自2025年5月10日起，办理结婚登记、离婚登记不再需要居民户口簿（《婚姻登记条例》），请提示申请人确认是否仍需开具证明。';
  return [{ pointer: '/purpose', code: 'marriage_needs_no_booklet', message }];
}
