import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { FaxError } from './fax-error.ts';

const run = promisify(execFile);

/** HylaFAX's programs for clients, and where the server is: `host` or `host:port`, with `modem@` before it if need be. */
export interface HylafaxSettings {
  readonly sendfax: string;
  readonly faxstat: string;
  readonly server: string;
  readonly submitTimeoutMs?: number;
}

/** `D` done, `F` failed, `R` on the line; the others wait for a time, a modem, the next dialling. */
export type FaxJobState = '?' | 'T' | 'P' | 'S' | 'B' | 'W' | 'R' | 'D' | 'F';

export interface FaxJob {
  readonly jobId: number;
  readonly state: FaxJobState;
  readonly pagesSent: number;
  readonly pagesTotal: number;
  readonly dials: number;
  readonly tag: string;
  /** What the last attempt failed of, in HylaFAX's words. */
  readonly status: string;
}

export interface FaxOrder {
  readonly tag: string;
  readonly dialString: string;
  readonly tiff: Uint8Array;
  /** HylaFAX itself gives the job up after this time. */
  readonly killAfterMinutes: number;
}

export interface HylafaxClient {
  /**
   * Queues a fax. Accepted is not sent.
   * @throws {SubmissionRefusedError} when nothing was queued.
   * @throws {FaxError} when nobody knows whether something was.
   */
  submit(order: FaxOrder): Promise<void>;
  /**
   * The jobs that wait, are sent or are done; done ones are swept away after a while (15 minutes to an hour).
   * @throws {FaxError} when the server does not answer.
   */
  listJobs(): Promise<FaxJob[]>;
}

/** The server did not take the job: nothing will be sent. */
export class SubmissionRefusedError extends FaxError {
  override readonly name = 'FaxError';
}

// Handing 60 pages to a server in the same network takes seconds.
const defaultSubmitTimeoutMs = 120_000;
const listTimeoutMs = 20_000;

// The default cuts the status off and leaves the tag out. The status may have several lines, so it comes last.
const jobFormat = '%j|%a|%p|%y|%d|%J|%s';
const jobLine = /^(\d+)\|([?TPSBWRDF])\|(\d+)\|(\d+)\|(\d+)\|([^|\n]*)\|(.*)$/gm;

// Busy or unanswered numbers are dialled again every few minutes; a try is a call that got through.
const maxDials = 6;
const maxTries = 3;

const unreachable = '传真服务器没有应答，请稍后重试；持续出现时请联系管理员。';

/** The fax server that is set up; undefined where there is none. */
export function openFax({
  server,
  ...programs
}: Omit<HylafaxSettings, 'server'> & { readonly server?: string }): HylafaxClient | undefined {
  return server === undefined ? undefined : createHylafaxClient({ server, ...programs });
}

/** HylaFAX through its own programs: arguments go to them as they are, no shell in between. */
export function createHylafaxClient({
  sendfax,
  faxstat,
  server,
  submitTimeoutMs = defaultSubmitTimeoutMs,
}: HylafaxSettings): HylafaxClient {
  return {
    submit: ({ tag, dialString, tiff, killAfterMinutes }) =>
      withScratchDir(async (dir) => {
        const file = path.join(dir, 'dossier.tif');
        await writeFile(file, tiff, { mode: 0o600 });
        const pageFormat = ['-m', '-s', 'a4'];
        const persistence = [
          '-k',
          `now + ${killAfterMinutes} minutes`,
          '-t',
          `${maxTries}`,
          '-T',
          `${maxDials}`,
        ];
        // Options count for the destinations that follow them.
        const options = ['-n', '-N', ...pageFormat, ...persistence, '-h', server, '-o', 'tongban', '-i', tag];
        try {
          await runProgram(sendfax, [...options, '-d', dialString, file], dir, submitTimeoutMs);
        } catch (cause) {
          if (wasCutOff(cause)) throw new FaxError('service_unavailable', unreachable, { cause });
          throw new SubmissionRefusedError(...refusalOf(cause, sendfax));
        }
      }),
    listJobs: () =>
      withScratchDir(async (dir) => {
        await writeFile(path.join(dir, '.hylarc'), `JobFmt: "${jobFormat}"\n`);
        try {
          const listing = await runProgram(faxstat, ['-h', server, '-s', '-d'], dir, listTimeoutMs);
          // faxstat ends with 0 even when it reached nobody; whoever answers says something of the scheduler.
          if (listing === '') throw new Error('faxstat printed nothing');
          return parseJobs(listing);
        } catch (cause) {
          throw new FaxError(...refusalOf(cause, faxstat));
        }
      }),
  };
}

/** Reads what faxstat prints in our format; other lines speak of modems. */
export function parseJobs(listing: string): FaxJob[] {
  return Array.from(listing.matchAll(jobLine), (match) => {
    const [, jobId, state, pagesSent, pagesTotal, dials, tag = '', status = ''] = match;
    return {
      jobId: Number(jobId),
      state: state as FaxJobState,
      pagesSent: Number(pagesSent),
      pagesTotal: Number(pagesTotal),
      dials: Number(dials),
      tag,
      status,
    };
  });
}

async function runProgram(
  command: string,
  args: readonly string[],
  home: string,
  timeoutMs: number,
): Promise<string> {
  const running = run(command, args, {
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    maxBuffer: 16_000_000,
    // Only what the programs need: their settings are read from HOME, and nothing of ours is theirs to see.
    env: { HOME: home, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C' },
  });
  // A server that wants a password is told that there is none.
  running.child.stdin?.end();
  return (await running).stdout;
}

function wasCutOff(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true;
}

function refusalOf(cause: unknown, command: string): ConstructorParameters<typeof FaxError> {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'EACCES') {
    const message = `找不到或无法运行传真程序 ${command}：请管理员检查 TONGBAN_FAX_* 设置。`;
    return ['fax_not_configured', message, { cause }];
  }
  return ['service_unavailable', unreachable, { cause }];
}

/** A folder that nobody else can read, gone when the work is done: a dossier does not lie about. */
async function withScratchDir<Result>(work: (dir: string) => Promise<Result>): Promise<Result> {
  const dir = await mkdtemp(path.join(tmpdir(), 'tongban-fax-'));
  try {
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
