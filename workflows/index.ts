export { blobSweepWorkflow } from './periodic/blob-sweep.ts';
export { calendarAlarmWorkflow } from './calendar-alarm.ts';
export { calendarDryRunWorkflow } from './calendar-dry-run.ts';
export { calendarRolloutWorkflow } from './calendar-rollout.ts';
export { calendarSweepWorkflow } from './calendar-sweep.ts';
export { caseWorkflow } from './case.ts';
export { deliveryWorkflow } from './notices/delivery.ts';
export { directoryFreshnessWorkflow } from './periodic/directory-freshness.ts';
export { dispatchNoticesWorkflow } from './notices/dispatch.ts';
export { dossierWorkflow, papersWorkflow, rejectionNoticeWorkflow } from './papers.ts';
export {
  digestWorkflow,
  filingReconciliationWorkflow,
  forgetInquiriesWorkflow,
  retentionWorkflow,
} from './periodic/morning.ts';
export { registerQueryWorkflow } from './register-query.ts';
export { sweepWorkflow } from './sweep.ts';
export { remedyWorkflow } from './operations/remedy.ts';
export { incidentDetectorWorkflow } from './operations/incident-detector.ts';
export { replayWorkflow } from './operations/replay.ts';
export { batchWorkflow } from './operations/batch.ts';
