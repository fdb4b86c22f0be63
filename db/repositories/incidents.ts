import { and, count, desc, eq, gte, inArray, isNull, lt, max, min, sql } from 'drizzle-orm';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { IncidentClass, Look, Sighting } from '../../domain/operations/incident.ts';
import { subjectKeyOf } from '../../domain/operations/incident.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Executor } from '../database.ts';
import { incidents } from '../schema/index.ts';

export type IncidentRow = typeof incidents.$inferSelect;

/**
 * Brings the open incidents of a look's classes in line with it: new ones are added, known ones were seen again, the
 * others have ended. Answers how many are open.
 */
export async function keepLook(executor: Executor, look: Look, now: Instant): Promise<number> {
  return executor.transaction(async (transaction) => {
    const { id, subjectKey, workflowId, endedAt } = incidents;
    const open = await transaction
      .select({ id, class: incidents.class, subjectKey, workflowId })
      .from(incidents)
      .where(and(inArray(incidents.class, [...look.classes]), isNull(endedAt)));
    const seen = new Set(look.sightings.map((each) => `${each.class} ${subjectKeyOf(each.subject)}`));
    const unseen = open.filter((row) => !seen.has(`${row.class} ${row.subjectKey}`));
    const ended = unseen.filter((row) => look.mayLast?.(row) !== true);
    if (ended.length > 0) {
      const ids = ended.map((row) => row.id);
      await transaction.update(incidents).set({ endedAt: now }).where(inArray(id, ids));
    }
    await keepSightings(transaction, look.sightings, now);
    return seen.size + unseen.length - ended.length;
  });
}

async function keepSightings(
  executor: Executor,
  sightings: readonly Sighting[],
  now: Instant,
): Promise<void> {
  if (sightings.length === 0) return;
  const { attempts, reason, message, build } = incidents;
  await executor
    .insert(incidents)
    .values(sightings.map((sighting) => ({ ...rowOf(sighting), firstSeenAt: now, lastSeenAt: now })))
    .onConflictDoUpdate({
      target: [incidents.class, incidents.subjectKey],
      targetWhere: isNull(incidents.endedAt),
      set: {
        lastSeenAt: now,
        attempts: sql`excluded.${sql.identifier(attempts.name)}`,
        reason: sql`excluded.${sql.identifier(reason.name)}`,
        message: sql`excluded.${sql.identifier(message.name)}`,
        build: sql`excluded.${sql.identifier(build.name)}`,
      },
    });
}

function rowOf({ subject, ...sighting }: Sighting) {
  const common = { ...sighting, subjectKey: subjectKeyOf(subject) };
  if (subject.kind === 'queue') return { ...common, queue: subject.queue };
  const { workflowId, caseNo, part } = subject;
  return { ...common, workflowId, caseNo, part };
}

/** Forgets incidents that ended before an instant. */
export async function removeOldIncidents(executor: Executor, before: Instant): Promise<void> {
  await executor.delete(incidents).where(lt(incidents.endedAt, before));
}

/** Which incidents: open ones, or those that have ended since an instant. */
export interface IncidentFilter {
  readonly standing: 'open' | 'ended';
  readonly classes?: readonly IncidentClass[] | undefined;
  readonly caseNo?: CaseNo | undefined;
  readonly reason?: string | undefined;
  readonly queue?: string | undefined;
  readonly since?: Instant | undefined;
}

function conditionsOf({ standing, classes, caseNo, reason, queue, since }: IncidentFilter) {
  return and(
    standing === 'open' ? isNull(incidents.endedAt) : sql`${incidents.endedAt} is not null`,
    classes === undefined ? undefined : inArray(incidents.class, [...classes]),
    caseNo === undefined ? undefined : eq(incidents.caseNo, caseNo),
    reason === undefined ? undefined : eq(incidents.reason, reason),
    queue === undefined ? undefined : eq(incidents.queue, queue),
    since === undefined ? undefined : gte(incidents.firstSeenAt, since),
  );
}

/** Incidents that the caller may see, the latest first. */
export async function listIncidents(
  executor: Executor,
  filter: IncidentFilter & { readonly before: number | undefined; readonly limit: number },
): Promise<IncidentRow[]> {
  const { before, limit } = filter;
  return executor
    .select()
    .from(incidents)
    .where(and(conditionsOf(filter), before === undefined ? undefined : lt(incidents.id, before)))
    .orderBy(desc(incidents.id))
    .limit(limit);
}

/** How many incidents there are of one class and reason. */
export interface IncidentGroup {
  readonly class: IncidentClass;
  readonly reason: string | null;
  readonly count: number;
  readonly firstSeenAt: Instant | null;
  readonly lastSeenAt: Instant | null;
}

/** The same by class and reason, the most numerous first. */
export async function countIncidents(executor: Executor, filter: IncidentFilter): Promise<IncidentGroup[]> {
  const total = count();
  return executor
    .select({
      class: incidents.class,
      reason: incidents.reason,
      count: total,
      firstSeenAt: min(incidents.firstSeenAt),
      lastSeenAt: max(incidents.lastSeenAt),
    })
    .from(incidents)
    .where(conditionsOf(filter))
    .groupBy(incidents.class, incidents.reason)
    .orderBy(desc(total), incidents.class);
}
