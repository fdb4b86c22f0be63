import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { BoundDossier } from './bind.ts';
import type {
  BinderAnswer,
  BinderTask,
  BinderTaskName,
  BinderTasks,
  BinderThreadData,
} from './binder-task.ts';
import { BinderError, DossierUnreadableError, unreadablePaper } from './errors.ts';
import type { PaperFile } from './paper-pdf.ts';

/** Makes one file out of papers. */
export interface DossierBinder {
  /**
   * How many pages a paper has; `position` is its place in the list, from 1.
   * @throws {DossierUnreadableError} when it cannot be read.
   */
  countPages(paper: PaperFile, position: number): Promise<number>;
  /**
   * One paginated PDF; the same papers give the same bytes.
   * @throws {DossierUnreadableError} when a paper cannot be read, or there are too many pages.
   */
  bind(caseNo: CaseNo, cover: Uint8Array, papers: readonly PaperFile[]): Promise<BoundDossier>;
  /** The PDF as TIFF G4 for fax machines: as many pages, each A4 in fine mode. */
  toFaxTiff(pdf: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface DossierBinderOptions {
  /** Folders with fonts for PDFs that name a Chinese font without bringing it along. */
  readonly fontDirs?: readonly string[];
  readonly timeoutMs?: number;
}

// A page takes 0.1 s to bind and 0.5 s to turn into a fax: 60 pages on a busy machine.
const defaultTimeoutMs = 180_000;

// An image of the largest size allowed takes 240 MB outside of this.
const resourceLimits = { maxOldGenerationSizeMb: 512 } as const;

/** A binder with a thread that does one thing at a time, and is started anew when something ended it. */
export function createDossierBinder({
  fontDirs = [],
  timeoutMs = defaultTimeoutMs,
}: DossierBinderOptions = {}): DossierBinder {
  const workerData: BinderThreadData = { fontDirs };
  let thread: Worker | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  function run<Name extends BinderTaskName>(
    name: Name,
    ask: BinderTasks[Name]['ask'],
  ): Promise<BinderTasks[Name]['answer']> {
    const answer = underWay.then(() => perform({ name, ask } as BinderTask));
    underWay = answer.catch(() => undefined);
    return answer as Promise<BinderTasks[Name]['answer']>;
  }

  async function perform(task: BinderTask): Promise<unknown> {
    thread ??= startThread();
    const answer = await answerOf(thread, task);
    if (answer.kind === 'unreadable') throw new DossierUnreadableError(answer.message);
    return answer.answer;
  }

  function startThread(): Worker {
    const started = new Worker(new URL('binder-thread.ts', import.meta.url), { workerData, resourceLimits });
    // Whoever waits for an answer hears of it too; with nobody waiting it would end the process.
    started.on('error', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  }

  async function answerOf(current: Worker, task: BinderTask): Promise<BinderAnswer> {
    try {
      current.postMessage(task);
      const [answer] = (await once(current, 'message', { signal: AbortSignal.timeout(timeoutMs) })) as [
        BinderAnswer,
      ];
      return answer;
    } catch (cause) {
      thread = undefined;
      await current.terminate();
      // Alone with one paper, it is the paper that did it.
      if (task.name === 'countPages') throw unreadablePaper(task.ask.position, 'broken', { cause });
      throw new BinderError({ cause });
    }
  }

  return {
    countPages: (paper, position) => run('countPages', { paper, position }),
    bind: (caseNo, cover, papers) => run('bind', { caseNo, cover, papers }),
    toFaxTiff: (pdf) => run('toFaxTiff', { pdf }),
    async close() {
      await underWay;
      await thread?.terminate();
      thread = undefined;
    },
  };
}
