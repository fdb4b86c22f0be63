import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Type from 'typebox';
import { Value } from 'typebox/value';
import type { Progress } from './progress.ts';
import { runCommand } from './run-command.ts';

/** What Temporal's own download service, which its SDKs use too, says about one program. */
const Location = Type.Object({ archiveUrl: Type.String(), fileToExtract: Type.String() });

const temporalDownloadUrl = 'https://temporal.download';

const answerTimeoutMs = 5_000;
const downloadTimeoutMs = 10 * 60_000;
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const bytesPerMb = 1024 * 1024;

interface DownloadOptions {
  /** `cli` or `temporal-test-server`. */
  readonly product: string;
  readonly version: string;
  readonly target: string;
  readonly progress: Progress;
  readonly baseUrl?: string;
}

/** Fetches a program of Temporal's into `target`. Where the open internet is closed this fails within 5 seconds. */
export async function fetchFromTemporal(options: DownloadOptions): Promise<void> {
  const { product, version, target, progress, baseUrl = temporalDownloadUrl } = options;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const query = new URLSearchParams({
    arch: architectures[process.arch] ?? process.arch,
    platform,
    format: 'tar.gz',
  });
  const answer = await fetch(`${baseUrl}/${product}/${version}?${query.toString()}`, {
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  const location = Value.Parse(Location, await answer.json());
  const archive = await fetch(location.archiveUrl, { signal: AbortSignal.timeout(downloadTimeoutMs) });
  if (!archive.ok || archive.body === null) throw new Error(`${location.archiveUrl}：HTTP ${archive.status}`);
  const sizeMb = Math.round(Number(archive.headers.get('content-length') ?? 0) / bytesPerMb);
  progress(`正在从 ${new URL(baseUrl).host} 获取 ${product} ${version}（约 ${sizeMb} MB，仅此一次）…`);
  await mkdir(path.dirname(target), { recursive: true });
  const workDir = await mkdtemp(path.join(path.dirname(target), '.fetch-'));
  try {
    const file = path.join(workDir, 'archive.tar.gz');
    await pipeline(Readable.fromWeb(archive.body), createWriteStream(file));
    await runCommand('tar', ['-xzf', file, '-C', workDir, location.fileToExtract]);
    const program = path.join(workDir, location.fileToExtract);
    await chmod(program, 0o755);
    await rename(program, target);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
