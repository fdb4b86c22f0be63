import { open, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../../db/database.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { LoadRequest } from './load.ts';
import type { LoggedPlan } from './plans.ts';
import { distinctPlans, plansIn, scannedTables, withoutPersons } from './plans.ts';
import type { Question } from './questions.ts';
import { growingTables } from './seed.ts';

/** Of each question: enough for every connection to have come to the plan that it keeps. */
const asksPerQuestion = 40;

const explaining = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_parameter_max_length': '0',
} as const;

/** Has Postgres write the plan of every statement of whoever connects from now on into its log; or no more. */
export async function explainFromNowOn({ client: sql }: Database, mode: 'on' | 'off'): Promise<void> {
  for (const [setting, value] of Object.entries(explaining)) {
    const [row] = await sql<{ name: string }[]>`select current_database() as name`;
    const alter = `alter database "${row?.name ?? ''}"`;
    await sql.unsafe(mode === 'on' ? `${alter} set ${setting} = '${value}'` : `${alter} reset ${setting}`);
  }
}

export interface PlannedQuestion {
  readonly name: string;
  readonly plans: readonly LoggedPlan[];
  /** Large tables that a plan reads from end to end; there should be none. */
  readonly scans: readonly string[];
}

/** Asks a question of an API whose connections are explained, and reads from the log how Postgres went about it. */
export async function planQuestion(
  { name, requests, kind }: Question,
  { apiUrl, logFile }: { readonly apiUrl: string; readonly logFile: string },
): Promise<PlannedQuestion> {
  const { size } = await stat(logFile);
  const count = kind === 'write' ? 8 : asksPerQuestion;
  for (let n = 0; n < count; n += 1) {
    const request = requests[n % requests.length];
    if (request !== undefined) await send(apiUrl, request);
  }
  const plans = distinctPlans(plansIn(await readFrom(logFile, size)));
  const large = new Set<string>(growingTables);
  return { name, plans, scans: [...new Set(plans.flatMap(({ plan }) => scannedTables(plan, large)))] };
}

/** Keeps the plans of a question as text, without numbers of cases and hashes of persons. */
export async function writePlans(folder: string, { name, plans }: PlannedQuestion): Promise<void> {
  await mkdir(folder, { recursive: true });
  const texts = plans.map(({ query, plan }) => `${query}\n\n${withoutPersons(plan)}\n`);
  await writeFile(path.join(folder, `${name}.txt`), texts.join('\n\n'));
}

async function send(apiUrl: string, { method, path: address, headers, body }: LoadRequest): Promise<void> {
  const ask = async () => {
    const answer = await fetch(apiUrl + address, {
      ...{ method, headers: { ...headers } },
      ...(body === undefined ? {} : { body }),
    });
    await answer.arrayBuffer();
    // On a machine that stands still for seconds the API says that it is too busy.
    if (answer.status === 503) return false;
    if (answer.ok) return true;
    throw new Error(`${address.split('?')[0] ?? ''} was answered ${String(answer.status)}`);
  };
  await waitFor(ask, { timeoutMs: 60_000, what: '接口应答' });
}

async function readFrom(file: string, position: number): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(size - position);
    await handle.read(buffer, 0, buffer.length, position);
    return buffer.toString();
  } finally {
    await handle.close();
  }
}
