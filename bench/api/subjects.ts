import type { Database } from '../../db/database.ts';
import { applications } from '../../db/schema/index.ts';
import { openRows } from '../../db/sealed-rows.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';
import type { UnitCode, UnitLevel } from '../../domain/units/unit.ts';

/** A place in the lists of a unit: any of its cases. */
export interface PlaceInList {
  readonly caseNo: CaseNo;
  readonly acceptingStation: UnitCode;
  readonly homeStation: UnitCode;
  readonly acceptedAt: Instant;
  readonly dueAt: Instant | null;
}

/** What is asked for: who asks, and about whom. */
export interface Subjects {
  /** Of each level those with the most open cases, the largest first. */
  readonly units: Readonly<Record<UnitLevel, readonly UnitCode[]>>;
  /** Any cases of all. */
  readonly cases: readonly (PlaceInList & { readonly idNumber: string })[];
  /** Any cases of the largest province. */
  readonly ofProvince: readonly PlaceInList[];
  readonly escalations: readonly {
    readonly firedAt: Instant;
    readonly caseNo: CaseNo;
    readonly rungKey: string;
  }[];
}

const wanted = { province: 5, city: 40, county: 100, station: 300 } as const;
const sampled = 400;

/** Draws them from the database: chance decides, no two runs ask the same. */
export async function drawSubjects(owner: Database): Promise<Subjects> {
  const { client: sql } = owner;
  const ofLevel = async (level: UnitLevel) => {
    const rows = await sql<{ code: UnitCode }[]>`
      select s.unit_code as code from case_scopes s join units u on u.code = s.unit_code
      where u.level = ${level} and s.status <> 'closed'
      group by s.unit_code order by count(*) desc limit ${wanted[level]}`;
    return rows.map(({ code }) => code);
  };
  const units = {
    province: await ofLevel('province'),
    city: await ofLevel('city'),
    county: await ofLevel('county'),
    station: await ofLevel('station'),
  };
  const largest = units.province[0] ?? '';
  const columns = sql`c.case_no as "caseNo", c.accepting_station as "acceptingStation", c.home_station as "homeStation",
    (extract(epoch from c.accepted_at) * 1000)::float8 as "acceptedMs", (extract(epoch from c.due_at) * 1000)::float8 as "dueMs"`;
  const any = await sql<PrintedPlace[]>`
    select ${columns} from (select case_no from cases order by random() limit ${sampled}) drawn
    join cases c on c.case_no = drawn.case_no`;
  const ofProvince = await sql<PrintedPlace[]>`
    select ${columns} from (
      select case_no from case_scopes where unit_code = ${largest} order by random() limit ${sampled}
    ) drawn join cases c on c.case_no = drawn.case_no`;
  const fired = await sql<{ firedMs: number; caseNo: CaseNo; rungKey: string }[]>`
    select (extract(epoch from fired_at) * 1000)::float8 as "firedMs", case_no as "caseNo", rung_key as "rungKey"
    from escalations where case_no in (select case_no from case_scopes where unit_code = ${largest})
    order by random() limit ${sampled}`;
  const numbers = await idNumbersOf(
    owner,
    any.map(({ caseNo }) => caseNo),
  );
  return {
    units,
    cases: any.map((row) => ({ ...placeOf(row), idNumber: numbers.get(row.caseNo) ?? '' })),
    ofProvince: ofProvince.map(placeOf),
    escalations: fired.map(({ firedMs, ...rest }) => ({ ...rest, firedAt: instantFromEpochMs(firedMs) })),
  };
}

interface PrintedPlace extends Omit<PlaceInList, 'acceptedAt' | 'dueAt'> {
  readonly acceptedMs: number;
  readonly dueMs: number | null;
}

function placeOf({ acceptedMs, dueMs, ...rest }: PrintedPlace): PlaceInList {
  const dueAt = dueMs === null ? null : instantFromEpochMs(dueMs);
  return { ...rest, acceptedAt: instantFromEpochMs(acceptedMs), dueAt };
}

async function idNumbersOf(owner: Database, caseNos: readonly CaseNo[]): Promise<Map<CaseNo, string>> {
  const { caseNo, applicantIdNumber } = applications;
  const rows = await owner.client<{ caseNo: CaseNo; applicantIdNumber: Uint8Array }[]>`
    select ${owner.client(caseNo.name)} as "caseNo", ${owner.client(applicantIdNumber.name)} as "applicantIdNumber"
    from applications where case_no = any(${owner.client.array([...caseNos])})`;
  const opened = openRows(owner, applications, rows) as unknown as {
    caseNo: CaseNo;
    applicantIdNumber: string;
  }[];
  return new Map(opened.map((row) => [row.caseNo, row.applicantIdNumber]));
}
