import type { Transmission as TransmissionRow } from '../db/repositories/transmissions.ts';
import { receiptStandingOf, receiptStandingTitles } from '../domain/case/receipts.ts';
import type { CaseState, Transmission } from '../domain/case/state.ts';
import { channelTitles } from '../domain/case/status.ts';
import type { FaxAttempt } from '../domain/fax/attempt.ts';
import { faxOutcomeTitles } from '../domain/fax/attempt.ts';
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

/** The handings over of a case as its staff may see them, each with what was recorded of it and the reports of its faxes. */
export function recordedTransmissions(
  state: CaseState,
  handedOver: readonly TransmissionRow[],
  faxes: readonly FaxAttempt[],
) {
  return state.transmissions.map((transmission) => {
    const { n } = transmission;
    const recorded = handedOver.find((each) => each.n === n);
    return {
      ...transmissionView(state, transmission),
      channelTitle: channelTitles[transmission.channel],
      faxNumber: recorded?.faxNumber ?? null,
      dossierSha256: recorded?.dossierSha256 ?? null,
      papers: (recorded?.papers ?? []).map((paper) => ({ ...paper, pages: paper.pages ?? null })),
      faxAttempts: faxes.filter((each) => each.n === n).map(faxAttemptView),
    };
  });
}

function faxAttemptView({ attempt, faxNumber, begunAt, end }: FaxAttempt) {
  return {
    ...{ attempt, faxNumber, begunAt },
    end: end === null ? null : { ...end, outcomeTitle: faxOutcomeTitles[end.outcome] },
  };
}
