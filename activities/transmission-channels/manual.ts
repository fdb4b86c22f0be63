import type { ManualHandover } from '../../domain/case/act-content.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { TransmissionChannel } from './channel.ts';

/**
 * When what an officer handed over himself arrived, as far as he knows: whoever carried it was there, a fax machine's
 * report may say so, a letter is on its way. Until then its receipt has to say it (§5).
 */
const arrivals = {
  fax: ({ confirmedAt }) => confirmedAt ?? null,
  carried: ({ handedOverAt }) => handedOverAt,
  post: () => null,
} as const satisfies Record<ManualHandover['way'], (record: ManualHandover) => Instant | null>;

/** An officer has handed the dossier over himself and says when, how and how many pages: there is nothing to send. */
export function createManualChannel(record: ManualHandover): TransmissionChannel {
  const { way, handedOverAt, pages, faxNumber = null } = record;
  const deliveredAt = arrivals[way](record);
  return { hand: () => Promise.resolve({ handedOverAt, deliveredAt, pages, faxNumber }) };
}
