import { channelTitles } from '../../domain/case/status.ts';
import { clockRules, countsWorkingDays, urgedSideOf } from '../../domain/clocks/clock.ts';
import { stationInCharge } from '../../domain/directory/workplace.ts';
import type { RungUnit } from '../../domain/escalation/rung.ts';
import { rungKeyOf, rungTitles } from '../../domain/escalation/rung.ts';
import { certificateTitles } from '../../domain/inquiry/certificate-check.ts';
import { paperUnitOf } from '../../domain/papers/paper-unit.ts';
import type { DossierKey } from '../../domain/papers/bound-dossier.ts';
import type { CoverSheetView, ListedPaper, ReceiptCount } from '../../domain/papers/cover-sheet.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { about } from './about-case.ts';
import type { CaseRecord } from './case-record.ts';
import {
  acceptingStationOf,
  findAnnex2Words,
  homeStationOf,
  matterLinesIn,
  occasionOf,
  unitNameOf,
  wordsOfOccasion,
} from './case-record.ts';

/** A handing over as its cover sheet tells of it, with the papers beneath. */
export interface CoveredHandover extends DossierKey {
  readonly homeStation: UnitCode;
  readonly sentAt: Instant;
  readonly papers: readonly ListedPaper[];
  readonly binding: 'bound' | 'loose';
}

export function coverSheetOf(
  record: CaseRecord,
  { n, channel, homeStation, sentAt, papers, binding }: CoveredHandover,
): CoverSheetView {
  return {
    ...about(record),
    transmissionNo: n,
    channelTitle: channelTitles[channel],
    sentAt,
    acceptingStation: acceptingStationOf(record),
    homeStation: paperUnitOf(record.tree, stationInCharge(record, homeStation, localDateOf(sentAt))),
    matters: matterLinesIn(record),
    papers: papers.map(({ name, pages, sha256 }) => ({ name, pages, sha256 })),
    receiptCount: receiptCountOf(channel, binding),
    termWorkingDays: record.policies.home.terms.verification.count,
  };
}

/** As a receipt is compared with what was handed over (`isWhole`). */
function receiptCountOf(channel: DossierKey['channel'], binding: CoveredHandover['binding']): ReceiptCount {
  if (channel === 'platform') return 'papers';
  return binding === 'bound' ? 'bound_pages' : 'pages';
}

export function filingLetterOf(record: CaseRecord): PaperViews['filing_letter'] {
  const { certificateNo, sha256 } = occasionOf(record, 'certificate_issued');
  const words = findAnnex2Words(record);
  if (words === undefined) throw new Error('an Annex 2 is issued from a register query');
  const { registeredAddress, registerReference, queriedAt } = words;
  return {
    ...about(record),
    certificateNo,
    certificateSha256: sha256,
    matters: matterLinesIn(record),
    registeredAddress,
    registerReference,
    queriedAt,
    issuedAt: record.occasion.occurredAt,
    acceptingStation: acceptingStationOf(record),
    homeStationName: homeStationOf(record).name,
    termWorkingDays: record.policies.home.terms.filing_acknowledgement.count,
  };
}

/** Blank with the certificate, to be signed when it is handed over; filled in once that is recorded. */
export function collectionRecordOf(record: CaseRecord): PaperViews['collection_record'] {
  const event = occasionOf(record, 'certificate_issued', 'certificate_collected');
  const certificate = record.state.certificates.at(-1);
  if (certificate === undefined) throw new Error('what is collected is a certificate');
  return {
    ...about(record),
    certificateNo: certificate.certificateNo,
    certificateTitle: certificateTitles[certificate.kind],
    certificateSha256: certificate.sha256,
    issuedOn: localDateOf(certificate.issuedAt),
    acceptingStationName: acceptingStationOf(record).name,
    collected: event.type === 'certificate_issued' ? null : collectedAs(record),
  };
}

function collectedAs(record: CaseRecord): PaperViews['collection_record']['collected'] {
  const { collectedBy: by, identityDocument } = wordsOfOccasion(record, 'collect');
  return { by, identityDocument: identityDocument ?? null, at: record.occasion.occurredAt };
}

/** §6. It goes to whoever has to act; whoever supervises is the nearest unit above the stations that the rung tells, else the county. */
export function supervisionOrderOf(record: CaseRecord): PaperViews['supervision_order'] {
  const { clockKey, rung, colour } = occasionOf(record, 'rung_fired');
  const { state, events, occasion } = record;
  const clock = state.clocks[clockKey];
  if (clock === undefined) throw new Error('a rung is one of a clock');
  const { title } = clockRules[clock.clock];
  const side = urgedSideOf(clock, state.homeStation);
  const scheduled = clock.ladder.find((step) => step.rung === rung);
  const told = scheduled?.to ?? [];
  const supervisor = told.find((audience) => audience.kind === 'post' && !audience.unit.endsWith('_station'));
  const issuer: RungUnit = supervisor?.kind === 'post' ? supervisor.unit : `${side}_county`;
  const { deadline } = clock;
  return {
    caseNo: record.caseNo,
    colour,
    rungTitle: rungTitles[rung],
    issuingUnitName: unitNameOf(record, issuer),
    addressedUnitName: unitNameOf(record, `${side}_station`),
    acceptingStationName: acceptingStationOf(record).name,
    homeStationName: homeStationOf(record).name,
    clockTitle: title,
    startedAt: deadline.startedAt,
    dueAt: deadline.dueAt,
    provisional: countsWorkingDays(deadline) && deadline.provisional ? 'provisional' : 'official',
    firedAt: occasion.occurredAt,
    replyDueAt: state.escalations[rungKeyOf(clockKey, scheduled ?? { rung })]?.replyDueAt ?? null,
    earlier: events.flatMap(({ seq, occurredAt, event }) =>
      seq < occasion.seq && event.type === 'rung_fired' && event.clockKey === clockKey
        ? [{ firedAt: occurredAt, colour: event.colour, title: rungTitles[event.rung] }]
        : [],
    ),
  };
}
