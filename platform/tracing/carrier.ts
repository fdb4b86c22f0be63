import type { Context } from '@opentelemetry/api';
import { context, ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';
import type { Headers } from '@temporalio/common';
import { defaultPayloadConverter } from '@temporalio/common';

/** The header under which Temporal's SDKs hand a trace on; `workflows/trace-context.ts` carries it through workflows. */
export const traceHeader = '_tracer-data';

/**
 * The headers with the span that is under way, as W3C's `traceparent` and nothing beside it: what goes along stands in
 * Temporal's histories.
 */
export function withTraceHeader(headers: Headers): Headers {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined) return headers;
  // One that is not kept goes along too, or the worker would begin another.
  const traceparent = `00-${span.traceId}-${span.spanId}-0${span.traceFlags & TraceFlags.SAMPLED}`;
  return { ...headers, [traceHeader]: defaultPayloadConverter.toPayload({ traceparent }) };
}

const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])$/;

/** The span that the headers name as the parent of what is done; none if there is none. */
export function parentInHeaders(headers: Headers): Context {
  const payload = headers[traceHeader];
  if (payload === undefined) return ROOT_CONTEXT;
  const { traceparent } = Object(defaultPayloadConverter.fromPayload(payload)) as { traceparent?: unknown };
  const [, traceId, spanId, flags] = form.exec(String(traceparent)) ?? [];
  if (traceId === undefined || spanId === undefined) return ROOT_CONTEXT;
  const spanContext = { traceId, spanId, traceFlags: Number(flags), isRemote: true };
  return trace.setSpanContext(context.active(), spanContext);
}
