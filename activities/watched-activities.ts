import type { Info } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { findCaseNo } from '../workflows/contract.ts';
import type { LogContext } from '../platform/log-context.ts';
import { withLogContext } from '../platform/log-context.ts';
import { parentInHeaders } from '../platform/tracing/carrier.ts';
import { inSpan, SpanKind } from '../platform/tracing/spans.ts';

/** Whatever an activity logs says of which case and workflow; what it does is a span of the trace that asked for it. */
export const watchActivity: ActivityInterceptorsFactory = ({ info }) => ({
  outbound: {
    // The SDK's own lines name the run otherwise, and no case.
    getLogAttributes: (attributes, next) => next({ ...attributes, ...idsOf(info) }),
  },
  inbound: {
    execute(input, next) {
      const { activityType, attempt } = info;
      const ids = idsOf(info);
      const attributes = {
        'temporal.activity_type': activityType,
        'temporal.attempt': attempt,
        ...(ids.workflowId === undefined ? {} : { 'temporal.workflow_id': ids.workflowId }),
        ...(ids.runId === undefined ? {} : { 'temporal.run_id': ids.runId }),
      };
      const parent = parentInHeaders(input.headers);
      return withLogContext({ ...ids, activityType, attempt }, () =>
        inSpan(`activity ${activityType}`, { kind: SpanKind.SERVER, parent, attributes }, () => next(input)),
      );
    },
  },
});

function idsOf({ workflowExecution }: Info): Pick<LogContext, 'workflowId' | 'runId' | 'caseNo'> {
  if (workflowExecution === undefined) return {};
  const { workflowId, runId } = workflowExecution;
  const caseNo = findCaseNo(workflowId);
  return { workflowId, runId, ...(caseNo === undefined ? {} : { caseNo }) };
}
