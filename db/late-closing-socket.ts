import { Socket } from 'node:net';

// Longer than a transaction takes from one statement to its next.
const lateAfterResetMs = 250;

/**
 * A connection to Postgres whose end is told late. postgres.js (3.4.9) puts small writes off by a turn of the event loop; where
 * the connection ends meanwhile it keeps the write in mind for good, never writes again, and whoever gets that connection from
 * the pool waits 30 s in vain: after some resets the whole pool is such, and the process answers nobody. What a transaction
 * writes after the end throws where nobody can catch it (https://github.com/porsager/postgres/issues/1066). With the writes
 * done before the end is told, it refuses them as it should.
 */
class LateClosingSocket extends Socket {
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'close') return super.emit(event, ...args);
    // Without an error, as that was told before: what was asked since is then refused instead of forgotten.
    const tell = () => super.emit('close', false);
    const [hadError] = args;
    if (hadError === true) setTimeout(tell, lateAfterResetMs);
    else setImmediate(() => setImmediate(tell));
    return true;
  }
}

interface Address {
  readonly host: readonly string[];
  readonly port: readonly number[];
}

/** For postgres.js, which writes to it at once: Node.js keeps what is written before it is connected. */
export function openSocket({ host: [host = 'localhost'], port: [port = 5432] }: Address): Socket {
  return new LateClosingSocket().connect(port, host);
}
