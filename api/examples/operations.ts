import { effectTitles, failureRemedies } from '../../domain/case/effect.ts';
import { incidentClasses } from '../../domain/operations/incident.ts';
import { remedies, remedyStandings } from '../../domain/operations/remedy.ts';
import { holderTitles } from '../../domain/case/holder.ts';
import { statusTitles } from '../../domain/case/status.ts';
import type { ExamplesOf } from './example.ts';
import { caseNo, idOf, lastPage, times } from './facts.ts';

const stuck = incidentClasses.effect_retrying;

const group = {
  ...{ class: 'effect_retrying', classTitle: stuck.title, meaning: stuck.meaning },
  ...{ reason: 'unprintable_text', count: 1, firstSeenAt: times.issued, lastSeenAt: times.notified },
};

const incident = {
  ...{ id: 7, class: 'effect_retrying', classTitle: stuck.title, caseNo, workflowId: `case/${caseNo}` },
  ...{ queue: null, part: 'issue_certificate/1', since: times.issued, firstSeenAt: times.issued },
  ...{ lastSeenAt: times.notified, endedAt: null, attempts: 2, reason: 'unprintable_text', build: null },
  message: `${effectTitles.issue_certificate}：无法打印字符 U+323B0（无字形）。${failureRemedies.unprintable_text}`,
  advice: stuck.advice,
  remedies: stuck.remedies.map((remedy) => ({
    remedy,
    title: remedies[remedy].title,
    approval: remedies[remedy].approval,
  })),
};

const rule = ({ title, postCondition }: { readonly title: string; readonly postCondition: string }) => ({
  title,
  postCondition,
});

const retry = { remedy: 'retry_effect', effectKey: 'issue_certificate/1' } as const;

const option = {
  ...{ remedy: 'retry_effect', ...rule(remedies.retry_effect), effect: remedies.retry_effect.effect },
  ...{
    approval: 'none',
    choice: retry,
    runsAgain: [`${effectTitles.issue_certificate}（issue_certificate/1）`],
  },
  absorbed: [`以 ${caseNo}/issue_certificate/1 为键：已做成的按该键识别，不会做第二次。`],
};

const reason = '已安装缺字字体，重新打印。';

const requested = {
  ...{ id: idOf(20), caseNo, remedy: 'retry_effect', ...rule(remedies.retry_effect), choice: retry, reason },
  ...{ standing: 'requested', standingTitle: remedyStandings.requested, finding: null },
  ...{ requestedBy: 'officer-9', requestedAt: times.notified, decidedBy: null, decidedAt: null },
  ...{ appliedAt: null, endedAt: null },
};

const moved = {
  ...requested,
  ...{ standing: 'moved', standingTitle: remedyStandings.moved, finding: '该操作已有结果。' },
  ...{ appliedAt: times.notified, endedAt: times.notified },
};

const agreed = {
  ...requested,
  ...{ remedy: 'reset', ...rule(remedies.reset), choice: { remedy: 'reset', to: 'first_task' } },
  ...{ decidedBy: 'officer-14', decidedAt: times.notified },
};

const explanation = {
  caseNo,
  ledger: {
    ...{ seq: 12, status: 'answered', statusTitle: statusTitles.answered },
    ...{ holderTitle: holderTitles.accepting_station, nextAt: times.due, paused: null },
  },
  workflow: {
    ...{ workflowId: `case/${caseNo}`, known: true, detail: null, runId: idOf(21), status: 'RUNNING' },
    ...{ historyLength: 61, startedAt: times.accepted, build: null, workflowTask: null, activities: [] },
    standing: { seq: 12, status: 'answered', wakesAt: times.due, awaited: [], unread: 0 },
  },
  agreement: 'agrees',
  waitsFor: [`${effectTitles.issue_certificate}：已失败 2 次。`, `${holderTitles.accepting_station}办理。`],
  history: [
    { eventId: 58, at: times.issued, type: 'activityTaskFailed', sentence: '执行失败，不再重试，案件已获知' },
  ],
  temporalUrl: null,
};

export const operationExamples: ExamplesOf<
  | 'listIncidents'
  | 'explainCase'
  | 'previewRemedies'
  | 'applyRemedy'
  | 'listRemedies'
  | 'getRemedy'
  | 'decideRemedy'
> = {
  listIncidents: { answers: { 200: { groups: [group], ...lastPage(incident) } } },
  explainCase: { answers: { 200: explanation } },
  previewRemedies: { answers: { 200: { items: [option] } } },
  applyRemedy: { body: { caseNo, choice: retry, reason }, answers: { 202: requested } },
  listRemedies: { answers: { 200: lastPage(moved) } },
  getRemedy: { answers: { 200: moved } },
  decideRemedy: { body: { decision: 'agreed' }, answers: { 202: agreed } },
};
