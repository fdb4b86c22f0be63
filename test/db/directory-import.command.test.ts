import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../db/migrate.ts';
import { listPersonsOfUnits } from '../../db/repositories/directory.ts';
import { listUnits } from '../../db/repositories/units.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner } from '../house/house.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import { commandRows } from './command-rows.ts';
import { quickly } from '../services/quickly.ts';

const { url } = await createTestDatabase();
await migrateDatabase(url);
const owner = connectOwner(url);
const folder = await mkdtemp(path.join(tmpdir(), 'tongban-import-'));
const keyRingFile = writeTestKeyRing(folder);
afterAll(async () => {
  await owner.close();
  await rm(folder, { recursive: true });
});

async function load(contents: string, ...args: string[]) {
  const file = path.join(folder, 'table.csv');
  await writeFile(file, contents);
  const child = spawn(process.execPath, [...quickly, 'commands/directory-import.ts', file, ...args], {
    cwd: path.join(import.meta.dirname, '..', '..'),
    env: { TONGBAN_POSTGRES_ADMIN_URL: url, TONGBAN_KEY_RING_FILE: keyRingFile },
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [status, told, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, told: told.trimEnd().split('\n'), errors: errors.trimEnd().split('\n') };
}

const header = '单位代码,单位名称,级别,上级单位代码,行政区划代码,地址,电话';
const station = '990101010000';
const units = [
  header,
  `${station},测试县公安局测试派出所,派出所,990101000000,520302,测试路1号,0851-00000001`,
  '990101000000,测试县公安局,县级,990000000000,520302,,',
  '990000000000,测试省公安厅,省级,,520000,,',
].join('\n');

describe('npm run directory:import', () => {
  it('loads the units of a province into an empty database, and its people after them', async () => {
    expect(await load(units, '--dry-run')).toMatchObject({
      ...{ status: 0, told: ['核对无误，未写入：将新增3条，修改0条，不变0条。'] },
    });
    expect(await listUnits(owner)).toEqual([]);
    expect(await load(units)).toMatchObject({ status: 0, told: ['已导入：新增3条，修改0条，不变0条。'] });
    expect(await listUnits(owner)).toHaveLength(3);

    const people = `单位代码,职务,姓名,电话\n${station},迁移信息核验专管员,测试专管员甲,0851-00000002`;
    expect((await load(people, '--table', 'persons')).status).toBe(0);
    expect(await listPersonsOfUnits(owner, [parseUnitCode(station)])).toHaveLength(1);
    const contacts = `单位代码,值班电话\n${station},0851-00000003`;
    expect((await load(contacts, '--table', 'contacts')).status).toBe(0);
    const again = await load(units, '--json');
    expect(JSON.parse(again.told.at(-1) ?? '')).toMatchObject({ outcome: 'imported', unchanged: 3 });
    // What was only tried out left none.
    expect(await commandRows(owner, 'directory:import')).toEqual(['units', 'persons', 'contacts', 'units']);
  });

  it('tells every fault by line and loads nothing of the file', async () => {
    const before = await listUnits(owner);
    const rowsBefore = await commandRows(owner, 'directory:import');
    const wrong = `${units}\n990102000000,测 试,市级,990101000000,52,,\n990103000000,测试市公安局,市级,990000000000,520300,,`;
    const { status, told, errors } = await load(wrong);
    expect(status).toBe(1);
    expect(told).toEqual(['共3处错误，未导入任何内容。']);
    expect(errors.filter((line) => line.startsWith('第5行')).sort()).toEqual([
      expect.stringContaining('第5行“上级单位代码”'),
      expect.stringContaining('第5行“单位名称”'),
      expect.stringContaining('第5行“行政区划代码”'),
    ]);
    expect(await listUnits(owner)).toEqual(before);
    expect(await load('x')).toMatchObject({ status: 1 });
    expect(await commandRows(owner, 'directory:import')).toEqual(rowsBefore);
  });

  it('says how it is used', async () => {
    const { status, errors } = await load(units, '--table', 'nobody');
    expect(status).toBe(1);
    expect(errors[0]).toContain('directory:import');
  });
});
