import { mergedSentence } from '../directory/mergers.ts';
import type { Application } from '../application/application.ts';
import { checkIdNumber } from '../identity/id-number.ts';
import { idNumberWarningSentences } from '../identity/id-number-reasons.ts';
import type { Advice } from './finding.ts';
import type { EligibilityContext, RuleContext } from './rule.ts';
import { isNone } from './rule.ts';
import type { UnitCode } from '../units/unit.ts';

/** What the officer should look at; the application stays eligible. */
export function warningsOf(application: Application, context: RuleContext): Advice[] {
  return [...idNumberWarningsOf(application, context), ...relatedCasesOf(context)];
}

function idNumberWarningsOf({ applicant }: Application, context: RuleContext): Advice[] {
  const { asOf, divisions, endedDivisions } = context;
  const pointer = '/applicant/idNumber';
  const check = checkIdNumber(applicant.idNumber, asOf, divisions);
  if (!check.valid) return [];
  const warnings = check.warnings.map((warning): Advice => ({
    pointer,
    code: `id_number_${warning}`,
    message: idNumberWarningSentences[warning],
  }));
  const division = check.idNumber.slice(0, 6);
  const ended = endedDivisions.get(division);
  if (ended === undefined) return warnings;
  // The prefix says where the number was given, nothing about where the register is kept today (§2).
  const message = `号码前六位${division}为原${ended.name}，${ended.endYear}年起不再使用；号码本身有效，户籍地派出所以户口登记为准。`;
  return [...warnings, { pointer, code: 'id_number_ended_division', message }];
}

function relatedCasesOf({ openCasesOfSameMatter, otherOpenCases }: EligibilityContext): Advice[] {
  const open = [openCasesOfSameMatter, otherOpenCases];
  if (open.every(isNone)) return [];
  const related = open.flatMap(({ inScope }) => inScope);
  const elsewhere = open.some((each) => each.elsewhere === 'some');
  const message = [
    related.length === 0 ? [] : [`申请人另有在办申请件：${related.join('、')}。`],
    elsewhere ? ['申请人在其他公安机关另有在办申请件。'] : [],
  ]
    .flat()
    .join('');
  return [{ pointer: '/applicant', code: 'related_open_cases', message, related }];
}

/** Whether the application goes to another station than was chosen, whose work is done there now (S35). */
export function mergerAdviceOf(
  chosen: UnitCode,
  { homeStation }: Application,
  { tree }: Pick<EligibilityContext, 'tree'>,
): Advice[] {
  if (chosen === homeStation) return [];
  const message = `${mergedSentence(tree, homeStation)}，本件已改送该所。`;
  return [{ pointer: '/homeStation', code: 'home_station_merged', message }];
}

/** What may save the applicant the way: never a refusal (§7). */
export function hintsOf({ purpose }: Application): Advice[] {
  if (!purpose || !/结婚|离婚|婚姻/u.test(purpose)) return [];
  const message =
    '自2025年5月10日起，办理结婚登记、离婚登记不再需要居民户口簿（《婚姻登记条例》），请提示申请人确认是否仍需开具证明。';
  return [{ pointer: '/purpose', code: 'marriage_needs_no_booklet', message }];
}
