import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { OperationId } from '../../domain/authority/table.ts';
import type { Answer } from './send.ts';

interface Made {
  /** How an answer names what was made. */
  readonly told: readonly string[];
  readonly ids: string;
}

/** What operations make, and where it stands: whoever was refused has made none of it. */
const made = {
  submitApplication: { told: ['caseNo'], ids: 'select case_no as id from applications' },
  addAttachments: { told: ['items', 'id'], ids: 'select id::text as id from attachments' },
  keepDraft: { told: ['id'], ids: 'select id from drafts' },
  rejectApplication: { told: ['no'], ids: 'select no as id from rejections' },
  recordIntake: { told: ['id'], ids: 'select id from intake_records' },
  queryRegister: { told: ['reference'], ids: 'select reference as id from register_queries' },
  addWebhookEndpoint: { told: ['id'], ids: 'select id::text as id from webhook_endpoints' },
  addDirectoryPerson: { told: ['id'], ids: 'select id::text as id from directory_persons' },
  lockAccount: { told: ['id'], ids: 'select id::text as id from account_locks' },
  handInCalendar: { told: ['id'], ids: 'select id from calendar_versions' },
} as const satisfies Partial<Record<OperationId, Made>>;

/** What an operation makes beside that, or of another's. */
const alsoMade = [
  { by: 'submitApplication', maker: 'addAttachments', told: ['attachments', 'id'] },
  { by: 'submitApplications', maker: 'submitApplication', told: ['items', 'caseNo'] },
] as const satisfies readonly { by: OperationId; maker: keyof typeof made; told: readonly string[] }[];

type Maker = keyof typeof made;
const makers = Object.keys(made) as Maker[];

/** Compares what stands in the tables with what callers were told that they had made. */
export interface Accounts {
  note(operationId: string, answer: Answer | undefined): void;
  /** Cases that the stage itself began. */
  noteCases(caseNos: readonly string[]): void;
  /** How much callers were told that they had made. */
  count(): number;
  /** Rows that nobody was told of. */
  findUntold(): Promise<string[]>;
}

export async function openAccounts(owner: Pick<Database, 'execute'>): Promise<Accounts> {
  const idsOf = async (maker: Maker) => {
    const rows = await owner.execute<{ id: string }>(sql.raw(made[maker].ids));
    return rows.map(({ id }) => id);
  };
  const known = new Map<Maker, Set<string>>();
  for (const maker of makers) known.set(maker, new Set(await idsOf(maker)));
  let count = 0;
  const unheard = new Map<string, number>();
  return {
    note(operationId, answer) {
      if (answer === undefined) {
        for (const maker of [
          operationId,
          ...alsoMade.filter(({ by }) => by === operationId).map((also) => also.maker),
        ])
          unheard.set(maker, (unheard.get(maker) ?? 0) + 1);
      }
      if (answer === undefined || answer.status >= 300) return;
      const body = jsonOf(answer.body);
      for (const maker of makers) {
        const told = maker === operationId ? namedBy(body, made[maker].told) : [];
        const others = alsoMade
          .filter((also) => also.by === operationId && also.maker === maker)
          .flatMap(({ told: path }) => namedBy(body, path));
        for (const id of [...told, ...others]) known.get(maker)?.add(id);
        count += told.length;
      }
    },
    noteCases(caseNos) {
      for (const caseNo of caseNos) known.get('submitApplication')?.add(caseNo);
    },
    count: () => count,
    async findUntold() {
      const untold: string[] = [];
      for (const maker of makers) {
        const ids = (await idsOf(maker)).filter((id) => known.get(maker)?.has(id) !== true);
        // Whoever hung up before he was answered may have made something all the same.
        if (ids.length <= (unheard.get(maker) ?? 0)) continue;
        untold.push(...ids.map((id) => `${maker} made ${id}, which nobody was told of`));
      }
      return untold;
    },
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function namedBy(value: unknown, [first, ...rest]: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namedBy(item, [first ?? '', ...rest]));
  if (typeof value !== 'object' || value === null || first === undefined) return [];
  const found = (value as Readonly<Record<string, unknown>>)[first];
  if (rest.length > 0) return namedBy(found, rest);
  return typeof found === 'string' ? [found] : [];
}
