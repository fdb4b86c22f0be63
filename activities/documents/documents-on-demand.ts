import { UnavailablePartError } from '../../platform/embedded/unavailable-part.ts';
import { traceOf } from '../../platform/error-trace.ts';
import { PrinterUnfitError, RenderError } from './errors.ts';
import type { Documents, DocumentsOptions } from './start-documents.ts';
import { startDocuments } from './start-documents.ts';

/** Documents that are made ready when they are asked for, anew as often as that failed. */
export interface DocumentsOnDemand extends Documents {
  /** Makes the machine ready to print. @throws what `startDocuments` throws. */
  ready(): Promise<void>;
}

/**
 * Documents of a worker that serves on while its machine cannot print. Each paper that is asked for tries anew and fails
 * as one whose browser died: its activity's retries, which Temporal keeps, are the only ones.
 */
export function openDocumentsOnDemand(options: DocumentsOptions): DocumentsOnDemand {
  const { log } = options;
  let current: Promise<Documents> | undefined;

  async function start(): Promise<Documents> {
    try {
      return await startDocuments(options);
    } catch (error) {
      current = undefined;
      const reason = isToldToOperators(error) ? error.message : undefined;
      log.error({ reason, ...traceOf(error) }, 'no documents are made here until the browser starts');
      throw error;
    }
  }

  async function documents(): Promise<Documents> {
    current ??= start();
    try {
      return await current;
    } catch (error) {
      throw new RenderError('browser_failed', { cause: error });
    }
  }

  const made = () => current?.catch(() => undefined);

  return {
    ready: async () => {
      current ??= start();
      await current;
    },
    render: async (id, view) => (await documents()).render(id, view),
    binder: {
      countPages: async (paper, position) => (await documents()).binder.countPages(paper, position),
      bind: async (caseNo, cover, papers) => (await documents()).binder.bind(caseNo, cover, papers),
      toFaxTiff: async (pdf) => (await documents()).binder.toFaxTiff(pdf),
      close: async () => (await made())?.binder.close(),
    },
    close: async () => (await made())?.close(),
  };
}

/** Sentences of ours, which quote nothing but settings. */
function isToldToOperators(error: unknown): error is Error {
  return (
    error instanceof UnavailablePartError ||
    error instanceof PrinterUnfitError ||
    error instanceof RenderError
  );
}
