import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorCode } from '../domain/errors.ts';
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
      const problem = new Problem(codeOf[error.code ?? ''] ?? 'malformed_request');
      socket.write(answerOf(problem, JSON.stringify(problemBody(problem, randomUUID(), publicUrl))));
    }
    socket.destroy(error);
  };
}

function answerOf({ status }: Problem, body: string): string {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
