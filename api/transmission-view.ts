import { receiptStandingOf, receiptStandingTitles } from '../domain/case/receipts.ts';
import type { CaseState, Transmission } from '../domain/case/state.ts';
import { actorView } from './schemas/actor.ts';

/** A handing over with its receipt, or that it is missing. */
export function transmissionView(state: CaseState, transmission: Transmission) {
  const { n, channel, addressee, homeStation, handedOverAt, deliveredAt, pages, receipt } = transmission;
  const receiptStanding = receiptStandingOf(state, transmission);
  return {
    ...{ n, channel, addressee, homeStation, handedOverAt, deliveredAt, pages, receiptStanding },
    receipt: receipt === null ? null : { ...receipt, by: actorView(receipt.by) },
    receiptStandingTitle: receiptStanding === null ? null : receiptStandingTitles[receiptStanding],
  };
}
