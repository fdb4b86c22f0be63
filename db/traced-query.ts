import { beginSpan, endSpan, isTraced, SpanKind } from '../platform/tracing/spans.ts';

/** Puts a query that is asked within a trace into a span: its text, whose values are parameters, and never those. */
export function tracedQuery<Query extends PromiseLike<unknown>>(statement: string, query: Query): Query {
  if (!isTraced()) return query;
  const span = beginSpan(`sql ${statement.trimStart().split(/\s/, 1)[0] ?? ''}`, {
    kind: SpanKind.CLIENT,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': statement },
  });
  query.then(
    () => {
      endSpan(span);
    },
    (error: unknown) => {
      endSpan(span, error);
    },
  );
  return query;
}
