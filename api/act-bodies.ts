import { Type, type Static } from '@fastify/type-provider-typebox';
import type { ActContent, WordlessAct } from '../domain/case/act-content.ts';
import type { Act } from '../domain/case/acts.ts';
import type { AnswerResult } from '../domain/case/status.ts';
import { answerResults } from '../domain/case/status.ts';
import { Problem } from './problems.ts';
import { filledText, text } from './schemas/text.ts';

const closed = { additionalProperties: false };

const nothing = Type.Object({}, closed);

const answerExample = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
};

/** What each act says, as it comes in; the fields are those of `domain/case/act-content`. */
export const actBodies = {
  refuse: Type.Object({ reason: filledText(500, '不予出具的理由') }, closed),
  withdraw: Type.Object({ statement: Type.Optional(text(500, '申请人的说明')) }, closed),
  transmit: nothing,
  receive: nothing,
  answer: Type.Object(
    {
      result: Type.Enum([...answerResults], { description: '查证结果' }),
      source: Type.Enum(['population_system', 'paper_register'], { description: '查证来源' }),
      certificateText: Type.Optional(filledText(2000, '证明内容，一致时必填，逐字印在证明上')),
      finding: Type.Optional(filledText(1000, '不一致的项目或无法查证的情况，不一致时必填')),
    },
    { ...closed, examples: [answerExample] },
  ),
  issue: nothing,
  notify: Type.Object(
    { method: Type.Enum(['telephone', 'in_person', 'message'], { description: '通知方式' }) },
    closed,
  ),
  collect: Type.Object(
    { collectedBy: Type.Enum(['applicant', 'guardian'], { description: '领取人' }) },
    closed,
  ),
} as const satisfies Record<Act, ReturnType<typeof Type.Object>>;

type AnswerBody = Static<(typeof actBodies)['answer']>;

/** A body that passed its schema. */
export type ActBody = { [A in Act]: { readonly act: A; readonly body: Static<(typeof actBodies)[A]> } }[Act];

/** The words that an act leaves in Postgres, or null for one that says nothing. @throws {Problem} 422 */
export function contentOf({ act, body }: ActBody): ActContent | null {
  if (act === 'answer') checkAnswer(body);
  return isWordless(act) ? null : ({ act, ...body } as ActContent);
}

function isWordless(act: Act): act is WordlessAct {
  return act === 'transmit' || act === 'receive' || act === 'issue';
}

/** [§3, §4]: a consistent answer gives the text of the certificate, any other says what was found instead. */
function checkAnswer({ result, certificateText, finding }: AnswerBody): void {
  const [needed, unwanted] =
    result === 'consistent'
      ? [
          { field: 'certificateText', given: certificateText },
          { field: 'finding', given: finding },
        ]
      : [
          { field: 'finding', given: finding },
          { field: 'certificateText', given: certificateText },
        ];
  const errors = [
    ...(needed.given === undefined
      ? [{ pointer: `/${needed.field}`, code: 'missing', message: neededMessages[result] }]
      : []),
    ...(unwanted.given === undefined
      ? []
      : [{ pointer: `/${unwanted.field}`, code: 'unknown_field', message: '此查证结果没有此项，请删除。' }]),
  ];
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
}

const neededMessages = {
  consistent: '查证一致时应填写证明内容。',
  inconsistent: '查证不一致时应写明不一致的项目。',
  identity_not_verifiable: '身份无法查证时应写明无法查证的情况。',
} as const satisfies Record<AnswerResult, string>;
