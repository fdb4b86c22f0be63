import { batchStandings, itemStandings } from '../../domain/operations/batch.ts';
import { remedies } from '../../domain/operations/remedy.ts';
import type { ExamplesOf } from './example.ts';
import { caseNo, idOf, lastPage, province, times } from './facts.ts';

const action = { kind: 'remedy', choice: { remedy: 'retry_effect' } };
const filter = { incidentClass: ['effect_retrying'], reason: 'unprintable_text' };
const reason = '已安装缺字字体，全部重新打印。';
const choice = { remedy: 'retry_effect', effectKey: 'issue_certificate/1' };

const requested = {
  ...{ id: idOf(22), action, title: remedies.retry_effect.title, filter, reason, ratePerMinute: 60 },
  ...{ approval: 'none', standing: 'requested', standingTitle: batchStandings.requested },
  ...{ total: 2, waiting: 2, underWay: 0, results: [], lastTakenAbout: times.notified },
  ...{ requestedBy: 'officer-9', requestedUnit: province.code, requestedAt: times.notified },
  ...{ decidedBy: null, decidedAt: null, startedAt: null, stoppedBy: null, stoppedAt: null, endedAt: null },
};

const result = (standing: 'moved' | 'stopped', count: number) => ({
  ...{ standing, title: itemStandings[standing], count },
});

const finished = {
  ...requested,
  ...{ standing: 'finished', standingTitle: batchStandings.finished, waiting: 0, lastTakenAbout: null },
  ...{ results: [result('moved', 2)], startedAt: times.notified, endedAt: times.notified },
};

const stopped = {
  ...requested,
  ...{ standing: 'stopped', standingTitle: batchStandings.stopped, waiting: 0, lastTakenAbout: null },
  ...{ results: [result('stopped', 2)], stoppedBy: 'officer-9', stoppedAt: times.notified },
  endedAt: times.notified,
};

const agreed = {
  ...requested,
  ...{ action: { kind: 'remedy', choice: { remedy: 'reset', to: 'first_task' } } },
  ...{ title: remedies.reset.title, approval: 'second_person' },
  ...{ decidedBy: 'officer-14', decidedAt: times.notified },
};

const item = {
  ...{
    position: 1,
    caseNo,
    choice,
    remedyId: idOf(23),
    standing: 'moved',
    standingTitle: itemStandings.moved,
  },
  ...{ finding: '该操作已有结果。', divergence: null, build: null, endedAt: times.notified },
};

export const batchExamples: ExamplesOf<
  | 'replayCase'
  | 'previewBatch'
  | 'requestBatch'
  | 'listBatches'
  | 'getBatch'
  | 'listBatchItems'
  | 'decideBatch'
  | 'stopBatch'
> = {
  replayCase: {
    body: { bundle: '0.2.0' },
    answers: {
      200: {
        ...{ ok: false, events: 61, build: '0.2.0+3f1c09ab77de' },
        divergence: {
          ...{ eventId: 15, eventType: 'ActivityTaskScheduled' },
          ...{ expected: 'ActivityTaskScheduled transmitDossier', actual: 'StartTimer' },
          message: 'Timer machine does not handle this event: HistoryEvent(id: 15, ActivityTaskScheduled)',
        },
      },
    },
  },
  previewBatch: {
    body: { action, filter },
    answers: { 200: { count: 2, approval: 'none', items: [{ caseNo, choice }] } },
  },
  requestBatch: { body: { action, filter, reason, ratePerMinute: 60 }, answers: { 202: requested } },
  listBatches: { answers: { 200: lastPage(finished) } },
  getBatch: { answers: { 200: finished } },
  listBatchItems: { answers: { 200: lastPage(item) } },
  decideBatch: { body: { decision: 'agreed' }, answers: { 202: agreed } },
  stopBatch: { answers: { 202: stopped } },
};
