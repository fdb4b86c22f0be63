import { Context } from '@temporalio/activity';
import type { EffectResult } from '../domain/case/command.ts';
import type { EffectOf } from '../domain/case/effect.ts';
import type { Addressee } from '../domain/case/status.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { Post } from '../domain/directory/post.ts';
import type { Database } from '../db/database.ts';
import { getActContent } from '../db/repositories/act-records.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { EffectInput } from '../workflows/contract.ts';
import { withClassifiedFailures } from './failures.ts';
import type { RecipientActivities } from './recipients.ts';
import type { HandoverOrder } from './transmission-channels/hand-over.ts';
import { handOver } from './transmission-channels/hand-over.ts';
import type { HylafaxClient } from './transmission-channels/hylafax-client.ts';

export interface TransmissionDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly recipients: RecipientActivities;
  /** Undefined where no fax server is set up. */
  readonly fax: HylafaxClient | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

const postOf = {
  liaison_officer: 'liaison_officer',
  deputy_liaison_officer: 'deputy_liaison_officer',
  // Whoever answers the station's telephone, the station leader answers for.
  duty_telephone: 'station_leader',
} as const satisfies Record<Addressee, Post>;

/** Hands dossiers over, on whatever channel; a fax takes its time and says meanwhile how far it is. */
export function createTransmissionActivities(deps: TransmissionDeps) {
  const { database, recipients } = deps;
  return {
    transmitDossier: withClassifiedFailures(
      deps.log,
      async ({ caseNo, effect }: EffectInput<'transmit_dossier'>): Promise<EffectResult> => {
        const context = Context.current();
        const progress = {
          heartbeat: (details: object) => {
            context.heartbeat(details);
          },
          signal: context.cancellationSignal,
        };
        const order = await orderOf(caseNo, effect);
        const transmission = await handOver({ ...deps, progress }, order);
        const { fromStation, toStation, handedOverAt, deliveredAt, pages } = transmission;
        const { told, gaps } = await recipients.resolveAudience({
          acceptingStation: fromStation,
          homeStation: toStation,
          furtherStation: null,
          to: [{ kind: 'post', unit: 'home_station', post: postOf[effect.addressee] }],
          at: handedOverAt,
        });
        return { type: 'transmit_dossier', handedOverAt, deliveredAt, pages, told, gaps };
      },
    ),
  };

  async function orderOf(
    caseNo: CaseNo,
    { n, channel, addressee, requestId }: EffectOf<'transmit_dossier'>,
  ): Promise<HandoverOrder> {
    if (channel !== 'manual') return { caseNo, n, channel, addressee };
    const { manual } = await getActContent(database, requestId, 'transmit');
    if (manual === undefined) throw new Error('a manual transmission says how it was handed over');
    return { caseNo, n, channel, addressee, manualRecord: manual };
  }
}
