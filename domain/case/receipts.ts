import type { Instant } from '../time/instant.ts';
import type { ObstacleCode } from './refusals.ts';
import type { CaseState, Transmission } from './state.ts';
import { handedOverTransmissions } from './state.ts';

/** Where the receipt of a handing over stands. */
export const receiptStandingTitles = {
  awaited: '待签收',
  received: '已签收',
  /** What was sent after it has been received, or the case went on without it. */
  lapsed: '未单独签收',
} as const satisfies Record<string, string>;

export type ReceiptStanding = keyof typeof receiptStandingTitles;

type Handovers = Pick<CaseState, 'transmissions' | 'round'>;

/** Each handing over has a receipt of its own; null for one that has not left. */
export function receiptStandingOf(
  state: Handovers & Pick<CaseState, 'status'>,
  transmission: Transmission,
): ReceiptStanding | null {
  if (transmission.handedOverAt === null) return null;
  if (transmission.receipt !== null) return 'received';
  const isOpen = state.status === 'in_transit' || state.status === 'verifying';
  const isOfThisStay = transmission.round === state.round;
  return isOpen && isOfThisStay && !isOvertaken(state, transmission.n) ? 'awaited' : 'lapsed';
}

/** Whether one that went after it has been received: each brings all papers, so nobody waits for the earlier one. */
export function isOvertaken(state: Handovers, n: number): boolean {
  return handedOverTransmissions(state).some((later) => later.n > n && later.receipt !== null);
}

/** The handing over that a receipt is for: the one that it names, else the last; or why there is none to receive. */
export function findReceivable(
  state: Handovers,
  n: number | null,
): Transmission | Extract<ObstacleCode, 'dossier_not_delivered' | 'already_received'> {
  const arrived = handedOverTransmissions(state);
  const transmission = n === null ? arrived.at(-1) : arrived.find((each) => each.n === n);
  if (transmission === undefined) return 'dossier_not_delivered';
  return transmission.receipt === null ? transmission : 'already_received';
}

/** When it arrived, as far as is known: by its receipt, which says nothing against the platform's own record. */
export function arrivalOf({ channel, deliveredAt, receipt }: Transmission): Instant | null {
  return channel === 'platform' ? deliveredAt : (receipt?.receivedAt ?? deliveredAt);
}

/** What a receipt says; left open, the time is that of the delivery. */
export interface ReceiptWords {
  readonly receivedAt: Instant | null;
  readonly pagesReceived: number | null;
}

/** Something that a receipt cannot say of the handing over that it acknowledges. */
export interface ReceiptFault {
  readonly field: keyof ReceiptWords;
  readonly code: Extract<ObstacleCode, 'receipt_time_implausible' | 'pages_not_counted'>;
}

/**
 * Whether a receipt names all that was handed over: the pages of a fax or a bag, the papers of the platform. Only the
 * platform's may leave it open, and is the record itself then.
 */
export function isWhole(
  { pages }: Pick<Transmission, 'pages'>,
  { pagesReceived }: Pick<ReceiptWords, 'pagesReceived'>,
): boolean {
  return pagesReceived === null || pagesReceived === pages;
}

/**
 * Nothing arrives before it was handed over, nor in the future. The platform loses nothing and counts papers, each with its
 * digest; pages are what a fax machine or a bag loses, so whoever receives them counts them.
 */
export function receiptFaults(
  { channel, handedOverAt }: Pick<Transmission, 'channel' | 'handedOverAt'>,
  { receivedAt, pagesReceived }: ReceiptWords,
  now: Instant,
): ReceiptFault[] {
  const isPlausible =
    receivedAt === null || (receivedAt <= now && handedOverAt !== null && handedOverAt <= receivedAt);
  const isCounted = channel === 'platform' || pagesReceived !== null;
  return [
    ...(isPlausible ? [] : [{ field: 'receivedAt', code: 'receipt_time_implausible' } as const]),
    ...(isCounted ? [] : [{ field: 'pagesReceived', code: 'pages_not_counted' } as const]),
  ];
}
