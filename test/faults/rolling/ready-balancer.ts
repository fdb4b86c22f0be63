import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Spreads connections over the processes whose `/v1/ready` says yes, as a proxy before the API does. */
export interface ReadyBalancer {
  readonly address: string;
  add(port: number): void;
  remove(port: number): void;
  isReady(port: number): boolean;
  close(): Promise<void>;
}

const askedEveryMs = 100;

export async function openReadyBalancer(): Promise<ReadyBalancer> {
  const ready = new Map<number, boolean>();
  const open = new Set<Socket>();
  const stopped = new AbortController();
  let turn = 0;

  async function ask(port: number): Promise<void> {
    const isReady = await fetch(`http://127.0.0.1:${String(port)}/v1/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready.has(port)) ready.set(port, isReady);
  }

  async function watch(): Promise<void> {
    while (!stopped.signal.aborted) {
      await Promise.all([...ready.keys()].map(ask));
      await sleep(askedEveryMs);
    }
  }

  const server = createServer((socket) => {
    const ports = [...ready].flatMap(([port, isReady]) => (isReady ? [port] : []));
    turn += 1;
    forward(socket, [...ports.slice(turn % ports.length), ...ports.slice(0, turn % ports.length)]);
  });

  /** Nothing was sent to one that lets nobody in: the next one gets it all. */
  function forward(socket: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) {
      socket.destroy();
      return;
    }
    const upstream = connect(port, '127.0.0.1');
    upstream.once('error', () => {
      if (upstream.bytesRead === 0 && upstream.connecting) forward(socket, others);
      else socket.destroy();
    });
    upstream.once('connect', () => {
      for (const each of [socket, upstream]) open.add(each);
      upstream.removeAllListeners('error');
      socket.pipe(upstream).pipe(socket);
      socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
      upstream.on('error', () => socket.destroy()).on('close', () => socket.end());
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const watching = watch();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the balancer has no port');
  return {
    address: `http://127.0.0.1:${String(address.port)}`,
    add: (port) => void ready.set(port, false),
    remove: (port) => void ready.delete(port),
    isReady: (port) => ready.get(port) === true,
    async close() {
      stopped.abort();
      for (const socket of open) socket.destroy();
      server.close();
      await watching;
    },
  };
}
