import { waitFor } from '../../platform/wait-for.ts';
import { openAccounts } from './accounts.ts';
import type { Course } from './inputs.ts';
import { cellAt, cellsFor, courseOf, inputAt } from './inputs.ts';
import { send } from './send.ts';
import type { Unsound } from './sound-database.ts';
import { unsoundIn } from './sound-database.ts';
import type { Stage } from './stage.ts';
import { faultsOf, logFaults } from './verdict.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** The first input's number. */
  readonly from: number;
  readonly progress?: (line: string) => void;
}

export interface FuzzResult {
  /** How often each status came back; 0 for a line that was closed without a word. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly cells: number;
  readonly made: number;
  readonly findings: readonly string[];
}

const lanes = 6;
const renewEvery = 396;
const progressEvery = 996;
const enoughFindings = 40;

/** Sends inputs, one lane beside the other, and looks after each batch whether everything is still as it should be. */
export async function fuzz(stage: Stage, { seed, count, from, progress }: FuzzOptions): Promise<FuzzResult> {
  const { door, owner, port } = stage;
  await stage.renew();
  const course = courseOf(
    seed,
    cellsFor((operation) => stage.baseFor(operation)),
  );
  const accounts = await openAccounts(owner);
  const before = await unsoundIn(owner);
  const statuses = new Map<number, number>();
  const findings: string[] = [];
  using broken = hearBreaks();
  door.logLines.length = 0;

  const ask = async (index: number): Promise<string[]> => {
    const cell = cellAt(course, index);
    const input = inputAt(course, index, cell, stage.baseFor(cell.operation, index));
    const answer = await send(port, input);
    const status = answer?.status ?? 0;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    accounts.note(cell.operation.operationId, answer);
    return faultsOf(cell.operation, input, answer).map((fault) => `${nameOf(course, index)}: ${fault}`);
  };

  for (let index = from; index < from + count && findings.length < enoughFindings; index += lanes) {
    const batch = Array.from({ length: Math.min(lanes, from + count - index) }, (_, lane) => index + lane);
    const faults = await Promise.all(
      batch.map((each) => ask(each).catch((error: unknown) => [`${nameOf(course, each)}: ${String(error)}`])),
    );
    findings.push(...faults.flat());
    const among = batch.map((each) => nameOf(course, each)).join(' | ');
    findings.push(
      ...[...logFaults(door.logLines.splice(0)), ...broken.take(), ...(await healthFaults(port))].map(
        (fault) => `${fault} — one of ${among}`,
      ),
    );
    await stage.forgive();
    const done = index + lanes - from;
    if (done % renewEvery === 0) accounts.noteCases(await stage.renew());
    if (done % progressEvery === 0)
      progress?.(`${String(done)} of ${String(count)}, ${String(findings.length)} findings`);
  }
  return {
    ...{ statuses, cells: new Set(course.cells).size, made: accounts.count() },
    findings: [...findings, ...(await unsoundSince(stage, before)), ...(await accounts.findUntold())],
  };
}

function nameOf(course: Course, index: number): string {
  const { operation, what } = cellAt(course, index);
  return `--seed ${String(course.seed)} --only ${String(index)} (${operation.operationId}, ${what})`;
}

async function healthFaults(port: number): Promise<string[]> {
  const wire = Buffer.from('GET /v1/health HTTP/1.1\r\nhost: fuzz.example\r\nconnection: close\r\n\r\n');
  const answer = await send(port, { wire, reaches: 'operation' });
  return answer?.status === 200 ? [] : ['the process does not answer any more'];
}

/** What is kept half since then. What a workflow has yet to write is waited for. */
async function unsoundSince({ owner }: Stage, before: readonly Unsound[]): Promise<string[]> {
  const known = new Set(before.map(({ invariant, found }) => `${invariant}: ${found}`));
  let unsound: string[] = [];
  const isSound = async () => {
    unsound = (await unsoundIn(owner))
      .map(({ invariant, found }) => `${invariant}: ${found}`)
      .filter((each) => !known.has(each));
    return unsound.length === 0;
  };
  await waitFor(isSound, { timeoutMs: 60_000, what: 'everything to be whole' }).catch(() => undefined);
  return unsound.map((each) => `not whole: ${each}`);
}

/** What would end a process of its own. */
function hearBreaks() {
  const heard: string[] = [];
  const hear = (error: unknown) => {
    heard.push(
      `would end the process: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  };
  process.on('uncaughtExceptionMonitor', hear).on('unhandledRejection', hear);
  return {
    take: () => heard.splice(0),
    [Symbol.dispose]() {
      process.off('uncaughtExceptionMonitor', hear).off('unhandledRejection', hear);
    },
  };
}
