import type { CaseNo } from '../certificate/numbers.ts';
import type { Instant } from '../time/instant.ts';
import type { Remedy } from './remedy.ts';

interface ClassRule {
  readonly title: string;
  readonly meaning: string;
  /** What a person does; where the system can do it for him, it is one of the remedies. */
  readonly advice: string;
  readonly remedies: readonly Remedy[];
}

/** Why something does not move. */
export const incidentClasses = {
  effect_retrying: {
    title: '外部操作失败，将自动重试',
    meaning: '流转、出具或发函未成功，系统将在下一次自动重试时再次执行。',
    advice: '按原因排除故障；排除后可立即重试。',
    remedies: ['retry_effect', 'substitute_effect'],
  },
  effect_given_up: {
    title: '外部操作失败，已停止重试',
    meaning: '流转、出具或发函在 7 天以上的自动重试后仍未成功。',
    advice: '按原因排除故障后重试，或人工办理后以人工结果代替。',
    remedies: ['retry_effect', 'substitute_effect'],
  },
  workflow_task_failing: {
    title: '工作流代码反复失败',
    meaning: '工作流任务连续失败，通常因新版本代码无法接续旧的执行历史。',
    advice: '先回退到上一版本，任务会自行恢复；回退无效时先试重放，再重置工作流。',
    remedies: ['reset'],
  },
  activity_retrying: {
    title: '活动在 Temporal 中反复重试',
    meaning: '活动多次失败，Temporal 正在重试，结果尚未回到案件。',
    advice: '按最近一次失败的原因排除故障；排除后可立即重试。',
    remedies: ['retry_activity', 'change_activity_options'],
  },
  queue_without_pollers: {
    title: '任务队列无人处理',
    meaning: '最近没有工作进程从该队列领取任务，其上的工作全部停住。',
    advice: '启动处理该队列的工作进程（activities/worker.ts --queues），并查看其日志。',
    remedies: [],
  },
  timer_overdue: {
    title: '到时未执行',
    meaning: '案件日程中的下一事项已到时，却没有发生。',
    advice: '查看工作进程与 Temporal 是否运行；均正常而仍未执行的，重置工作流。',
    remedies: ['reset'],
  },
  state_disagreement: {
    title: '工作流与台账不一致',
    meaning: '工作流所知的状态与台账不同，或读取模型与台账不同。',
    advice: '台账为准：工作流落后的，重置工作流使其按台账接续；读取模型有误的，重建读取模型。',
    remedies: ['reset', 'reproject'],
  },
  workflow_missing: {
    title: '案件没有工作流',
    meaning: '已受理未办结的案件没有运行中的工作流。',
    advice: '系统每 5 分钟自动接续一次；也可立即按台账接续。',
    remedies: ['take_up', 'start'],
  },
  delivery_given_up: {
    title: '通知发送失败，已停止',
    meaning: '一条通知在规定的期限内始终未能送出。',
    advice: '核对收件地址与渠道设置后重新发送，或电话告知。',
    remedies: ['redeliver'],
  },
  rung_without_recipients: {
    title: '督办无人可告知',
    meaning: '督办已触发，而通讯录中没有可告知的人。',
    advice: '补录通讯录中相应岗位的人员；本次督办请电话告知；派出所无人可办的，改送或者代为指派其他派出所。',
    remedies: ['reroute', 'reassign'],
  },
} as const satisfies Record<string, ClassRule>;

export type IncidentClass = keyof typeof incidentClasses;

export const incidentClassNames = Object.keys(incidentClasses) as IncidentClass[];

/** What does not move. */
export type IncidentSubject =
  | {
      readonly kind: 'workflow';
      readonly workflowId: string;
      /** Where the workflow carries a case that has its ledger. */
      readonly caseNo: CaseNo | null;
      /** Which of several things of it: an effect, a rung, an activity. */
      readonly part: string | null;
    }
  | { readonly kind: 'queue'; readonly queue: string; readonly work: 'workflow' | 'activity' };

/** Names a subject within a class: the same thing seen again is the same incident. */
export function subjectKeyOf(subject: IncidentSubject): string {
  if (subject.kind === 'queue') return `queue/${subject.queue}/${subject.work}`;
  const { workflowId, part } = subject;
  return part === null ? workflowId : `${workflowId}#${part}`;
}

/** Something that was found not moving. */
export interface Sighting {
  readonly class: IncidentClass;
  readonly subject: IncidentSubject;
  /** Since when, as far as the place says where it was found. */
  readonly since: Instant;
  readonly attempts: number;
  /** The finer reason: a failure class, a cause of Temporal's; a code, never words. */
  readonly reason: string | null;
  /** For staff; codes, instants and numbers, no personal data. */
  readonly message: string;
  /** The build of the worker's code, where Temporal knows it. */
  readonly build: string | null;
}

/** An incident that is open, by what names it. */
export interface OpenIncident {
  readonly class: IncidentClass;
  readonly subjectKey: string;
  readonly workflowId: string | null;
}

/** What one look at the house has found of some classes. */
export interface Look {
  readonly classes: readonly IncidentClass[];
  readonly sightings: readonly Sighting[];
  /** Whether an incident that was not found this time may last all the same: it was not looked at. Left out: none does. */
  readonly mayLast?: (incident: OpenIncident) => boolean;
}
