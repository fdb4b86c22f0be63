import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { startChild, waitUntilReady } from '../../platform/embedded/child.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { findOutput, runCommand } from '../../platform/embedded/run-command.ts';

const deployed = path.join(import.meta.dirname, '..', '..', 'deploy', 'prometheus');
const version = '2.42.0+ds-5+deb12u1';
const sha256 = '81d59a24fce84f7fbe97a45a4f2914b6a5881b5cd1db2a6a0e129e515e1a5f55';
const file = `pool/main/p/prometheus/prometheus_${version}_amd64.deb`;
/** Debian's pool holds what is newest; its archive, everything. */
const sources = [
  `http://deb.debian.org/debian/${file}`,
  `https://snapshot.debian.org/archive/debian/20261201T000000Z/${file}`,
];

export interface Prometheus {
  /** The values that an expression has now, each with its labels. */
  query(expression: string): Promise<{ readonly labels: Record<string, string>; readonly value: number }[]>;
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts Prometheus with the deployed settings and rules, on processes of this machine. */
export async function startPrometheus(
  dir: string,
  addressOf: Readonly<Record<'api' | 'worker', string>>,
): Promise<Prometheus> {
  const program = await getPrometheus();
  const settings = await readFile(path.join(deployed, 'prometheus.yml'), 'utf8');
  const ours = settings
    .replaceAll('15s', '1s')
    .replace('alerts.yml', path.join(deployed, 'alerts.yml'))
    .replaceAll(
      /dns_sd_configs: \[\{ names: \[(api|worker)\].*\}\]/g,
      (_all, name: 'api' | 'worker') => `static_configs: [{ targets: ['${addressOf[name]}'] }]`,
    );
  const settingsFile = path.join(dir, 'prometheus.yml');
  await writeFile(settingsFile, ours);
  const url = `http://127.0.0.1:${await findFreePort()}`;
  const child = await startChild({
    name: 'Prometheus',
    command: program,
    args: [
      ...[`--config.file=${settingsFile}`, `--storage.tsdb.path=${path.join(dir, 'tsdb')}`],
      `--web.listen-address=${new URL(url).host}`,
    ],
    env: {},
    cwd: dir,
    logFile: path.join(dir, 'prometheus.log'),
    stopSignal: 'SIGTERM',
  });
  const isReady = async () => (await fetch(`${url}/-/ready`)).ok;
  await waitUntilReady(child, isReady, { name: 'Prometheus', timeoutMs: 60_000 });
  const get = async (asked: string): Promise<unknown> => {
    const { data } = (await (await fetch(url + asked)).json()) as { readonly data: unknown };
    return data;
  };
  return {
    get,
    query: async (expression) => {
      const { result } = (await get(`/api/v1/query?query=${encodeURIComponent(expression)}`)) as {
        result: { metric: Record<string, string>; value: [number, string] }[];
      };
      return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    },
    stop: child.stop,
  };
}

async function getPrometheus(): Promise<string> {
  if ((await findOutput('prometheus', ['--version'])) !== undefined) return 'prometheus';
  const target = path.join(inject('cacheDir'), `prometheus-${version}`);
  if (existsSync(target)) return target;
  await mkdir(path.dirname(target), { recursive: true });
  const workDir = await mkdtemp(path.join(path.dirname(target), '.fetch-'));
  try {
    const archive = path.join(workDir, 'prometheus.deb');
    await writeFile(archive, await download());
    await runCommand('dpkg-deb', ['-x', archive, workDir]);
    const program = path.join(workDir, 'usr', 'bin', 'prometheus');
    await chmod(program, 0o755);
    await rename(program, target);
    return target;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function download(): Promise<Buffer> {
  for (const source of sources) {
    const answer = await fetch(source).catch(() => undefined);
    if (answer?.ok !== true) continue;
    const bytes = Buffer.from(await answer.arrayBuffer());
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash !== sha256) throw new Error(`${source} has the SHA-256 ${hash}`);
    return bytes;
  }
  throw new Error(`Debian serves no Prometheus ${version}: put a prometheus on the PATH`);
}
