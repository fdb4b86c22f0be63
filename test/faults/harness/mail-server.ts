import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes every message. */
export interface MailServer {
  readonly port: number;
  /** Of every message that it has taken, in their order; one that came twice stands there twice. */
  readonly messageIds: readonly string[];
  /** Takes messages without saying so, from the next one on; answers what lets it say so again. */
  holdNext(taken: () => void): () => void;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const messageIds: string[] = [];
  let held: { taken: () => void; released: Promise<undefined> } | undefined;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onData(stream, _session, done) {
      const take = async () => {
        const { messageId = '' } = await simpleParser(stream);
        messageIds.push(messageId);
        held?.taken();
        await held?.released;
      };
      take().then(
        () => {
          done();
        },
        (error: unknown) => {
          done(error as Error);
        },
      );
    },
  });
  // A client that leaves in the middle is what this is about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    messageIds,
    holdNext(taken) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held = { taken, released: promise };
      return () => {
        held = undefined;
        resolve(undefined);
      };
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
}
