import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Scanner, ScanVerdict } from './scanner.ts';
import { noScanner } from './scanner.ts';

export interface ClamdOptions {
  readonly host: string;
  readonly port: number;
  /** For one file; 30 s if left out. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 30_000;
const chunkBytes = 64 * 1024;
const maxAnswerBytes = 4096;

/**
 * ClamAV's daemon, by its command INSTREAM (clamd(8)): `zINSTREAM\0`, each chunk behind its length as a big-endian
 * 32-bit number, a length of nought at the end; the answer ends with a NUL: `stream: OK`, `stream: <name> FOUND` or
 * `<what> ERROR`, where a file is longer than its StreamMaxLength for one.
 */
export function createClamdScanner({ host, port, timeoutMs = defaultTimeoutMs }: ClamdOptions): Scanner {
  return {
    async scan(content) {
      const socket = connect({ host, port });
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        await once(socket, 'connect', { signal });
        const answer = readAnswer(socket, signal);
        send(socket, content);
        return verdictOf(await answer);
      } catch (error) {
        return { kind: 'unavailable', reason: reasonOf(error) };
      } finally {
        socket.destroy();
      }
    },
  };
}

/** The scanner that the settings name: `host:port`. */
export function openScanner(clamdAddress: string | undefined): Scanner {
  if (clamdAddress === undefined) return noScanner;
  const { hostname, port } = new URL(`tcp://${clamdAddress}`);
  return createClamdScanner({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
}

function send(socket: Socket, content: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let start = 0; start < content.byteLength; start += chunkBytes) {
    const chunk = content.subarray(start, start + chunkBytes);
    socket.write(lengthOf(chunk.byteLength));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

async function readAnswer(socket: Socket, signal: AbortSignal): Promise<string> {
  let answer = '';
  const abort = () => socket.destroy(new Error('no answer in time', { cause: signal.reason }));
  signal.addEventListener('abort', abort, { once: true });
  try {
    for await (const chunk of socket) {
      answer += String(chunk);
      if (answer.includes('\0') || answer.length > maxAnswerBytes) break;
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
  return answer;
}

function verdictOf(answer: string): ScanVerdict {
  const [line = '', ...rest] = answer.split('\0');
  if (rest.length === 0) return { kind: 'unavailable', reason: 'the answer broke off' };
  if (line === 'stream: OK') return { kind: 'clean' };
  const [, signature] = /^stream: (.+) FOUND$/.exec(line) ?? [];
  return signature === undefined ? { kind: 'unavailable', reason: line } : { kind: 'infected', signature };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.message;
}
