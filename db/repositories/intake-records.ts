import { and, desc, eq, sql } from 'drizzle-orm';
import type { IntakeRecordKind } from '../../domain/application/intake-record.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { Executor } from '../database.ts';
import { intakeRecords } from '../schema/index.ts';
import type { Opened } from '../sealed-rows.ts';
import { openRow, openRows, sealRow } from '../sealed-rows.ts';

export type IntakeRecord = Opened<typeof intakeRecords.$inferSelect>;

/** Records it; a repeat of the request finds what it recorded. */
export async function addIntakeRecordOnce(executor: Executor, record: IntakeRecord): Promise<IntakeRecord> {
  await executor
    .insert(intakeRecords)
    .values(sealRow(executor, intakeRecords, record))
    .onConflictDoNothing();
  const [stored] = await executor.select().from(intakeRecords).where(eq(intakeRecords.id, record.id));
  if (stored === undefined) throw new Error('an intake record was added and is not there');
  return openRow(executor, intakeRecords, stored);
}

/** Records of some units that the executor may see, newest first. */
export async function listIntakeRecords(
  executor: Executor,
  filter: {
    readonly units: readonly UnitCode[];
    readonly kind?: IntakeRecordKind | undefined;
    readonly before?: Pick<IntakeRecord, 'recordedAt' | 'id'> | undefined;
    readonly limit: number;
  },
): Promise<IntakeRecord[]> {
  const { units, kind, before, limit } = filter;
  const rows = await executor
    .select()
    .from(intakeRecords)
    .where(
      and(
        sql`${intakeRecords.unitCode} = any(${sql.param([...units])})`,
        kind === undefined ? undefined : eq(intakeRecords.kind, kind),
        before === undefined
          ? undefined
          : sql`(${intakeRecords.recordedAt}, ${intakeRecords.id}) < (${before.recordedAt}::timestamptz, ${before.id})`,
      ),
    )
    .orderBy(desc(intakeRecords.recordedAt), desc(intakeRecords.id))
    .limit(limit);
  return openRows(executor, intakeRecords, rows);
}
