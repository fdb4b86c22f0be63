import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { appendAt, sampleRow } from './audited-acts.ts';
import { quickly } from '../services/quickly.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const folder = await mkdtemp(path.join(tmpdir(), 'tongban-audit-'));
afterAll(() => Promise.all([owner.close(), rm(folder, { recursive: true })]));
const anchorsFile = path.join(folder, 'anchors.json');

for (const day of ['2026-11-02', '2026-11-03']) {
  await appendAt(owner, `${day}T16:00:00+08:00`, [sampleRow(), sampleRow()]);
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const program = path.join(import.meta.dirname, '..', '..', 'commands', 'audit-verify.ts');
  const env = { TONGBAN_POSTGRES_ADMIN_URL: url };
  return new Promise((resolve) => {
    execFile(process.execPath, [...quickly, program, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('npm run audit:verify', () => {
  it('says what it checked, and ends well', async () => {
    expect(await run()).toEqual({
      code: 0,
      out: '审计记录：核对了2天、4条，锚点0个。全部衔接。\n办理记录：核对了0件、0条。全部衔接。\n',
      err: '',
    });
    const { out } = await run('--only', 'audit', '--from', '2026-11-03', '--to', '2026-11-03', '--json');
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toEqual({
      outcome: 'whole',
      audit: { days: 1, rows: 2, anchors: 0, removedUntil: null, broken: null },
      ledgers: null,
    });
  });

  it('refuses a day that does not exist with its usage', async () => {
    const { code, err } = await run('--from', '2026-11-31');
    expect([code, err]).toEqual([1, expect.stringContaining('用法：')]);
  });

  it('refuses a file that is none of anchors', async () => {
    await writeFile(anchorsFile, '[]');
    expect(await run('--anchors', anchorsFile)).toMatchObject({ code: 1, out: '' });
  });

  it('ends with 1 and the first row that does not fit, also one that only an anchor knows', async () => {
    const anchors = await owner.execute(
      sql`select day::text, seq as count, hash from audit_entries where seq = 2`,
    );
    await writeFile(anchorsFile, JSON.stringify({ items: anchors }));
    expect((await run('--anchors', anchorsFile)).code).toBe(0);
    await owner.execute(sql`delete from audit_entries where day = '2026-11-03' and seq = 2`);
    expect((await run()).code).toBe(0);
    const missed = await run('--anchors', anchorsFile);
    expect(missed.code).toBe(1);
    expect(missed.out).toContain('锚点2个。第一处不符：2026-11-03 第2条，与留存的锚点不符');
    await owner.execute(sql`update audit_entries set officer_id = 'x' where day = '2026-11-02' and seq = 1`);
    expect((await run()).out).toContain('第一处不符：2026-11-02 第1条，与前一条不衔接');
  });
});
