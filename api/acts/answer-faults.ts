import type { AnswerResult } from '../../domain/case/status.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import type { FieldFault } from '../schemas/problem.ts';
import type { BodyOf } from './bodies.ts';

const neededMessages = {
  consistent: '查证一致时应填写证明内容。',
  partly_consistent: '部分一致时应填写已查证一致事项的证明内容。',
  inconsistent: '查证不一致时应写明登记与申请有何不同。',
  identity_not_verifiable: '身份无法查证时应写明无法查证的情况。',
} as const satisfies Record<AnswerResult, string>;

/** [§3, §4]: what is consistent gives the text of the certificate, anything else says what was found instead. */
export function answerFaults(body: BodyOf<'answer'>, matters: readonly MatterCode[]): FieldFault[] {
  const { result, certificateText, finding } = body;
  const confirms = result === 'consistent' || result === 'partly_consistent';
  const [needed, unwanted] = confirms
    ? [
        { field: 'certificateText', given: certificateText },
        { field: 'finding', given: result === 'consistent' ? finding : undefined },
      ]
    : [
        { field: 'finding', given: finding },
        { field: 'certificateText', given: certificateText },
      ];
  return [
    ...(needed.given === undefined
      ? [{ pointer: `/${needed.field}`, code: 'missing', message: neededMessages[result] }]
      : []),
    ...(unwanted.given === undefined
      ? []
      : [{ pointer: `/${unwanted.field}`, code: 'unknown_field', message: '此查证结果没有此项，请删除。' }]),
    ...itemFaults(body),
    ...matterFaults(body, matters),
  ];
}

/** What differs is named by item, since a finding is for the stations and the notice to the applicant is not (S05). */
function itemFaults({ result, matters: findings = [], differingItems }: BodyOf<'answer'>): FieldFault[] {
  const differs = result === 'inconsistent' || findings.some((finding) => finding.result === 'inconsistent');
  if (differs === (differingItems !== undefined)) return [];
  const pointer = '/differingItems';
  return differs
    ? [{ pointer, code: 'missing', message: '有不一致的，应选择不一致的项目。' }]
    : [{ pointer, code: 'unknown_field', message: '此查证结果没有此项，请删除。' }];
}

function matterFaults({ result, matters: findings }: BodyOf<'answer'>, matters: readonly MatterCode[]) {
  if (result !== 'partly_consistent') {
    return findings === undefined
      ? []
      : [{ pointer: '/matters', code: 'unknown_field', message: '只有部分一致时逐项填写，请删除。' }];
  }
  const given = (findings ?? []).map(({ matter }) => matter).sort();
  const isWhole = [...matters].sort().join() === given.join();
  const results = new Set((findings ?? []).map((finding) => finding.result === 'consistent'));
  const faults: FieldFault[] = [];
  if (!isWhole) {
    const message = '部分一致时应逐项填写申请的每一事项，各一次。';
    faults.push({ pointer: '/matters', code: 'matters_incomplete', message });
  } else if (results.size !== 2) {
    const message = '部分一致应至少有一项一致、一项不一致；否则请改选查证结果。';
    faults.push({ pointer: '/matters', code: 'matters_not_mixed', message });
  }
  (findings ?? []).forEach(({ result: itemResult, finding }, index) => {
    if (itemResult !== 'inconsistent' || finding !== undefined) return;
    const message = '不一致的事项应写明登记与申请有何不同。';
    faults.push({ pointer: `/matters/${index}/finding`, code: 'missing', message });
  });
  return faults;
}

/** The matters that an answer confirms. */
export function confirmedMattersOf(
  { result, matters: findings }: BodyOf<'answer'>,
  matters: readonly MatterCode[],
): readonly MatterCode[] {
  if (result === 'consistent') return matters;
  return (findings ?? []).flatMap((finding) => (finding.result === 'consistent' ? finding.matter : []));
}
