import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '../domain/errors.ts';
import { dataHeaders } from './data-headers.ts';
import { Problem, problemBody } from './problems.ts';

const codeOf: Readonly<Record<string, ErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
};

/**
 * What is no HTTP, or does not arrive whole, never comes as far as a route: it is answered on the line itself, as a
 * problem like any other, and the line is closed.
 */
export function answerUnread(
  publicUrl: string | undefined,
): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) {
      const { status, headers, body } = answerOf(codeOf[error.code ?? ''] ?? 'malformed_request', publicUrl);
      const head = [
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ];
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    }
    socket.destroy(error);
  };
}

/**
 * What Node refuses by itself, with nothing but a status: a request that names no host (RFC 9112 §3.2; the server's own
 * `requireHostHeader` is off for that), or expects what we do not do (RFC 9110 §10.1.1).
 */
export function refuseInsteadOfNode(app: FastifyInstance, publicUrl: string | undefined): void {
  app.server.on('checkExpectation', (_request, response: ServerResponse) => {
    const { status, headers, body } = answerOf('expectation_failed', publicUrl);
    response.writeHead(status, headers).end(body);
  });
  app.addHook('onRequest', ({ raw }, reply, next) => {
    if (raw.httpVersion !== '1.1' || raw.headers.host !== undefined) {
      next();
      return;
    }
    // Of no operation: none has to declare it.
    const { status, headers, body } = answerOf('malformed_request', publicUrl);
    void reply.status(status).headers(headers).send(body);
  });
}

function answerOf(code: ErrorCode, publicUrl: string | undefined) {
  const problem = new Problem(code);
  const body = JSON.stringify(problemBody(problem, randomUUID(), publicUrl));
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...dataHeaders,
    connection: 'close',
  };
  return { status: problem.status, headers, body };
}
