import { and, asc, eq, gt } from 'drizzle-orm';
import type { RecordedEvent } from '../../domain/case/event.ts';
import { projectCase } from '../../domain/case/projection.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { NoticeKind, NoticeUrgency } from '../../domain/notices/kind.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Leading, StationPath } from '../../domain/statistics/counted-units.ts';
import type { StationFigures } from '../../domain/statistics/station-figures.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Role } from '../../domain/roles.ts';
import { tracedQuery } from '../traced-query.ts';
import type { Database, Executor } from '../database.ts';
import { ledgerEvents } from '../schema/index.ts';

/** The ledger of a case after `afterSeq`, oldest first. */
export async function listEvents(executor: Executor, caseNo: CaseNo, afterSeq = 0): Promise<RecordedEvent[]> {
  return executor
    .select({
      seq: ledgerEvents.seq,
      stepKey: ledgerEvents.stepKey,
      occurredAt: ledgerEvents.occurredAt,
      event: ledgerEvents.event,
    })
    .from(ledgerEvents)
    .where(and(eq(ledgerEvents.caseNo, caseNo), gt(ledgerEvents.seq, afterSeq)))
    .orderBy(asc(ledgerEvents.seq));
}

/** A notice with the unit and role of this case in the place of their parts in it; without them the applicant's. */
export interface AddressedNotice {
  readonly seq: number;
  readonly position: number;
  readonly unitCode: UnitCode | null;
  readonly role: Role | null;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  readonly text: string;
  readonly createdAt: Instant;
}

/** What the case counts for at one of its stations, and in which of the units above it. */
export interface CountedFigures {
  readonly figures: StationFigures;
  readonly path: StationPath;
  readonly leading: Leading;
}

export interface Step {
  readonly caseNo: CaseNo;
  readonly events: readonly RecordedEvent[];
  /** The state that the events lead to. */
  readonly next: CaseState;
  readonly figures: readonly CountedFigures[];
  readonly notices: readonly AddressedNotice[];
}

/**
 * Appends a step to a ledger with its projection, scopes and notices, all or nothing. `behind`, with nothing written,
 * when the ledger does not end where the step begins.
 */
export async function recordStep({ client }: Database, step: Step): Promise<'recorded' | 'behind'> {
  const { caseNo, events, next, notices } = step;
  const row = { ...inColumns({ caseNo, ...projectCase(next) }), state: next };
  const figures = step.figures.map((counted) => figuresRow(caseNo, counted));
  const entries = events.map((recorded, position) => ({ ...recorded, position }));
  // Drizzle takes postgres.js's JSON writing out of its client, so JSON goes as the text that it is on the wire.
  const recording = client<{ recorded: boolean }[]>`
    select record_step(
      ${caseNo}, ${JSON.stringify(entries)}, ${JSON.stringify(row)}, ${JSON.stringify(notices)},
      ${JSON.stringify(Object.values(next.escalations))}, ${JSON.stringify(figures)}
    ) as recorded`;
  const [reply] = await tracedQuery('select record_step($1, $2, $3, $4, $5, $6)', recording);
  return reply?.recorded === true ? 'recorded' : 'behind';
}

function figuresRow(caseNo: CaseNo, { figures, path, leading }: CountedFigures) {
  const { county, city, province } = path;
  const leads = {
    leadsCounty: leading.county,
    leadsCity: leading.city,
    leadsProvince: leading.province,
  };
  return inColumns({ caseNo, county, city, province, ...leads, ...figures });
}

/** The columns of fields: `acceptedAt` is `accepted_at`. */
function inColumns(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]: [string, unknown]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
