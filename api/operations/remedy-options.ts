import type { EffectKey } from '../../domain/case/effect.ts';
import { effectTitles, isSubstitutable } from '../../domain/case/effect.ts';
import { agenda } from '../../domain/case/agenda.ts';
import { statusBeforeItsEnd } from '../../domain/case/before-its-end.ts';
import { findRemedyObstacle } from '../../domain/case/decisions/administration.ts';
import { rungTitles } from '../../domain/escalation/rung.ts';
import { statusTitles } from '../../domain/case/status.ts';
import type { Instant } from '../../domain/time/instant.ts';
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
export function remedyOptions(
  caseNo: CaseNo,
  state: CaseState,
  look: WorkflowLook,
  now: Instant,
): RemedyOption[] {
  return [
    ...effectOptions(caseNo, state),
    ...activityOptions(caseNo, look),
    ...takeUpOptions(state, look),
    ...resetOptions(state, look),
    ...caseOptions(state, now),
    {
      choice: { remedy: 'reproject' } as const,
      runsAgain: [`按台账的 ${state.seq} 步重新计算读取模型`],
      absorbed: ['台账不变，不产生通知。'],
    },
  ].map(option);
}

function effectOptions(caseNo: CaseNo, { pending, status, paused }: CaseState): Preview[] {
  if (status === 'closed' || paused !== undefined) return [];
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
    .flatMap(({ activityId, activityType }) =>
      (['retry_activity', 'change_activity_options'] as const).map((remedy) => ({
        choice: { remedy, workflowId: caseWorkflowId(caseNo), activityId },
        runsAgain: [activityType],
        absorbed: ['已写入的结果按幂等键识别。'],
      })),
    );
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

/** What can be done to the case as a whole, as far as its rules let it. */
function caseOptions(state: CaseState, now: Instant): Preview[] {
  const resent = ['申请材料送交新的派出所，期限重新起算'];
  const ledger = `台账已有的 ${state.seq} 步不变。`;
  const dropped = Object.values(state.pending).map(({ effect }) => `不再执行：${effectTitles[effect.type]}`);
  const reopened = `恢复为“${statusTitles[statusBeforeItsEnd(state)]}”，期限重新起算`;
  const offers: readonly (Preview & { readonly asks: Parameters<typeof findRemedyObstacle>[1] })[] = [
    {
      asks: { type: 'redirect_case', act: 'reroute' },
      ...{ choice: { remedy: 'reroute' }, runsAgain: resent, absorbed: [ledger] },
    },
    {
      asks: { type: 'redirect_case', act: 'assign' },
      ...{ choice: { remedy: 'reassign' }, runsAgain: resent, absorbed: [ledger] },
    },
    {
      asks: { type: 'pause_case' },
      ...{ choice: { remedy: 'pause' }, runsAgain: [], absorbed: ['到时的督办和重试留待恢复后执行。'] },
    },
    {
      asks: { type: 'resume_case' },
      ...{ choice: { remedy: 'resume' }, runsAgain: heldBack(state, now), absorbed: [ledger] },
    },
    {
      asks: { type: 'terminate_case' },
      ...{ choice: { remedy: 'terminate' }, runsAgain: [], absorbed: [...dropped, ledger] },
    },
    {
      asks: { type: 'reopen_case' },
      ...{ choice: { remedy: 'restart' }, runsAgain: [reopened] },
      absorbed: ['办结时取消的外部操作不会自行再做，由办理单位重新发起。', ledger],
    },
  ];
  return offers.flatMap(({ asks, ...preview }) =>
    findRemedyObstacle(state, asks, now) === null ? [preview] : [],
  );
}

/** What came due while the case was paused, and happens at once when it is resumed. */
function heldBack({ paused: _, ...state }: CaseState, now: Instant): string[] {
  return agenda(state)
    .filter(({ at }) => at <= now)
    .map((item) =>
      item.kind === 'rung' ? `督办：${rungTitles[item.rung.rung]}` : `重试：${item.effectKey}`,
    );
}
