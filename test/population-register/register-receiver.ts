import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A population register that does what a test tells it to. */
export interface RegisterReceiver {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** From now on every request is answered so. */
  answerWith(answer: (response: ServerResponse, request: ReceivedRequest) => void): void;
}

/** A real HTTP server on the loopback interface; it closes after the test file. */
export async function startRegisterReceiver(): Promise<RegisterReceiver> {
  const requests: ReceivedRequest[] = [];
  let answer: Parameters<RegisterReceiver['answerWith']>[0] = (response) => response.writeHead(500).end();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const received = { method, url, headers, body };
      requests.push(received);
      answer(response, received);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/persons`,
    requests,
    answerWith(next) {
      answer = next;
    },
  };
}

export function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
