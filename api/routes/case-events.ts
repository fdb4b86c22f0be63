import { finished, Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import { caseStatuses } from '../../domain/case/status.ts';
import { epochMsOf } from '../../domain/time/instant.ts';
import { accountOf, callerOf } from '../authentication.ts';
import { caseStream, createHead } from '../case-stream.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { InstantSchema } from '../schemas/text.ts';

const streamsPerCaller = 4;
// Whoever comes back is let in anew: as his roles and his unit are by then.
const longestStreamMs = 10 * 60_000;
const Position = Type.String({ pattern: '^\\d{1,15}$' });

/** An event of the stream, as OpenAPI 3.2 describes streams: by each of their items. */
const Event = Type.Object({
  id: Type.String({ description: 'For Last-Event-ID' }),
  event: Type.Literal('case'),
  data: Type.String({
    contentMediaType: 'application/json',
    contentSchema: Type.Object({
      caseNo: Type.String(),
      seq: Type.Integer({ description: 'Of the event in the ledger of its case, from 1' }),
      type: Type.String({ description: 'What happened, as in the timeline' }),
      status: Type.Enum([...caseStatuses], { description: 'Of the case now, which may be further on' }),
      occurredAt: InstantSchema,
    }),
  }),
});

const schema = {
  operationId: 'followCases',
  summary: '本单位及下级单位申请件的事件流',
  description:
    'Server-sent events: one `case` for each event of a ledger, with case number, seq, type and the status of the case now; no personal data. Goes on behind `Last-Event-ID` or `after`, without them from now on; ends with the token, with a lock-out, and after 10 minutes. For tokens, not for sessions. See docs/events.md.',
  tags: ['cases'],
  querystring: Type.Object(
    {
      after: Type.Optional({
        ...Position,
        description: 'An id of the stream; 0 for all. Last-Event-ID goes before it.',
      }),
    },
    { additionalProperties: false },
  ),
  headers: Type.Object({ 'last-event-id': Type.Optional(Position) }),
  problems: ['too_many_streams'] as const,
  response: {
    200: {
      description: 'The stream, event by event',
      content: { 'text/event-stream': { schema: Type.Unsafe<Readable>(Event) } },
    },
  },
};

/** `GET /v1/cases/events`. */
export function caseEventRoutes({ database }: ApiDeps): FastifyPluginCallbackTypebox {
  return (app, _options, done) => {
    const head = createHead(database);
    const streams = new Map<string, number>();
    const stopping = new AbortController();
    // What never ends would keep the process from stopping.
    app.addHook('preClose', (next) => {
      stopping.abort();
      next();
    });

    app.get('/v1/cases/events', { schema, exposeHeadRoute: false }, async (request, reply) => {
      const { subject, unitCode, tokenEndsAt } = callerOf(request);
      // A stream that comes back by itself would keep a session alive before an empty chair.
      if (tokenEndsAt === null) throw new Problem('unauthenticated');
      const after = await startOf(head, request.headers['last-event-id'] ?? request.query.after);
      const follower = accountOf(callerOf(request));
      const open = streams.get(follower) ?? 0;
      if (open >= streamsPerCaller) throw new Problem('too_many_streams');
      streams.set(follower, open + 1);
      const gone = new AbortController();
      const leftMs = epochMsOf(tokenEndsAt) - Date.now();
      const over = AbortSignal.timeout(Math.min(Math.max(0, leftMs), longestStreamMs));
      const signal = AbortSignal.any([gone.signal, over, stopping.signal]);
      finished(reply.raw, () => {
        gone.abort();
        const others = (streams.get(follower) ?? 1) - 1;
        if (others === 0) streams.delete(follower);
        else streams.set(follower, others);
      });
      const stream = Readable.from(caseStream({ database, head }, { subject, unitCode, after, signal }), {
        objectMode: false,
      });
      // It ends by itself, unless whoever reads it has stopped reading.
      signal.addEventListener('abort', () => {
        if (stream.readableLength > 0) stream.destroy();
      });
      // The connection ends with the stream: kept for another request, it would hold up a stop.
      const headers = { connection: 'close', 'x-accel-buffering': 'no' };
      return reply.type('text/event-stream').headers(headers).send(stream);
    });
    done();
  };
}

async function startOf(head: ReturnType<typeof createHead>, named: string | undefined): Promise<number> {
  const last = await head.read();
  const after = named === undefined ? last : Number(named);
  // Another process may have given it since this one looked.
  if (after <= last || after <= (await head.readAnew())) return after;
  const message = '该编号不是本事件流给出的，请不带编号重新打开，并重新查询申请件。';
  throw new Problem('validation_failed', {
    errors: [{ pointer: '/query/after', code: 'wrong_cursor', message }],
  });
}
