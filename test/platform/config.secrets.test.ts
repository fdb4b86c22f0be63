import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { loadConfig } from '../../platform/config.ts';
import { markOf, secretNames } from './secret-settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tongban-secrets-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Everything that a process could print of a refusal: its sentence, and with NODE_DEBUG all of it. */
function refusalOf(environment: Readonly<Record<string, string>>): string {
  try {
    loadConfig(environment);
    return '';
  } catch (error) {
    return inspect(error, { depth: 10 });
  }
}

it('there are secrets among the settings', () => {
  expect(secretNames.length).toBeGreaterThan(8);
});

it.each(secretNames)('%s is not in what refuses it, wherever it stands', (name) => {
  // A mark alone is no address and no key: what takes any text is refused for a companion that is missing, or not at all.
  const value = `${markOf(name)} ${markOf(name)}`;
  const file = path.join(folder, name);
  writeFileSync(file, value);
  for (const settings of [
    { [name]: value },
    { [`${name}_FILE`]: file },
    { [name]: value, [`${name}_FILE`]: file },
  ]) {
    for (const others of [
      {},
      { TONGBAN_OIDC_CLIENT_ID: 'tongban' },
      { TONGBAN_S3_URL: 'https://s3.example' },
    ]) {
      expect(refusalOf({ ...others, ...settings })).not.toContain(markOf(name));
    }
  }
});
