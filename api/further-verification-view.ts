import type { Static } from '@fastify/type-provider-typebox';
import type { ActContent } from '../domain/case/act-content.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { FurtherVerification } from '../domain/case/further-verification.ts';
import { furtherOutcomeTitles } from '../domain/case/further-verification.ts';
import { furtherResultTitles } from '../domain/case/status.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { FurtherVerificationSchema } from './schemas/further-verification.ts';

type Words = ReadonlyMap<CommandId, ActContent>;

/** Under what ids the words of an asking and its answer stand. */
export function wordIdsOf({ requestId, outcome }: FurtherVerification): CommandId[] {
  return [requestId, ...(outcome?.kind === 'answered' ? [outcome.answerId] : [])];
}

/** What a further station was asked and said; its words are for those who handle the case [§8]. */
export function furtherVerificationView(
  asking: FurtherVerification,
  words: Words,
  tree: UnitTree,
): Static<typeof FurtherVerificationSchema> {
  const { n, station, askedAt, requestId, outcome } = asking;
  const asked = words.get(requestId);
  return {
    n,
    station: { code: station, name: getUnit(tree, station).name },
    askedAt,
    ...(asked?.act === 'request_further_verification' ? { question: asked.question } : {}),
    outcome: outcome?.kind ?? null,
    outcomeTitle: outcome === null ? '待反馈' : furtherOutcomeTitles[outcome.kind],
    endedAt: outcome?.at ?? null,
    ...answerOf(outcome, words),
  };
}

function answerOf(outcome: FurtherVerification['outcome'], words: Words) {
  if (outcome?.kind !== 'answered') return { result: null, resultTitle: null };
  const { result, answerId } = outcome;
  const said = words.get(answerId);
  const answered = said?.act === 'answer_further_verification' ? said : undefined;
  return {
    result,
    resultTitle: furtherResultTitles[result],
    ...(answered === undefined ? {} : { finding: answered.finding, source: answered.source }),
  };
}
