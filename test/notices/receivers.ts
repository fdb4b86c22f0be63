import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import type { ParsedMail } from 'mailparser';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** Somebody else's server on a port of its own, which it keeps while it is down. */
interface Receiver {
  readonly port: number;
  /** Closes the port: whoever calls is refused. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
}

export interface MailServer extends Receiver {
  readonly url: string;
  /** Everything that was accepted, oldest first. */
  readonly mails: ParsedMail[];
  /** From now on recipients are answered with this code; 250 accepts them. */
  answerWith(code: number): void;
  /** From now on mails are taken and the taking is not said, until it is released. */
  hold(): { readonly release: () => void };
}

/** A real SMTP server, stopped after the test, or after the file. */
export async function startMailServer(
  onEnd: (stop: () => Promise<void>) => unknown = onTestFinished,
): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let code = 250;
  let held = Promise.resolve();
  const create = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        done(Object.assign(new Error('wrong password'), { responseCode: 535 }));
      },
      closeTimeout: 100,
      onRcptTo: (_address, _session, done) => {
        done(code === 250 ? null : Object.assign(new Error('refused'), { responseCode: code }));
      },
      onData: (stream, _session, done) => {
        const taken = simpleParser(stream).then((mail) => {
          mails.push(mail);
          return held;
        });
        taken.then(
          () => {
            done();
          },
          (error: unknown) => {
            done(error as Error);
          },
        );
      },
    });
  let server: SMTPServer | undefined;
  let port = 0;
  const comeUp = async () => {
    const starting = create();
    // A client that leaves while the server goes down is no fault.
    starting.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      starting.listen(port, '127.0.0.1', resolve);
    });
    port = (starting.server.address() as AddressInfo).port;
    server = starting;
  };
  const goDown = async () => {
    const stopping = server;
    server = undefined;
    await new Promise<void>((resolve) => {
      if (stopping === undefined) resolve();
      else stopping.close(resolve);
    });
  };
  await comeUp();
  onEnd(goDown);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    goDown,
    comeUp,
    answerWith: (next) => {
      code = next;
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = promise.then(() => undefined);
      return {
        release: () => {
          resolve(undefined);
        },
      };
    },
  };
}

/** What came over HTTP. */
export interface Posted {
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface HttpServer extends Receiver {
  readonly url: string;
  /** Everything that came, accepted or not, oldest first. */
  readonly posted: Posted[];
  /** From now on everything is answered so; at first with 200. */
  answerWith(answer: HttpAnswer): void;
  /** Hears of everybody who connects, whatever he says then. */
  onConnection(heard: () => void): void;
}

/** A real HTTP server that takes down what it gets at `/in`, stopped after the test. */
export async function startHttpServer(): Promise<HttpServer> {
  const posted: Posted[] = [];
  let answer: HttpAnswer = { status: 200, body: {} };
  let port = 0;
  let server: FastifyInstance | undefined;
  const comeUp = async () => {
    const starting = Fastify({ forceCloseConnections: true });
    starting.removeAllContentTypeParsers();
    starting.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
      done(null, body);
    });
    starting.all('/in', (request: FastifyRequest, reply) => {
      posted.push({
        headers: request.headers as Record<string, string>,
        query: request.query as Record<string, string>,
        body: request.body as string,
      });
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .send(answer.body ?? '');
    });
    await starting.listen({ port, host: '127.0.0.1' });
    port = (starting.server.address() as AddressInfo).port;
    server = starting;
  };
  const goDown = async () => {
    await server?.close();
    server = undefined;
  };
  await comeUp();
  onTestFinished(goDown);
  return {
    onConnection: (heard) => server?.server.on('connection', heard),
    port,
    url: `http://127.0.0.1:${port}/in`,
    posted,
    goDown,
    comeUp,
    answerWith: (next) => {
      answer = next;
    },
  };
}
