import type { ActContentOf, RegisterSource } from '../../domain/case/act-content.ts';
import type { CaseEventOf } from '../../domain/case/event.ts';
import type { FurtherVerification } from '../../domain/case/further-verification.ts';
import { furtherResultTitles } from '../../domain/case/status.ts';
import { findClock } from '../../domain/case/state.ts';
import { answerResultTitles } from '../../domain/case/status.ts';
import { isMatterCode, matters as catalogue } from '../../domain/matters/catalogue.ts';
import { paperUnitOf } from '../../domain/papers/paper-unit.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import type { ReportedFurtherVerification, ReportedMatter } from '../../domain/papers/verification-report.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import { about } from './about-case.ts';
import type { CaseRecord } from './case-record.ts';
import { acceptingStationOf, matterLinesIn, occasionOf, wordsOf } from './case-record.ts';

const sourceTitles = {
  population_system: '人口信息系统',
  paper_register: '户籍档案、底册',
} as const satisfies Record<RegisterSource, string>;

const matterResultTitles = {
  consistent: '一致',
  inconsistent: '不一致',
  no_record: '无登记',
  not_verified: '无法查证',
} as const;

export function verificationReportOf(record: CaseRecord): PaperViews['verification_report'] {
  const event = occasionOf(record, 'answer_recorded');
  const words = wordsOf(record, event.answerId, 'answer');
  const clock = findClock(record.state, 'verification');
  return {
    ...about(record),
    acceptingStation: acceptingStationOf(record),
    homeStation: paperUnitOf(record.tree, event.by.unitCode),
    resultTitle: answerResultTitles[event.result],
    matters: record.application.matters.map(({ code }) => reported(record, code, event, words)),
    certificateText: words.certificateText ?? null,
    finding: words.finding ?? null,
    sourceTitle: sourceTitles[words.source],
    furtherVerifications: record.state.furtherVerifications.flatMap((asking) => furtherOf(record, asking)),
    receivedAt: record.state.receivedAt,
    dueAt: clock?.deadline.dueAt ?? null,
    answeredAt: record.occasion.occurredAt,
    timeliness: event.timeliness,
    verifiers: record.state.matters.some((code) => catalogue[code].twoPersons) ? 'two' : 'one',
  };
}

/** Only what was answered says something of a register. */
function furtherOf(
  record: CaseRecord,
  { station, outcome }: FurtherVerification,
): ReportedFurtherVerification[] {
  if (outcome?.kind !== 'answered') return [];
  const { finding, source } = wordsOf(record, outcome.answerId, 'answer_further_verification');
  return [
    {
      stationName: getUnit(record.tree, station).name,
      resultTitle: furtherResultTitles[outcome.result],
      finding,
      sourceTitle: sourceTitles[source],
      answeredAt: outcome.at,
    },
  ];
}

function reported(
  record: CaseRecord,
  code: string,
  { result, confirmedMatters }: CaseEventOf<'answer_recorded'>,
  { matters = [] }: ActContentOf<'answer'>,
): ReportedMatter {
  const [title = code] = matterLinesIn(record, (candidate) => candidate === code);
  const found = matters.find(({ matter }) => matter === code);
  const isConfirmed = isMatterCode(code) && confirmedMatters.includes(code);
  const otherwise = result === 'identity_not_verifiable' ? 'not_verified' : 'inconsistent';
  const key = found?.result ?? (isConfirmed ? 'consistent' : otherwise);
  return { title, resultTitle: matterResultTitles[key], finding: found?.finding ?? null };
}
