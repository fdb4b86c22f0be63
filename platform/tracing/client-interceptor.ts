import type { SpanOptions } from '@opentelemetry/api';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { withTraceHeader } from './carrier.ts';
import { inSpan, isTraced, SpanKind } from './spans.ts';

/** Puts what is asked of Temporal during a traced request into spans, and their ids into its headers. */
export const traceTemporalCalls: WorkflowClientInterceptor = {
  startWithDetails(input, next) {
    if (!isTraced()) return next(input);
    const { workflowId } = input.options;
    return inSpan(`start ${input.workflowType}`, optionsOf(workflowId), () =>
      next({ ...input, headers: withTraceHeader(input.headers) }),
    );
  },
  startUpdate(input, next) {
    if (!isTraced()) return next(input);
    return inSpan(`update ${input.updateName}`, optionsOf(input.workflowExecution.workflowId), () =>
      next({ ...input, headers: withTraceHeader(input.headers) }),
    );
  },
  startUpdateWithStart(input, next) {
    if (!isTraced()) return next(input);
    const { workflowId } = input.workflowStartOptions;
    return inSpan(`update ${input.updateName} with start`, optionsOf(workflowId), () =>
      next({
        ...input,
        // The command alone carries it: what the workflow does weeks later is no part of this request.
        updateHeaders: withTraceHeader(input.updateHeaders),
      }),
    );
  },
  signal(input, next) {
    if (!isTraced()) return next(input);
    return inSpan(`signal ${input.signalName}`, optionsOf(input.workflowExecution.workflowId), () =>
      next({ ...input, headers: withTraceHeader(input.headers) }),
    );
  },
};

function optionsOf(workflowId: string | undefined): SpanOptions {
  const kind = SpanKind.CLIENT;
  return workflowId === undefined ? { kind } : { kind, attributes: { 'temporal.workflow_id': workflowId } };
}
