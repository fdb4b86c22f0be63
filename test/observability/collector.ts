import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import type { Child } from '../../platform/embedded/child.ts';
import { startChild, waitUntilReady } from '../../platform/embedded/child.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { runCommand } from '../../platform/embedded/run-command.ts';
import type { Wheel } from '../../platform/embedded/wheel.ts';
import { fetchFromWheel } from '../../platform/embedded/wheel.ts';

/** Rotel, an OpenTelemetry collector that is to be had as a wheel; the project's own is not, nor from a registry. */
const rotel: Wheel = {
  package: 'rotel',
  version: '0.0.1a15',
  program: 'rotel-agent',
  path: path.join('rotel', 'rotel-agent'),
  downloadMb: 10,
  sha256: [
    '817514e91c57467615784f48c0f055bfdfa245d8e3a2946d829e4a7cb943b389',
    '797faed4ec003b0b1ab65fee25a18c991cb863c221f503d383425f0958aaa5fa',
    '87751d14ace9e3ec19e14adbcbfa182f9dfe7416b8f7c77f77c8ae75f320e51a',
    '4eb01f9e5d228e4086f63e16cf1d0fa6e92b724bde51f120932a742acec5b0ba',
    '2f4117e58410c933e0dc042a268ef738dab2e3a5d63b5831209acdac2a6ddcb7',
    'bcb27da321920ef4ba36367f6c51b22f0d69535e43bdf22f9a593384be87a55f',
    'ad64b2ce04e37d2c0e88bf34f90b8981381576dc6af2e9604bac69259e106470',
    '6b1a12b2d6d52ab10574cb111053402f2bc195fa55453b19294af57c0d35bece',
    '3805d4a9b52e8d0d4c2f70ce9ed29a451f0c5d57587938261a1ac467b6f93baa',
    '71475e9b9861626c558717f74e3a064ac3cb96121eb6973ea997fe2448ae81fe',
    '322a830deed963dd5dcc460007e917eec071c5977e51c3a06029348f39e4eec9',
    '021a0d24d33cb97dba9a73560908b016e140db0ed72432b8dae2e9a935d15d38',
  ],
};

/** A span as the collector received it. */
export interface ReceivedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Collector {
  readonly url: string;
  spans(): ReceivedSpan[];
  stop(): Promise<void>;
}

/** Starts a collector that writes down what it receives. */
export async function startCollector(dir: string): Promise<Collector> {
  const program = path.join(inject('cacheDir'), `${rotel.program}-${rotel.version}`);
  if (!existsSync(program)) await fetchFromWheel(rotel, program, console.log);
  const [http, grpc] = [await findFreePort(), await findFreePort()];
  const logFile = path.join(dir, 'collector.log');
  const child: Child = await startChild({
    name: 'Rotel',
    command: program,
    args: [
      ...['start', '--exporter', 'blackhole', '--debug-log', 'traces', '--debug-log-verbosity', 'detailed'],
      ...['--otlp-http-endpoint', `127.0.0.1:${http}`, '--otlp-grpc-endpoint', `127.0.0.1:${grpc}`],
      ...[
        '--pid-file',
        path.join(dir, 'collector.pid'),
        '--log-file',
        path.join(dir, 'collector-daemon.log'),
      ],
    ],
    env: { LD_LIBRARY_PATH: await pythonLibraries() },
    cwd: dir,
    logFile,
    stopSignal: 'SIGTERM',
  });
  const url = `http://127.0.0.1:${http}`;
  const answers = async () => (await fetch(`${url}/v1/traces`, { method: 'POST' })).status > 0;
  await waitUntilReady(child, answers, { name: 'Rotel', timeoutMs: 60_000 });
  return { url, spans: () => parseSpans(readFileSync(logFile, 'utf8')), stop: child.stop };
}

/** The wheel is linked with the Python that it was chosen for. */
async function pythonLibraries(): Promise<string> {
  const asked = "import sysconfig; print(sysconfig.get_config_var('LIBDIR'))";
  return (await runCommand('python3', ['-c', asked])).trim();
}

function parseSpans(log: string): ReceivedSpan[] {
  return log
    .split(/^ResourceSpans #\d+$/m)
    .slice(1)
    .flatMap((resource) => {
      const service = /service\.name: Str\((.*)\)/.exec(resource)?.[1] ?? '';
      return resource
        .split(/^Span #\d+$/m)
        .slice(1)
        .map((text) => ({ service, ...parseSpan(text) }));
    });
}

function parseSpan(text: string): Omit<ReceivedSpan, 'service'> {
  const field = (name: string) => new RegExp(`^ +${name} +: (.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    traceId: field('Trace ID'),
    id: field('ID'),
    parentId: field('Parent ID'),
    name: field('Name'),
    attributes: Object.fromEntries(
      [...text.matchAll(/^ +-> ([\w.]+): \w+\(([^]*?)\)$/gm)].map(([, key = '', value = '']) => [key, value]),
    ),
  };
}
