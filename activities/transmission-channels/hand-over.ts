import type { ManualHandover } from '../../domain/case/act-content.ts';
import type { Addressee, Channel } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { faxNumbersOn, faxSourceTitles } from '../../domain/directory/fax-numbers.ts';
import { contactsByUnit, officeOn } from '../../domain/directory/station-contacts.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { isCurrentDossier } from '../../domain/papers/bound-dossier.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Database } from '../../db/database.ts';
import { readPolicyOfUnit } from '../../db/policy-of-unit.ts';
import { listPersonsOfUnits } from '../../db/repositories/directory.ts';
import { findContacts, listMovedStations } from '../../db/repositories/station-contacts.ts';
import type { Attachment } from '../../db/repositories/attachments.ts';
import type { DossierFile } from '../../db/repositories/dossier-files.ts';
import { findDossierFile } from '../../db/repositories/dossier-files.ts';
import { getDossier } from '../../db/repositories/dossiers.ts';
import { addFaxAttempt, endFaxAttempt, listFaxAttempts } from '../../db/repositories/fax-attempts.ts';
import type { Transmission } from '../../db/repositories/transmissions.ts';
import { addTransmissionOnce, findTransmission } from '../../db/repositories/transmissions.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Progress, TransmissionChannel } from './channel.ts';
import type { FaxAttempts } from './fax.ts';
import { createFaxChannel } from './fax.ts';
import { FaxError } from './fax-error.ts';
import type { HylafaxClient } from './hylafax-client.ts';
import { createManualChannel } from './manual.ts';
import { createPlatformChannel } from './platform.ts';

export interface HandoverDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly clock: Clock;
  /** Undefined where no fax server is set up. */
  readonly fax: HylafaxClient | undefined;
  readonly progress: Progress;
}

interface HandoverOrderBase {
  readonly caseNo: CaseNo;
  /** The n-th handing over of the case. */
  readonly n: number;
  readonly addressee: Addressee;
}

/** What is to be handed over, and how; by hand it has been already. */
export type HandoverOrder = HandoverOrderBase &
  (
    | { readonly channel: Exclude<Channel, 'manual'> }
    | { readonly channel: 'manual'; readonly manualRecord: ManualHandover }
  );

/**
 * Hands a dossier over to the home station, once however often it is tried, and records it. A fax sends what was bound
 * for it (`bindDossier`), by hand goes what the officer had printed. Errors carry their failure class in `code`.
 */
export async function handOver(deps: HandoverDeps, order: HandoverOrder): Promise<Transmission> {
  const { database, progress } = deps;
  const { caseNo, n, channel, addressee } = order;
  const recorded = await findTransmission(database, caseNo, n);
  if (recorded !== undefined) return recorded;
  const { row, papers } = await getDossier(database, caseNo);
  if (row === null) throw new Error('a dossier is handed over for a case that has begun');
  const { acceptingStation, homeStation } = row.state;
  const bound = await findWhatGoes(database, order, papers);
  const fax = await readFaxNumbers(deps, homeStation);
  const handover = await channelOf(deps, order).hand(
    { pages: bound?.pages ?? papers.length, faxTiff: bound?.faxTiff ?? null },
    { faxNumbers: fax.numbers, whyNone: `该单位${faxSourceTitles[fax.source]}。` },
    { caseNo, n },
    progress,
  );
  return addTransmissionOnce(database, {
    caseNo,
    n,
    channel,
    addressee,
    fromStation: acceptingStation,
    toStation: homeStation,
    ...handover,
    dossierSha256: bound?.sha256 ?? null,
    papers:
      bound?.papers ?? papers.map(({ mediaType, sizeBytes, sha256 }) => ({ mediaType, sizeBytes, sha256 })),
  });
}

/** The fax numbers of the office in which a station's work is done today: it may have been merged, or be shut. */
async function readFaxNumbers({ database, units, clock }: HandoverDeps, station: UnitCode) {
  const today = localDateOf(clock.now());
  const office = officeOn(station, today, contactsByUnit(await listMovedStations(database)));
  const contacts = await findContacts(database, office);
  const policyOf = await readPolicyOfUnit(database, await units.tree(), [office]);
  const persons = await listPersonsOfUnits(database, [office]);
  return faxNumbersOn(contacts, persons, today, policyOf(office).freshness);
}

/** The bound file that is handed over; on the platform each paper goes by itself. */
async function findWhatGoes(
  database: Database,
  order: HandoverOrder,
  papers: readonly Attachment[],
): Promise<DossierFile | undefined> {
  if (order.channel === 'platform') return undefined;
  const file = await findDossierFile(database, order.caseNo, order);
  if (order.channel !== 'manual' || file === undefined) return file;
  // What was printed only afterwards did not go, nor did papers that came after the print.
  if (file.boundAt > order.manualRecord.handedOverAt) return undefined;
  return isCurrentDossier(file, { handedOverAt: null }, papers) ? file : undefined;
}

function channelOf({ database, clock, fax }: HandoverDeps, order: HandoverOrder): TransmissionChannel {
  switch (order.channel) {
    case 'platform':
      return createPlatformChannel(clock);
    case 'manual':
      return createManualChannel(order.manualRecord);
    case 'fax':
      if (fax === undefined) throw new FaxError('fax_not_configured', '本系统未配置传真服务器。');
      return createFaxChannel({ client: fax, attempts: storedAttempts(database), clock });
  }
}

function storedAttempts(database: Database): FaxAttempts {
  return {
    findLast: async ({ caseNo, n }) => (await listFaxAttempts(database, caseNo, n)).at(-1),
    begin: (attempt) => addFaxAttempt(database, attempt),
    end: (attempt, end) => endFaxAttempt(database, attempt, end),
  };
}
