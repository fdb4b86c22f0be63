import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { rowLevelPolicies } from '../../db/row-level-policies.ts';
import { openMatrix } from './open-matrix.ts';
import { commands, RowAsker } from './row-cells.ts';
import { openTables, rowPlaces, rowRules } from './rows.ts';
import { placementsOf } from './units.ts';

const { url, seeded } = await openMatrix();
const rows = new RowAsker(url, seeded);
const counties = await openMatrix('county');
const rowsOfCounties = new RowAsker(counties.url, counties.seeded);
const owner = postgres(url, { max: 1 });
afterAll(() => Promise.all([rows.close(), rowsOfCounties.close(), owner.end()]));

describe('Postgres, whatever the API asks', () => {
  it.each(rowRules.map((rule, index) => [`${rule.table} (${String(index + 1)})`, rule] as const))(
    'holds %s to its units',
    async (_, rule) => {
      expect(await rows.faultsOf(rule)).toEqual([]);
      expect(await rowsOfCounties.faultsOf(rule, placementsOf.county)).toEqual([]);
    },
  );

  it('is asked of every table that the API may touch, under every policy', async () => {
    const granted = await owner<{ name: string; secured: boolean }[]>`
      select c.relname as name, c.relrowsecurity as secured from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and exists (
        select from unnest(array['select', 'insert', 'update', 'delete']) as command
        where has_table_privilege('tongban_api', c.oid, command))
      order by 1`;
    const ruled = new Set(rowRules.map(({ table }) => table));
    expect(granted.filter(({ secured }) => secured).map(({ name }) => name)).toEqual([...ruled].sort());
    expect(granted.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual(openTables);

    const policies = await owner<{ policy: string }[]>`
      select policyname as policy from pg_policies where 'tongban_api' = any (roles) order by 1`;
    expect(rowLevelPolicies().map(({ policy }) => policy)).toEqual(policies.map(({ policy }) => policy));
    console.log(
      `${rowRules.length} kinds of rows × ${commands.length} commands × ${rowPlaces.length} places`,
    );
  });

  it('knows a role that cannot bypass row-level security, nor become one that can', async () => {
    const [role] = await owner`
      select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole from pg_roles where rolname = 'tongban_api'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false });
    const memberships = await owner`
      select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'tongban_api'`;
    expect(memberships).toHaveLength(0);
    const owned = await owner`
      select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'tongban_api'`;
    expect(owned).toHaveLength(0);
  });
});
