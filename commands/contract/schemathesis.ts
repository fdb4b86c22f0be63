import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { findOutput, runCommand } from '../../platform/embedded/run-command.ts';

const version = '4.32.5';

/** What no answer may do: fail by itself, say what the document does not, or say it in another form. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
].join();

/** Whether this machine can set Schemathesis up: a Python with its own environments. */
export async function hasPython(): Promise<boolean> {
  return (await findOutput('python3', ['-c', 'import ensurepip, venv'])) !== undefined;
}

/** Schemathesis from PyPI in an environment of its own, made once. @throws {Error} without Python or PyPI. */
export async function installSchemathesis(cacheDir: string): Promise<string> {
  const environment = path.join(cacheDir, `schemathesis-${version}`);
  const program = path.join(environment, 'bin', 'schemathesis');
  const isThere = await access(program).then(
    () => true,
    () => false,
  );
  if (isThere) return program;
  await runCommand('python3', ['-m', 'venv', '--clear', environment]);
  await runCommand(path.join(environment, 'bin', 'pip'), ['install', '-q', `schemathesis==${version}`]);
  return program;
}

export interface ContractRun {
  readonly program: string;
  readonly document: string;
  readonly apiUrl: string;
  readonly token: string;
  /** Of each operation, beside the document's own examples and its borders. */
  readonly examples: number;
  readonly seed: number;
  /** The borders of every parameter and property take most of the requests. */
  readonly phases: 'all' | 'short';
  /** By its id; all of them if left out. */
  readonly operation?: string | undefined;
}

/** Asks the API all that its document allows and much that it does not. Answers whether everything was as it says. */
export async function runSchemathesis(run: ContractRun): Promise<boolean> {
  const phases = run.phases === 'all' ? 'examples,coverage,fuzzing' : 'examples,fuzzing';
  const child = spawn(
    run.program,
    [
      ...['run', run.document, '--url', run.apiUrl, '--header', `Authorization: Bearer ${run.token}`],
      ...['--checks', checks, '--phases', phases, '--max-examples', String(run.examples)],
      ...['--seed', String(run.seed), '--continue-on-failure', '--warnings', 'off'],
      ...['--suppress-health-check', 'all', '--no-color'],
      ...(run.operation === undefined ? [] : ['--include-operation-id', run.operation]),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}
