import type { Database } from '../../db/database.ts';
import type { StoredApplication } from '../../db/repositories/applications.ts';
import { actRecords, applications, attachments } from '../../db/schema/index.ts';
import { openRow, openRows } from '../../db/sealed-rows.ts';
import type { ActContent } from '../../domain/case/act-content.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';

/** A row as Postgres prints it, column by column; null is null. */
export type PrintedRow = Readonly<Record<string, string | null>>;

/** A case as the product wrote it, with what of it is sealed opened apart. */
export interface TrueCase {
  readonly caseNo: CaseNo;
  readonly status: 'open' | 'closed';
  /** The day on which it stood so. */
  readonly asOf: PlainDate;
  readonly rows: Readonly<Record<CopiedTable, readonly PrintedRow[]>>;
  readonly personal: StoredApplication['personal'];
  readonly acts: ReadonlyMap<CommandId, ActContent>;
  readonly fileNames: ReadonlyMap<string, string>;
}

const ofNotices = 'notice_id in (select id from notices where case_no = $1)';

/**
 * What is copied of a case, and how its rows are found. The bytes of papers and certificates are not: no list, search or
 * case reads them. `case_events` follows from the ledger.
 */
const rowsOfCase = {
  applications: 'case_no = $1',
  cases: 'case_no = $1',
  case_scopes: 'case_no = $1',
  ledger_events: 'case_no = $1 order by ledger_events.seq',
  act_records: 'case_no = $1',
  attachments: 'case_no = $1',
  escalations: 'case_no = $1',
  escalation_scopes: 'case_no = $1',
  transmissions: 'case_no = $1',
  filings: 'case_no = $1',
  station_figures: 'case_no = $1',
  notices: 'case_no = $1 order by notices.id',
  deliveries: ofNotices,
  delivery_bundles: `id in (select bundle_id from deliveries where ${ofNotices})`,
} as const satisfies Record<string, string>;

export type CopiedTable = keyof typeof rowsOfCase;

export const copiedTables = Object.keys(rowsOfCase) as CopiedTable[];

/** Reads a case with everything that is copied of it. Instants are printed in Beijing time, as the ledger has them. */
export async function readTrueCase(
  database: Database,
  caseNo: CaseNo,
  { status, asOf }: Pick<TrueCase, 'status' | 'asOf'>,
): Promise<TrueCase> {
  const rows: Partial<Record<CopiedTable, PrintedRow[]>> = {};
  await database.client.begin(async (sql) => {
    await sql`set transaction isolation level repeatable read`;
    await sql`set local timezone = 'Asia/Shanghai'`;
    for (const table of copiedTables) {
      const columns = await sql<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and domain_name is null order by ordinal_position`;
      const printed = columns.map(({ name }) => `"${name}"::text`).join(', ');
      const epoch = table === 'ledger_events' ? ', extract(epoch from occurred_at)::text as epoch' : '';
      rows[table] = await sql.unsafe<PrintedRow[]>(
        `select ${printed}${epoch} from "${table}" where ${rowsOfCase[table]}`,
        [caseNo],
      );
    }
  });
  const isOfCase = (row: { readonly caseNo: CaseNo }) => row.caseNo === caseNo;
  const application = (await database.select().from(applications)).find(isOfCase);
  if (application === undefined) throw new Error('every case has an application');
  const acts = (await database.select().from(actRecords)).filter(isOfCase);
  const papers = (await database.select().from(attachments)).filter(isOfCase);
  return {
    ...{ caseNo, status, asOf },
    rows: rows as TrueCase['rows'],
    personal: openRow(database, applications, application).personal,
    acts: new Map(openRows(database, actRecords, acts).map((row) => [row.commandId, row.content])),
    fileNames: new Map(openRows(database, attachments, papers).map((row) => [row.id, row.fileName])),
  };
}
