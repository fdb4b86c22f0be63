import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { connectOwner } from '../house/house.ts';
import { createTestDatabase } from '../services/test-database.ts';
import { commandRows } from './command-rows.ts';
import { quickly } from '../services/quickly.ts';

const root = path.join(import.meta.dirname, '..', '..');

it('npm run migrate leaves a row for each migration that it applied, and none where there was none', async () => {
  const { url } = await createTestDatabase();
  const run = () =>
    promisify(execFile)(process.execPath, [...quickly, path.join(root, 'commands', 'migrate.ts')], {
      env: { TONGBAN_POSTGRES_ADMIN_URL: url },
    });
  await run();
  await run();
  const files = await readdir(path.join(root, 'db', 'migrations'));
  const migrations = files.filter((file) => file.endsWith('.sql')).map((file) => path.basename(file, '.sql'));
  const owner = connectOwner(url);
  expect(await commandRows(owner, 'migrate')).toEqual(migrations.sort());
  await owner.close();
});
