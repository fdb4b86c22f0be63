import type { EffectKey } from '../../domain/case/effect.ts';
import { effectTitles, isSubstitutable } from '../../domain/case/effect.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Remedy, RemedyChoice, ResetPoint } from '../../domain/operations/remedy.ts';
import { remedies, resetPoints } from '../../domain/operations/remedy.ts';
import { resetPointsOf } from '../../platform/temporal/reset-points.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import type { WorkflowLook } from './look-at-workflow.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';

/** A remedy that a case could be given now, with what would come of it. */
export interface RemedyOption {
  readonly remedy: Remedy;
  readonly title: string;
  readonly effect: string;
  readonly postCondition: string;
  readonly approval: 'none' | 'second_person';
  /** As it is asked for; what a person has to add to it he adds. */
  readonly choice: Partial<RemedyChoice> & { readonly remedy: Remedy };
  /** What would be done again. */
  readonly runsAgain: readonly string[];
  /** What of that has been done before, and how it is known not to be done twice. */
  readonly absorbed: readonly string[];
}

type Preview = Pick<RemedyOption, 'choice' | 'runsAgain' | 'absorbed'>;

function option(preview: Preview): RemedyOption {
  const { remedy } = preview.choice;
  return { remedy, ...remedies[remedy], ...preview };
}

/** What could be done about a case as it is now, with a preview of each: nothing is done by asking. */
export function remedyOptions(caseNo: CaseNo, state: CaseState, look: WorkflowLook): RemedyOption[] {
  return [
    ...effectOptions(caseNo, state),
    ...activityOptions(caseNo, look),
    ...takeUpOptions(state, look),
    ...resetOptions(state, look),
    {
      choice: { remedy: 'reproject' } as const,
      runsAgain: [`按台账的 ${state.seq} 步重新计算读取模型`],
      absorbed: ['台账不变，不产生通知。'],
    },
  ].map(option);
}

function effectOptions(caseNo: CaseNo, { pending, status }: CaseState): Preview[] {
  if (status === 'closed') return [];
  return Object.entries(pending).flatMap(([key, { effect, progress }]): Preview[] => {
    if (progress.kind === 'running') return [];
    const effectKey = key as EffectKey;
    const title = `${effectTitles[effect.type]}（${key}）`;
    const absorbed = [`以 ${caseNo}/${key} 为键：已做成的按该键识别，不会做第二次。`];
    const retry: Preview = { choice: { remedy: 'retry_effect', effectKey }, runsAgain: [title], absorbed };
    if (!isSubstitutable(effect)) return [retry];
    return [retry, { choice: { remedy: 'substitute_effect', effectKey }, runsAgain: [], absorbed: [title] }];
  });
}

function activityOptions(caseNo: CaseNo, look: WorkflowLook): Preview[] {
  if (look.kind !== 'known') return [];
  return look.work.activities
    .filter(({ attempt }) => attempt > 1)
    .map(({ activityId, activityType }) => ({
      choice: { remedy: 'retry_activity', workflowId: caseWorkflowId(caseNo), activityId },
      runsAgain: [activityType],
      absorbed: ['已写入的结果按幂等键识别。'],
    }));
}

function takeUpOptions({ status, seq }: CaseState, look: WorkflowLook): Preview[] {
  const isCarried = look.kind === 'known' && look.work.status === 'RUNNING';
  if (status === 'closed' || isCarried || look.kind === 'unreachable') return [];
  return [
    {
      choice: { remedy: 'take_up' },
      runsAgain: ['挂起的外部操作，及已到时的日程事项'],
      absorbed: [`台账已有的 ${seq} 步不会重复写入。`],
    },
  ];
}

function resetOptions({ seq }: CaseState, look: WorkflowLook): Preview[] {
  if (look.kind !== 'known' || look.work.status !== 'RUNNING') return [];
  return Object.entries(resetPointsOf(look.history)).map(([to, { eventId, activities, messages }]) => ({
    choice: { remedy: 'reset', to: to as ResetPoint },
    runsAgain: [`${resetPoints[to as ResetPoint]}（事件 ${eventId}）之后的步骤`, ...activities],
    absorbed: [`其后的 ${messages} 项操作会再次送达，台账已有的 ${seq} 步不会重复写入。`],
  }));
}
