import { actTitles } from '../case/acts.ts';

/** An event of a Temporal history, as far as it is told. */
export interface ToldHistoryEvent {
  /** Temporal's name of it in lower camel case, as `activityTaskScheduled`. */
  readonly type: string;
  /** Of the activity that it is about, local or not. */
  readonly activityType: string | null;
  /** Of the command that came with it. */
  readonly commandType: string | null;
}

const activityTitles: Readonly<Record<string, string>> = {
  record: '写入台账',
  readAhead: '读取台账中后续的步骤',
  readFacts: '读取政策、日历和单位',
  resolveAudience: '查找应告知的人员',
  transmitDossier: '流转申请材料',
  bindDossier: '装订申请材料',
  issueCertificate: '生成证明',
  sendFiling: '发送备案函',
};

const commandTitles: Readonly<Record<string, string>> = {
  ...actTitles,
  accept: '受理',
  calendar_revised: '日历更新',
  migrate_policy: '政策迁移',
  retry_effect: '管理员立即重试',
  substitute_effect: '管理员登记人工办理',
  pause_case: '管理员暂停办理',
  resume_case: '管理员恢复办理',
  terminate_case: '管理员终止办理',
  reopen_case: '管理员恢复已办结的申请件',
  redirect_case: '管理员改送或者指派派出所',
};

type Sentence = (event: ToldHistoryEvent) => string;

const activity = ({ activityType }: ToldHistoryEvent) =>
  `“${activityTitles[activityType ?? ''] ?? activityType ?? '活动'}”`;
const command = ({ commandType }: ToldHistoryEvent) =>
  `“${commandTitles[commandType ?? ''] ?? commandType ?? '操作'}”`;

const sentences: Readonly<Record<string, Sentence>> = {
  workflowExecutionStarted: () => '工作流启动',
  workflowExecutionUpdateAccepted: (event) => `收到操作${command(event)}`,
  workflowExecutionUpdateCompleted: () => '操作已答复',
  workflowExecutionSignaled: (event) => `收到留存的操作${command(event)}`,
  workflowTaskFailed: () => '工作流代码执行失败',
  workflowTaskTimedOut: () => '工作流代码执行超时，换由其他工作进程执行',
  timerStarted: () => '等待下一事项的时间',
  timerFired: () => '下一事项的时间已到',
  timerCanceled: () => '下一事项的时间已改变',
  activityTaskScheduled: (event) => `安排${activity(event)}`,
  activityTaskStarted: () => '工作进程开始执行',
  activityTaskCompleted: () => '执行成功',
  activityTaskFailed: () => '执行失败，不再重试，案件已获知',
  activityTaskTimedOut: () => '执行超时，案件已获知',
  markerRecorded: activity,
  workflowExecutionCompleted: () => '案件办结，工作流结束',
  workflowExecutionFailed: () => '工作流失败',
  workflowExecutionTerminated: () => '工作流被终止',
  workflowExecutionContinuedAsNew: () => '历史过长，转入新的运行',
};

/** What an event says in the words of the house; null for what only Temporal needs. */
export function describeHistoryEvent(event: ToldHistoryEvent): string | null {
  return sentences[event.type]?.(event) ?? null;
}
