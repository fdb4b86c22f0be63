import { setTimeout as sleep } from 'node:timers/promises';
import type { FaxAttempt, FaxEnd, FaxOutcome } from '../../domain/fax/attempt.ts';
import { dialStringOf } from '../../domain/fax/dial-string.ts';
import { faxFaultOf, faxFaultTitles } from '../../domain/fax/fault.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Handover, Progress, TransmissionChannel, TransmissionKey, HandoverAddress } from './channel.ts';
import { FaxError } from './fax-error.ts';
import type { FaxJob, HylafaxClient } from './hylafax-client.ts';
import { SubmissionRefusedError } from './hylafax-client.ts';

/**
 * Remembers the faxes of each transmission: what is begun is written down before anything is queued, so that no crash
 * makes one go out twice.
 */
export interface FaxAttempts {
  findLast(key: TransmissionKey): Promise<FaxAttempt | undefined>;
  begin(attempt: FaxAttempt): Promise<void>;
  end(attempt: FaxAttempt, end: FaxEnd): Promise<void>;
}

export interface FaxChannelDeps {
  readonly client: HylafaxClient;
  readonly attempts: FaxAttempts;
  readonly clock: Clock;
  readonly pollMs?: number;
  /** So long may a job look the same; the queue's own pauses between two calls are minutes. */
  readonly stallMs?: number;
}

const defaultPollMs = 10_000;
const defaultStallMs = 60 * 60_000;

// A dense page took 75 s at 14,400 bit/s. Three tries of all pages, and an hour for a busy line.
const minutesPerPage = 6;
const minutesForDialling = 60;

// A job passes from one of HylaFAX's queues to the other while they are listed.
const listingsWithoutTrace = 2;

/** Faxes through HylaFAX. It is handed over when HylaFAX has had every page confirmed by the other machine. */
export function createFaxChannel(deps: FaxChannelDeps): TransmissionChannel {
  const { client, attempts, clock, pollMs = defaultPollMs, stallMs = defaultStallMs } = deps;

  return {
    async hand({ pages, faxTiff }, address, key, progress) {
      if (faxTiff === null) throw new Error('a dossier for fax is bound with its TIFF');
      const last = await attempts.findLast(key);
      if (last?.end?.outcome === 'sent') return handoverOf(last, last.end);
      const attempt =
        last?.end === null ? last : await submit(nextAttempt(key, last, address), pages, faxTiff);
      const job = await follow(attempt, progress);
      return conclude(attempt, job, pages);
    },
  };

  function nextAttempt(
    { caseNo, n }: TransmissionKey,
    last: FaxAttempt | undefined,
    address: HandoverAddress,
  ): FaxAttempt {
    const attempt = (last?.attempt ?? 0) + 1;
    const faxNumber = dialableOf(address, attempt);
    return { caseNo, n, attempt, faxNumber, begunAt: clock.now(), end: null };
  }

  async function submit(attempt: FaxAttempt, pages: number, tiff: Uint8Array): Promise<FaxAttempt> {
    await attempts.begin(attempt);
    const killAfterMinutes = minutesForDialling + pages * minutesPerPage;
    try {
      await client.submit({
        tag: tagOf(attempt),
        dialString: attempt.faxNumber,
        tiff,
        killAfterMinutes,
      });
    } catch (error) {
      if (error instanceof SubmissionRefusedError) {
        await attempts.end(attempt, endOf('not_queued', { jobId: null, pagesSent: 0 }));
      }
      throw error;
    }
    return attempt;
  }

  /** Waits until the job has ended. */
  async function follow(attempt: FaxAttempt, { heartbeat, signal }: Progress): Promise<FaxJob> {
    const tag = tagOf(attempt);
    let seen = '';
    let changedAtMs = performance.now();
    let withoutTrace = 0;
    for (;;) {
      const jobs = await findListing();
      const job = jobs?.find((candidate) => candidate.tag === tag);
      if (job?.state === 'D' || job?.state === 'F') return job;
      withoutTrace = jobs !== undefined && job === undefined ? withoutTrace + 1 : 0;
      if (withoutTrace === listingsWithoutTrace) throw notConfirmed('传真服务器上已查不到该任务');
      const now = job === undefined ? seen : JSON.stringify(job);
      if (now !== seen) changedAtMs = performance.now();
      else if (performance.now() - changedAtMs > stallMs) throw notConfirmed('传真任务长时间没有进展');
      seen = now;
      heartbeat({ tag, state: job?.state ?? null, pagesSent: job?.pagesSent ?? null });
      await sleep(pollMs, undefined, { signal });
    }
  }

  /** Undefined when the server does not answer: what it does meanwhile is not over because of that. */
  async function findListing(): Promise<FaxJob[] | undefined> {
    try {
      return await client.listJobs();
    } catch (error) {
      if (error instanceof FaxError && error.code === 'service_unavailable') return undefined;
      throw error;
    }
  }

  async function conclude(attempt: FaxAttempt, job: FaxJob, pages: number): Promise<Handover> {
    const { pagesSent, dials } = job;
    if (job.state === 'D' && pagesSent !== pages) {
      throw notConfirmed(`传真服务器报告已传 ${pagesSent} 页，应为 ${pages} 页`);
    }
    const outcome = job.state === 'D' ? 'sent' : faxFaultOf(job.status);
    const end = endOf(outcome, job);
    await attempts.end(attempt, end);
    if (outcome === 'sent') return handoverOf(attempt, end);
    throw new FaxError(
      'fax_failed',
      `传真未发出：${faxFaultTitles[outcome]}（拨号 ${dials} 次，已传 ${pagesSent} 页，共 ${pages} 页）。`,
    );
  }

  function endOf(outcome: FaxOutcome, { jobId, pagesSent }: Pick<FaxEnd, 'jobId' | 'pagesSent'>): FaxEnd {
    return { outcome, endedAt: clock.now(), pagesSent, jobId };
  }
}

/** Names a fax to HylaFAX, and finds it there again. */
function tagOf({ caseNo, n, attempt }: FaxAttempt): string {
  return `${caseNo}/${n}/${attempt}`;
}

/** Each attempt takes the next number of the station. */
function dialableOf({ faxNumbers, whyNone }: HandoverAddress, attempt: number): string {
  const dialable = faxNumbers.flatMap((faxNumber) => dialStringOf(faxNumber) ?? []);
  const dialString = dialable[(attempt - 1) % dialable.length];
  if (dialString !== undefined) return dialString;
  throw new FaxError(
    'fax_number_missing',
    faxNumbers.length === 0 ? whyNone : '通讯录中该单位的传真号码格式不正确。',
  );
}

/** Until the receipt says better, it arrived when its transmission was confirmed (§5). */
function handoverOf({ faxNumber }: FaxAttempt, { endedAt, pagesSent }: FaxEnd): Handover {
  return { handedOverAt: endedAt, deliveredAt: endedAt, pages: pagesSent, faxNumber };
}

function notConfirmed(why: string): FaxError {
  return new FaxError('fax_not_confirmed', `${why}，无法确认对方是否收到：请电话核实。`);
}
