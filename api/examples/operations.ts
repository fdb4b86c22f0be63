import { effectTitles, failureRemedies } from '../../domain/case/effect.ts';
import { incidentClasses } from '../../domain/operations/incident.ts';
import { remedies } from '../../domain/operations/remedy.ts';
import type { ExamplesOf } from './example.ts';
import { caseNo, lastPage, times } from './facts.ts';

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

export const operationExamples: ExamplesOf<'listIncidents'> = {
  listIncidents: { answers: { 200: { groups: [group], items: [incident], ...lastPage } } },
};
