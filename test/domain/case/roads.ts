import type { CaseStatus, AnswerResult } from '../../../domain/case/status.ts';
import type { MatterCode } from '../../../domain/matters/catalogue.ts';
import { actor } from './commands.ts';
import type { FactsOptions } from './facts.ts';
import { homeCounty } from './facts.ts';
import { Ledger } from './ledger.ts';

/** Accepted on Monday 2026-11-02 at 09:00. */
export function accepted(options: FactsOptions = {}, ...matters: MatterCode[]): Ledger {
  return new Ledger(options).accept(matters.length > 0 ? { matters } : {});
}

/** Delivered over the platform, the 5 days running. */
export function inTransit(options: FactsOptions = {}, ...matters: MatterCode[]): Ledger {
  return accepted(options, ...matters)
    .do('transmit')
    .handOver();
}

export function verifying(options: FactsOptions = {}, ...matters: MatterCode[]): Ledger {
  return inTransit(options, ...matters).do('receive');
}

export function answered(result: AnswerResult = 'consistent', options: FactsOptions = {}): Ledger {
  return verifying(options).do('answer', { result });
}

export function issued(options: FactsOptions = {}): Ledger {
  return answered('consistent', options).do('issue').makeCertificate();
}

export function collected(options: FactsOptions = {}): Ledger {
  return issued(options).do('notify').do('collect');
}

/** Annex 2 at the counter; its filing is due. */
export function issuedOnTheSpot(options: FactsOptions = {}): Ledger {
  return accepted(options, 'REGISTRATION').do('issue_annex_2').makeCertificate();
}

/** A case whose station the county has to find. */
export function atTheCounty(): Ledger {
  return new Ledger().accept({ homeStation: homeCounty, homeLevel: 'county' }).do('transmit').handOver();
}

/** Sent by fax without word that it arrived. */
export function faxed(options: FactsOptions = {}): Ledger {
  return accepted(options).do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null });
}

/** Answered by one of the two persons that the matter needs. */
export function proposed(): Ledger {
  return verifying({}, 'KINSHIP').do('answer', { confirmedMatters: ['KINSHIP'] });
}

export function confirmed(): Ledger {
  return proposed().do('confirm_answer', {}, actor('station_leader'));
}

/** Not answered for so long that the county is asked for a reply. */
export function escalated(): Ledger {
  return verifying().passUntil('2026-11-09T17:30:00+08:00');
}

/** Collected and closed, then voided for a mistake. */
export function reopened(): Ledger {
  return collected().do('void_certificate');
}

/** The straight road to each status. */
export const roadTo: Readonly<Record<CaseStatus, () => Ledger>> = {
  accepted,
  in_transit: inTransit,
  verifying,
  answered,
  issued,
  closed: collected,
};
