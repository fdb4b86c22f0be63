import type { Database } from '../../db/database.ts';
import { appendAudit } from '../../db/repositories/audit.ts';
import type { AuditedAct } from '../../domain/audit/entry.ts';

/** Appends to the audit. */
export interface AuditWriter {
  /** Resolves when the row is committed. */
  append(act: AuditedAct): Promise<void>;
}

interface Batch {
  readonly acts: AuditedAct[];
  readonly written: Promise<void>;
}

/**
 * One statement at a time, with all the rows that came while the one before was under way: the chain has one writer at
 * a time anyway, and what would wait for it one by one waits together.
 */
export function createAuditWriter(database: Database): AuditWriter {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Batch | undefined;

  function open(): Batch {
    const acts: AuditedAct[] = [];
    const written = last.then(() => {
      waiting = undefined;
      return appendAudit(database, acts);
    });
    last = written.catch(() => undefined);
    return { acts, written };
  }

  return {
    append(act) {
      waiting ??= open();
      waiting.acts.push(act);
      return waiting.written;
    },
  };
}
