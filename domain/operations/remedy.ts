import type { EffectKey } from '../case/effect.ts';
import type { TerminationCause } from '../case/status.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { BundleId } from '../notices/delivery.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';

interface RemedyRule {
  readonly title: string;
  /** What it does, for whoever chooses it. */
  readonly effect: string;
  /** By what it is known to have helped; until that has been seen nothing is reported as done. */
  readonly postCondition: string;
  /** Whether somebody else has to agree: what cannot be taken back, or stands in for what a system did not do. */
  readonly approval: 'none' | 'second_person';
}

/** What an administrator can have done to a case that does not move. Each is tried, applied, and then looked after. */
export const remedies = {
  retry_effect: {
    title: '立即重试',
    effect: '立即再次执行未成功的外部操作，不等待下一次自动重试。',
    postCondition: '该操作已有新的结果，且为成功。',
    approval: 'none',
  },
  substitute_effect: {
    title: '以人工结果代替',
    effect: '不再执行该外部操作，以人工已办理的结果（如已人工送达、已发函）代替。',
    postCondition: '该操作不再挂起，办理经过中已有替代的结果。',
    approval: 'second_person',
  },
  retry_activity: {
    title: '立即重试 Temporal 活动',
    effect: '清零该活动的重试次数并立即执行；已写入的结果由幂等键识别，不会重复。',
    postCondition: '该活动已执行成功，不再挂起。',
    approval: 'none',
  },
  change_activity_options: {
    title: '调整 Temporal 活动的参数',
    effect: '改变该活动的单次执行时限或重试参数，从下一次执行起生效；案件的办理规则不变。',
    postCondition: '该活动已执行成功，不再挂起。',
    approval: 'none',
  },
  reroute: {
    title: '改送其他派出所',
    effect: '按“改送”的规则，将申请材料改送另一户籍地派出所（或待指派的县级），原派出所不再办理。',
    postCondition: '台账中的户籍地派出所已变更，申请材料已送交该单位。',
    approval: 'second_person',
  },
  reassign: {
    title: '代为指派派出所',
    effect: '按“指派”的规则，代县级为只写明县（区）的申请指派户籍地派出所。',
    postCondition: '台账中的户籍地派出所已变更，申请材料已送交该单位。',
    approval: 'second_person',
  },
  pause: {
    title: '暂停办理',
    effect: '暂停期间不接受任何操作，不执行外部操作，不触发督办；法定期限照常计算。',
    postCondition: '台账和工作流均已暂停。',
    approval: 'none',
  },
  resume: {
    title: '恢复办理',
    effect: '结束暂停；暂停期间到时的督办和重试随即执行。',
    postCondition: '台账和工作流均已恢复，到时的事项已执行。',
    approval: 'none',
  },
  terminate: {
    title: '终止办理',
    effect: '以“终止办理”为结果办结案件并终止工作流，通知申请人和两地派出所。',
    postCondition: '台账已办结，工作流不再运行，读取模型与台账一致，没有待执行的操作或督办。',
    approval: 'second_person',
  },
  restart: {
    title: '恢复已办结的案件',
    effect: '将已办结的案件恢复到办结前的状态，由工作流从台账接续办理；各项期限重新起算。',
    postCondition: '台账中案件未办结，工作流正在运行，两者一致。',
    approval: 'second_person',
  },
  start: {
    title: '启动工作流',
    effect: '为已受理保存而尚未启动的申请启动工作流。',
    postCondition: '案件已有台账和运行中的工作流，两者一致。',
    approval: 'none',
  },
  take_up: {
    title: '按台账接续',
    effect: '为没有工作流的案件启动工作流，从台账记录的最后一步接续办理。',
    postCondition: '案件有运行中的工作流，且其状态与台账一致。',
    approval: 'none',
  },
  reset: {
    title: '重置工作流',
    effect: '将工作流退回选定的时点重新执行；台账已有的步骤不会重复写入。',
    postCondition: '新的运行已完成至少一个工作流任务，且其状态与台账一致。',
    approval: 'second_person',
  },
  redeliver: {
    title: '重新发送通知',
    effect: '以原编号重新发送未送出的通知，接收方据此识别重复。',
    postCondition: '该通知已送出。',
    approval: 'none',
  },
  reproject: {
    title: '重建读取模型',
    effect: '按台账重新计算案件的读取模型（列表、期限、督办、统计），台账不变。',
    postCondition: '读取模型与台账一致。',
    approval: 'none',
  },
} as const satisfies Record<string, RemedyRule>;

export type Remedy = keyof typeof remedies;

export const remedyNames = Object.keys(remedies) as Remedy[];

/** A remedy with what has to be chosen for it. */
export type RemedyChoice =
  | { readonly remedy: 'retry_effect'; readonly effectKey: EffectKey }
  | {
      readonly remedy: 'substitute_effect';
      readonly effectKey: EffectKey;
      readonly doneAt: Instant;
      /** Of a dossier: how many papers were handed over; of anything else 0. */
      readonly pages: number;
    }
  | { readonly remedy: 'retry_activity'; readonly workflowId: string; readonly activityId: string }
  | {
      readonly remedy: 'change_activity_options';
      readonly workflowId: string;
      readonly activityId: string;
      readonly options: ActivityOptions;
    }
  | { readonly remedy: 'reroute' | 'reassign'; readonly homeStation: UnitCode }
  | { readonly remedy: 'pause' }
  | { readonly remedy: 'resume' }
  | { readonly remedy: 'restart' }
  | { readonly remedy: 'terminate'; readonly cause: TerminationCause }
  | { readonly remedy: 'reset'; readonly to: ResetPoint }
  | { readonly remedy: 'redeliver'; readonly delivery: BundleId }
  | { readonly remedy: 'start'; readonly caseNo: CaseNo }
  | { readonly remedy: 'take_up' }
  | { readonly remedy: 'reproject' };

/** What can be changed of how Temporal tries an activity; at least one, what is left out stays. */
export interface ActivityOptions {
  /** How long one try may take. */
  readonly startToCloseSeconds?: number;
  /** How often it is tried at most, counted from its first try; 0: as often as it takes. */
  readonly maximumAttempts?: number;
  /** The pause after the first failure; each further one doubles it. */
  readonly initialIntervalSeconds?: number;
  readonly maximumIntervalSeconds?: number;
}

/** Where a workflow can be put back to. */
export const resetPoints = {
  first_task: '第一个工作流任务',
  before_failing_step: '失败步骤之前',
  last_good_task: '最后一个成功的工作流任务',
} as const;

export type ResetPoint = keyof typeof resetPoints;

/** How far the applying of a remedy has come. `moved` is only said of a case that was seen to have moved. */
export const remedyStandings = {
  awaiting_approval: '待第二人同意',
  requested: '待执行',
  applied: '已执行，待确认效果',
  moved: '已见效',
  not_moved: '未见效',
  not_applicable: '无法执行',
  declined: '第二人不同意',
} as const;

export type RemedyStanding = keyof typeof remedyStandings;

/** Standings that do not change any more. */
export const endedStandings = [
  'moved',
  'not_moved',
  'not_applicable',
  'declined',
] as const satisfies readonly RemedyStanding[];

export type EndedStanding = (typeof endedStandings)[number];

/** What a look at a case after a remedy has found. */
export type Finding =
  { readonly standing: 'not_yet' } | { readonly standing: 'moved' | 'not_moved'; readonly finding: string };
