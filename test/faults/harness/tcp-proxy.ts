import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a connection through the proxy behaves just now. */
export type LinkState =
  | { readonly kind: 'open' }
  /** Every piece of data arrives so much later, in its order, both ways. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Half-open: connections are taken, and nothing comes or goes. */
  | { readonly kind: 'silent' }
  /** What is connected is reset, and so is whoever connects. */
  | { readonly kind: 'cut' }
  /** Whoever waits for an answer with these bytes waits until somebody has looked whether it may pass; one that may not stays. */
  | { readonly kind: 'holds_answers'; readonly having: Buffer; readonly mayPass: () => Promise<boolean> };

/** A TCP proxy on a port of its own, which it keeps. */
export interface TcpProxy {
  readonly port: number;
  set(state: LinkState): void;
  close(): Promise<void>;
}

export const open: LinkState = { kind: 'open' };

type Way = 'asking' | 'answering';

/** Passes on whatever comes to a port of the loopback interface. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  let state = open;
  let changed = Promise.withResolvers<undefined>();
  const sockets = new Set<Socket>();

  const hold = async (way: Way, chunk: Buffer): Promise<void> => {
    while (state.kind === 'silent') await changed.promise;
    if (state.kind === 'slow') await pause(state.delayMs);
    if (state.kind === 'holds_answers' && way === 'answering' && chunk.includes(state.having)) {
      const { promise } = changed;
      if (!(await state.mayPass())) await promise;
    }
  };

  const pass = (from: Socket, to: Socket, way: Way) => {
    let last = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      // What waits is waited for at the same time, so that a delay is one delay and not one for each piece.
      const ready = hold(way, chunk);
      last = last
        .then(() => ready)
        .then(() => {
          if (to.writable) to.write(chunk);
        });
    });
    from.on('end', () => void last.then(() => to.end()));
    // Whoever leaves without a word takes the other with him.
    from.on('error', () => {
      to.resetAndDestroy();
    });
    from.on('close', () => {
      sockets.delete(from);
      void last.then(() => {
        to.destroySoon();
      });
    });
  };

  const server = createServer({ noDelay: true }, (client) => {
    client.on('error', () => undefined);
    if (state.kind === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const target = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    for (const socket of [client, target]) sockets.add(socket);
    pass(client, target, 'asking');
    pass(target, client, 'answering');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      // A connection over which nothing went is not trusted again by whoever noticed: it is reset, as routers do.
      const resets = next.kind === 'cut' || state.kind === 'silent';
      state = next;
      if (resets) for (const socket of sockets) socket.resetAndDestroy();
      changed.resolve(undefined);
      changed = Promise.withResolvers();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
