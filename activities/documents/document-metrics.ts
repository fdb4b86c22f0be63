import { counter, gauge, histogram } from '../../platform/metrics/metrics.ts';
import type { RenderFailure } from './errors.ts';
import { renderFailures } from './errors.ts';

const waiting = gauge('tongban_documents_waiting');
const printing = gauge('tongban_documents_printing');
const documents = counter('tongban_documents_total');
const durations = histogram('tongban_document_print_duration_seconds');

// Of a series that begins with its first failure, Prometheus would see no increase.
for (const outcome of ['printed', ...renderFailures]) documents.inc({ outcome }, 0);

/** A document on its way through the renderer, for those who watch. */
export interface WatchedDocument {
  /** A page is free for it. */
  begun(): void;
  ended(outcome: 'printed' | RenderFailure): void;
}

/** Counts a document in when it is asked for. */
export function watchDocument(): WatchedDocument {
  let time: (() => number) | undefined;
  waiting.inc();
  return {
    begun: () => {
      waiting.dec();
      printing.inc();
      time = durations.startTimer();
    },
    ended: (outcome) => {
      if (time === undefined) waiting.dec();
      else printing.dec();
      if (outcome === 'printed') time?.();
      documents.inc({ outcome });
    },
  };
}
