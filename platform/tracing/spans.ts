import type { Context, Span, SpanOptions } from '@opentelemetry/api';
import { context, isSpanContextValid, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

export { SpanKind };

const tracer = () => trace.getTracer('tongban');

/** A span's ids as log lines name them; nothing outside of one. */
export function traceIds(): { traceId?: string; spanId?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined || !isSpanContextValid(span)
    ? {}
    : { traceId: span.traceId, spanId: span.spanId };
}

/** Whether there is a trace here, kept or not: without one, small work begins none. */
export function isTraced(): boolean {
  return traceIds().traceId !== undefined;
}

/** Begins a span that {@link endSpan} ends; the one around it is its parent, unless another is given. */
export function beginSpan(name: string, options: SpanOptions, parent?: Context): Span {
  return tracer().startSpan(name, options, parent);
}

export function withinSpan<T>(span: Span, work: () => T): T {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Ends a span. Of an error its name and code are told: messages quote what they were given. */
export function endSpan(span: Span, error?: unknown): void {
  if (error !== undefined) {
    const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
    span.setAttribute('error.type', typeof code === 'string' ? code : String(name));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** Does work in a span of its own. */
export async function inSpan<T>(
  name: string,
  { parent, ...options }: SpanOptions & { readonly parent?: Context },
  work: () => Promise<T>,
): Promise<T> {
  const span = beginSpan(name, options, parent);
  try {
    const result = await withinSpan(span, work);
    endSpan(span);
    return result;
  } catch (error) {
    endSpan(span, error);
    throw error;
  }
}
