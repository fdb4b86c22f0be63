import postgres from 'postgres';
import type { RowPlace, RowRule } from './rows.ts';
import type { Seeded } from './seed.ts';
import { placementsOf, unitOf } from './units.ts';

export const commands = ['select', 'insert', 'update', 'delete'] as const;

type Command = (typeof commands)[number];

/** Whoever stands above, stands in the county. */
const role = 'county_supervisor';

const insufficientPrivilege = '42501';

/** What the API's role may do to the rows of a rule, from a place: asked of Postgres, and undone. */
export class RowAsker {
  readonly #owner: postgres.Sql;
  readonly #api: postgres.Sql;
  readonly #seeded: Seeded;
  readonly #changed = new Map<string, string>();

  constructor(url: string, seeded: Seeded) {
    this.#owner = postgres(url, { max: 1, onnotice: () => undefined });
    this.#api = postgres(url, { max: 1, connection: { role: 'tongban_api' } });
    this.#seeded = seeded;
  }

  async close(): Promise<void> {
    await Promise.all([this.#owner.end(), this.#api.end()]);
  }

  /** Runs as the owner: mutations. */
  async tamper(statement: string): Promise<void> {
    await this.#owner.unsafe(statement);
  }

  /** What a policy says, as Postgres has it. */
  async definition(policy: string): Promise<{ using: string | null; check: string | null }[]> {
    return this.#owner<{ using: string | null; check: string | null }[]>`
      select qual as using, with_check as check from pg_policies where policyname = ${policy}`;
  }

  /** Every cell of a rule that is not as it says, from the places where this database has somebody. */
  async faultsOf(
    rule: RowRule,
    places: readonly RowPlace[] = [...placementsOf.station, 'no_scope'],
  ): Promise<string[]> {
    const faults: string[] = [];
    for (const command of commands) {
      for (const placement of places) {
        const may = await this.#may(rule, command, placement);
        const expected = rule[command]?.includes(placement) ?? false;
        if (may !== expected)
          faults.push(`${command} ${rule.table} ${placement}: ${may ? 'may' : 'may not'}`);
      }
    }
    return faults;
  }

  async #may(rule: RowRule, command: Command, placement: RowPlace): Promise<boolean> {
    const unit = placement === 'no_scope' ? '' : unitOf(rule.owner, {}, role, placement);
    const where = rule.where?.(this.#seeded) ?? 'true';
    const statement =
      command === 'insert' ? await this.#copying(rule, where) : await this.#touching(rule, command, where);
    try {
      return await this.#undone({ 'tongban.unit': unit, ...rule.settings }, statement);
    } catch (error) {
      if (!(error instanceof postgres.PostgresError)) throw error;
      // Whatever else it refuses, that it is there already for one, it refuses after the policies.
      return error.code !== insufficientPrivilege;
    }
  }

  /** Whether a statement touches a row, in a transaction that comes to nothing. */
  async #undone(settings: Readonly<Record<string, string>>, statement: string): Promise<boolean> {
    let touched = false;
    const undo = new Error('undone');
    await this.#api
      .begin(async (transaction) => {
        for (const [name, value] of Object.entries(settings)) {
          await transaction`select set_config(${name}, ${value}, true)`;
        }
        touched = (await transaction.unsafe(statement)).count > 0;
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
      });
    return touched;
  }

  async #touching({ table }: RowRule, command: Command, where: string): Promise<string> {
    if (command !== 'update')
      return `${command === 'select' ? 'select 1' : 'delete'} from ${table} where ${where}`;
    const column = this.#changed.get(table) ?? (await this.#changeable(table));
    this.#changed.set(table, column);
    return `update ${table} set "${column}" = "${column}" where ${where}`;
  }

  /** A column of a table that the API may change, asked once: Postgres takes long to say. */
  async #changeable(table: string): Promise<string> {
    const [granted] = await this.#owner<{ name: string }[]>`
      select column_name as name from information_schema.column_privileges
      where grantee = 'tongban_api' and privilege_type = 'UPDATE' and table_name = ${table} limit 1`;
    if (granted !== undefined) return granted.name;
    // Without a grant any column will do.
    const [any] = await this.#owner<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and is_identity = 'NO' limit 1`;
    return any?.name ?? '';
  }

  /** Writes what was seeded once more. */
  async #copying({ table, written = {} }: RowRule, where: string): Promise<string> {
    const [row] = await this.#owner.unsafe<{ row: object }[]>(
      `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
    );
    if (row === undefined) throw new Error(`nothing was seeded in ${table}`);
    const text = JSON.stringify({ ...row.row, ...written }).replaceAll("'", "''");
    return `insert into ${table} overriding system value select (jsonb_populate_record(null::${table}, '${text}'::jsonb)).*`;
  }
}
