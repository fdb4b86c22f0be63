import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { sealedTables } from '../../db/key-rotation.ts';
import { addApplication, listApplicants } from '../../db/repositories/applications.ts';
import { applications, drafts } from '../../db/schema/index.ts';
import { openRow, sealedTableOf, sealRow } from '../../db/sealed-rows.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { accept } from '../domain/case/commands.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const blind = connectDatabase({ url, role: 'owner', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), blind.close()]));

const [first, second] = ['44010699000020261102000124', '44010699000020261102000132'] as [CaseNo, CaseNo];
const submittedAt = systemClock.now();
const store = (executor: typeof owner, caseNo: CaseNo, name: string) => {
  const applicant = { ...sampleApplication.applicant, name };
  const personal = { ...sampleApplication, applicant };
  return addApplication(executor, { caseNo, submittedAt, acceptance: accept(), personal });
};

describe('personal data in the database', () => {
  it('are read as they were written, through transactions too', async () => {
    await owner.transaction(async (outer) => {
      await outer.transaction((inner) => store(inner as typeof owner, first, '甲样例'));
    });
    await store(owner, second, '乙样例');
    const found = await listApplicants(owner, [first, second]);
    expect([...found.values()].map(({ name }) => name)).toEqual(['甲样例', '乙样例']);
  });

  it('do not open in another row', async () => {
    await owner.execute(sql`
      update applications set applicant_name = (select applicant_name from applications where case_no = ${second})
      where case_no = ${first}`);
    await expect(listApplicants(owner, [first])).rejects.toThrow('moved');
    expect((await listApplicants(owner, [second])).size).toBe(1);
  });

  it('are not written nor read by a connection that was given no keys', async () => {
    await expect(listApplicants(blind, [second])).rejects.toThrow('without a key ring');
    await expect(store(blind, '44010699000020261102000140' as CaseNo, '丙样例')).rejects.toThrow(
      'without a key ring',
    );
  });

  it('are not taken plain, whoever writes', async () => {
    for (const plain of ['{"name": "甲样例"}', '']) {
      const writing = owner.execute(
        sql`update applications set personal = convert_to(${plain}, 'UTF8') where case_no = ${second}`,
      );
      await expect(writing).rejects.toMatchObject({ cause: { constraint_name: 'sealed_json_check' } });
    }
  });

  it('need the whole key of their row', async () => {
    const [row] = await owner
      .select({ applicantName: applications.applicantName })
      .from(applications)
      .where(eq(applications.caseNo, second));
    expect(() => openRow(owner, applications, row ?? {})).toThrow('caseNo');
    expect(() => sealRow(owner, drafts, { application: {} } as never)).toThrow('id');
  });
});

describe('the schema', () => {
  it('knows what every table with personal data is sealed by', async () => {
    const rows = await owner.execute<{ column: string }>(sql`
      select table_name || '.' || column_name as column from information_schema.columns
      where domain_name in ('sealed_json', 'sealed_bytes') order by 1`);
    const known = sealedTables.flatMap((table) => {
      const { name, keyFields, sealedFields } = sealedTableOf(table);
      expect([name, keyFields.length > 0]).toEqual([name, true]);
      return [...sealedFields.values()].map((column) => `${name}.${column.name}`);
    });
    expect(rows.map(({ column }) => column)).toEqual(known.toSorted());
    expect(known.length).toBeGreaterThan(20);
  });

  it('keeps no bytes that are not sealed', async () => {
    const rows = await owner.execute<{ column: string }>(sql`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'bytea' and domain_name is null`);
    expect(rows.map(({ column }) => column)).toEqual([]);
  });
});
