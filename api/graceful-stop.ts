import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const sweepMs = 100;

/**
 * A process that is told to stop says so before it closes its door: whoever spreads requests hears it from `/v1/ready`, and
 * sends the next ones elsewhere. What comes until then is answered.
 */
export class Leaving {
  #hasBegun = false;

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Resolves when the door may be closed. */
  async begin(seconds: number): Promise<void> {
    this.#hasBegun = true;
    await sleep(seconds * 1000);
  }
}

/**
 * At a stop what is being answered is finished, and its connection ends with it. One that is kept for another request
 * would hold the process until whoever is at its other end lets go.
 */
export function endConnectionsAtStop(app: FastifyInstance, leaving: Leaving | undefined): void {
  let sweep: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    // Of answers whose head was sent before the stop, which told nobody that they are the last ones.
    sweep = setInterval(() => {
      app.server.closeIdleConnections();
    }, sweepMs);
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (sweep !== undefined || leaving?.hasBegun === true) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onClose', (_instance, done) => {
    clearInterval(sweep);
    done();
  });
}

/** Closes the app; what has not ended when the limit is over is cut off, so that it is kept whole or not at all. */
export async function closeWithin(
  app: Pick<FastifyInstance, 'close' | 'server'>,
  limitSeconds: number,
): Promise<void> {
  const cutOff = setTimeout(() => {
    app.server.closeAllConnections();
  }, limitSeconds * 1000);
  await app.close();
  clearTimeout(cutOff);
}
