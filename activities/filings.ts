import type { EffectResult } from '../domain/case/command.ts';
import type { Database } from '../db/database.ts';
import { addFilingOnce } from '../db/repositories/filings.ts';
import { findCase } from '../db/repositories/cases.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { EffectInput } from '../workflows/contract.ts';
import { withClassifiedFailures } from './failures.ts';

/** 备案: reports an Annex 2 to the home station [§5]; a row by which the letter stands in its inbox. */
export function createFilingActivities(deps: { database: Database; clock: Clock; log: Logger }) {
  const { database, clock } = deps;
  return {
    sendFiling: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput<'send_filing'>): Promise<EffectResult> => {
        const row = await findCase(database, caseNo);
        const certificate = row?.state.certificates.at(-1);
        if (row === undefined || certificate === undefined) throw new Error('a filing reports a certificate');
        const { sentAt } = await addFilingOnce(database, {
          caseNo,
          n: effect.n,
          certificateNo: certificate.certificateNo,
          fromStation: row.acceptingStation,
          toStation: row.homeStation,
          sentAt: clock.now(),
        });
        return { type: 'send_filing', sentAt };
      },
    ),
  };
}
