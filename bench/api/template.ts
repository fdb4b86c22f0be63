import type { ActContent } from '../../domain/case/act-content.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import type { Pattern, Slot } from './pattern.ts';
import { copyText, SlotFinder } from './pattern.ts';
import type { CopiedTable, TrueCase } from './read-case.ts';
import { copiedTables } from './read-case.ts';

/** An event of the ledger, of which its hash is made. */
export interface EventPattern {
  readonly seq: string;
  readonly stepKey: Pattern;
  readonly event: Pattern;
  /** Seconds since 1970, as Postgres prints them. */
  readonly epoch: string;
  readonly hashSlot: number;
}

/** A row of which some columns are sealed anew in each copy. */
export interface SealedPattern {
  /** Of its primary key. */
  readonly id: Pattern;
  readonly slot: number;
}

export interface Template {
  readonly status: TrueCase['status'];
  readonly asOf: PlainDate;
  readonly slots: readonly Slot[];
  readonly caseNo: Pattern;
  readonly columns: ReadonlyMap<CopiedTable, readonly string[]>;
  readonly lines: ReadonlyMap<CopiedTable, readonly Pattern[]>;
  readonly events: readonly EventPattern[];
  readonly application: {
    readonly personal: TrueCase['personal'];
    /** Where its name, number, whole content and the hash of the number go. */
    readonly slots: readonly [number, number, number, number];
  };
  readonly acts: readonly (SealedPattern & { readonly content: ActContent })[];
  readonly papers: readonly (SealedPattern & { readonly fileName: string })[];
  readonly notices: readonly number[];
}

/** Columns that hold the id of a notice, which a sequence gives. */
const noticeIds: Partial<Record<CopiedTable, readonly string[]>> = {
  notices: ['id'],
  deliveries: ['notice_id', 'original_notice_id'],
};

/** Columns that are sealed, which are not read with the others. */
export const sealedColumns = {
  applications: ['applicant_name', 'applicant_id_number', 'personal'],
  act_records: ['content'],
  attachments: ['file_name'],
} as const satisfies Partial<Record<CopiedTable, readonly string[]>>;

/** Takes a true case apart into what all its copies share and what each has for itself. */
export function templateOf(trueCase: TrueCase, keptIds: ReadonlySet<string>): Template {
  const { rows, asOf, status } = trueCase;
  const units = new Set(rows.case_scopes.flatMap(({ unit_code: code }) => code ?? []));
  const finder = new SlotFinder({ asOf, units, keptIds });
  // First, so that it is the first number.
  const caseNo = finder.pattern(trueCase.caseNo);
  const events = rows.ledger_events.map(({ seq, step_key, event, epoch }) => ({
    seq: seq ?? '',
    stepKey: finder.pattern(step_key ?? ''),
    event: finder.pattern(event ?? ''),
    epoch: epoch ?? '',
    hashSlot: finder.own(`hash ${seq}`),
  }));
  const columns = new Map<CopiedTable, string[]>();
  const lines = new Map<CopiedTable, Pattern[]>();
  for (const table of copiedTables) {
    const sealed: readonly string[] = table in sealedColumns ? sealedColumns[table as 'attachments'] : [];
    for (const row of rows[table]) {
      const printed = Object.entries(row).filter(([column]) => column !== 'epoch');
      const own = (column: string): number | undefined => {
        const value = row[column];
        if (value === null || value === undefined) return undefined;
        if (column === 'hash') return finder.own(`hash ${row.seq}`);
        if (column === 'applicant_id_hash') return finder.own('applicant_id_hash');
        return noticeIds[table]?.includes(column) ? finder.own(`notice ${value}`) : undefined;
      };
      const open = printed.flatMap(([column, value]): Pattern => {
        const slot = own(column);
        return slot === undefined ? [...finder.pattern(copyText(value)), '\t'] : [slot, '\t'];
      });
      const keyed = sealed.flatMap((column): Pattern => [
        finder.own(`${table} ${column} ${keyOf(table, row)}`),
        '\t',
      ]);
      columns.set(table, [...printed.map(([column]) => column), ...sealed]);
      push(lines, table, [...open, ...keyed].slice(0, -1).concat('\n'));
    }
  }
  const acts = [...trueCase.acts].map(([id, content]) => ({
    ...{ id: finder.pattern(id), content },
    slot: finder.own(`act_records content ${id}`),
  }));
  const papers = [...trueCase.fileNames].map(([id, fileName]) => ({
    ...{ id: finder.pattern(id), fileName },
    slot: finder.own(`attachments file_name ${id}`),
  }));
  const notices = rows.notices.map(({ id }) => finder.own(`notice ${id}`));
  const ofApplication = (column: string) => finder.own(`applications ${column} `);
  const application = {
    personal: trueCase.personal,
    slots: [
      ofApplication('applicant_name'),
      ofApplication('applicant_id_number'),
      ofApplication('personal'),
      finder.own('applicant_id_hash'),
    ],
  } as const;
  const { slots } = finder;
  return { status, asOf, slots, caseNo, columns, lines, events, application, acts, papers, notices };
}

function keyOf(table: CopiedTable, row: Readonly<Record<string, string | null>>): string {
  return (table === 'act_records' ? row.command_id : table === 'attachments' ? row.id : '') ?? '';
}

function push(lines: Map<CopiedTable, Pattern[]>, table: CopiedTable, line: Pattern): void {
  const known = lines.get(table);
  if (known === undefined) lines.set(table, [line]);
  else known.push(line);
}
