import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

interface RunOptions {
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Replaces the inherited environment. */
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs a program to its end and gives its standard output. Throws when it is missing or fails. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { timeoutMs, ...others } = options;
  const { stdout } = await execFileAsync(command, args, { ...others, timeout: timeoutMs ?? 0 });
  return stdout;
}

/** The standard output of a program, or undefined when it is missing or fails. */
export async function findOutput(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string | undefined> {
  try {
    return await runCommand(command, args, options);
  } catch {
    return undefined;
  }
}
