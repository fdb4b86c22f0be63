import type { Database } from '../../db/database.ts';
import { listSequencesBehind, moveSequences, skipNumbersOf } from '../../db/repositories/recovery.ts';
import type { GivenOut } from '../../domain/certificate/numbers-in-text.ts';
import { givenOutBy } from '../../domain/certificate/numbers-in-text.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';

/** Places by which a day's numbers go on where nobody can say how many were given out; a station has 99,999 a day. */
export const skippedPlaces = 1000;

export interface GivenNumbers {
  readonly mode: 'dry_run' | 'apply';
  /** Of cases, certificates and rejections that are known to have been given out. */
  readonly numbers: Iterable<string>;
  /** The day on which more may have been given out than anybody remembers; null when that day is over. */
  readonly skipDay: PlainDate | null;
}

export interface MendedSequences {
  /** Those that would have given out a number a second time. */
  readonly behind: readonly GivenOut[];
  /** Stations whose numbers of the day go on further up. */
  readonly skipped: number;
}

/** A number that was given out, printed and perhaps handed over is never given out again. */
export async function mendSequences(
  database: Database,
  { mode, numbers, skipDay }: GivenNumbers,
): Promise<MendedSequences> {
  const behind = await listSequencesBehind(database, givenOutBy(numbers));
  if (mode === 'dry_run') return { behind, skipped: 0 };
  return database.transaction(async (transaction) => {
    await moveSequences(transaction, behind);
    const skipped = skipDay === null ? 0 : await skipNumbersOf(transaction, skipDay, skippedPlaces);
    return { behind, skipped };
  });
}
