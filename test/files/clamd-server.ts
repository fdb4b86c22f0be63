import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild, waitUntilReady } from '../../platform/embedded/child.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { createClamdScanner } from '../../platform/files/clamd.ts';

/** The one file that both of the following take for infected. */
export const infectedFile = Buffer.from('%PDF-1.7\n% what the test takes for a virus\n');

export interface ClamdServer {
  readonly port: number;
  stop(): Promise<void>;
}

const programs = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'];

/** ClamAV's own daemon where this machine has one; elsewhere a server that keeps to what clamd(8) says of INSTREAM. */
export function startClamd(): Promise<ClamdServer> {
  const program = programs.find((file) => existsSync(file));
  return program === undefined ? startStandIn() : startReal(program);
}

/** With a database of one signature: the digest and the length of the file above (`.hdb`). */
async function startReal(program: string): Promise<ClamdServer> {
  const dir = await mkdtemp(path.join(tmpdir(), 'tongban-clamd-'));
  const port = await findFreePort();
  const digest = createHash('md5').update(infectedFile).digest('hex');
  await writeFile(path.join(dir, 'test.hdb'), `${digest}:${infectedFile.length}:Tongban.Test\n`);
  const settings = [
    ...['Foreground yes', 'TCPAddr 127.0.0.1', `TCPSocket ${port}`, `DatabaseDirectory ${dir}`],
    ...['User root', `PidFile ${dir}/clamd.pid`, 'StreamMaxLength 1M'],
  ].filter((line) => line !== 'User root' || process.getuid?.() === 0);
  await writeFile(path.join(dir, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = await startChild({
    name: 'clamd',
    command: program,
    args: ['--config-file', path.join(dir, 'clamd.conf')],
    env: { PATH: '/usr/bin:/bin' },
    cwd: dir,
    logFile: path.join(dir, 'clamd.log'),
    stopSignal: 'SIGTERM',
  });
  const scanner = createClamdScanner({ host: '127.0.0.1', port });
  const isReady = async () => ((await scanner.scan(Buffer.from('a'))).kind === 'clean' ? true : undefined);
  await waitUntilReady(child, isReady, { name: 'clamd', timeoutMs: 60_000 });
  return {
    port,
    async stop() {
      await child.stop();
      await rm(dir, { recursive: true });
    },
  };
}

/**
 * The contract: `zINSTREAM\0`, chunks behind their length (big-endian, 32 bits), a length of nought at the end; answered
 * once with `stream: OK`, `stream: <name>.UNOFFICIAL FOUND` or, past StreamMaxLength, `INSTREAM size limit exceeded.
 * ERROR`, ended by a NUL, and the connection is closed.
 */
async function startStandIn(): Promise<ClamdServer> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      const answer = answerTo(received);
      if (answer !== undefined) socket.end(`${answer}\0`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}

const command = Buffer.from('zINSTREAM\0');
const maxStreamBytes = 1024 * 1024;

function answerTo(received: Buffer): string | undefined {
  if (!received.subarray(0, command.length).equals(command)) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    const content = Buffer.concat(chunks);
    if (content.length + length > maxStreamBytes) return 'INSTREAM size limit exceeded. ERROR';
    if (length === 0)
      return content.equals(infectedFile) ? 'stream: Tongban.Test.UNOFFICIAL FOUND' : 'stream: OK';
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
