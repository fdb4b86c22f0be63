import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configVariableNames } from '../../platform/config.ts';

const root = path.join(import.meta.dirname, '..', '..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tongban-secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every setting that is a secret: a new one is among them by itself. */
const names = configVariableNames();
const secrets = names.filter((name) => names.includes(`${name}_FILE`));
const markOf = (name: string) => `MARK${name.replaceAll('_', '')}KRAM`;

/** Secrets that stand within something else; all others are their mark. */
const wellFormed: Readonly<Record<string, (mark: string) => string>> = {
  TONGBAN_POSTGRES_URL: (mark) => `postgres://user:${mark}@127.0.0.1:1/none`,
  TONGBAN_POSTGRES_ADMIN_URL: (mark) => `postgres://owner:${mark}@127.0.0.1:1/none`,
  TONGBAN_SMTP_URL: (mark) => `smtp://user:${mark}@127.0.0.1:1`,
};

/** Those that a process would refuse together, or that need others beside them. */
const nobodyAway = { TONGBAN_TEMPORAL_ADDRESS: '127.0.0.1:1', TONGBAN_MAIL_FROM: 'a@example.org' };

const ways = {
  'each malformed': (name: string) => markOf(name),
  'databases that are not there': (name: string) =>
    name in wellFormed ? wellFormed[name]?.(markOf(name)) : undefined,
} as const;

/** Programs that end by themselves when a database is away. */
const programs = ['commands/migrate.ts', 'commands/keys-status.ts', 'commands/audit-verify.ts'];

/** Everything that a program writes until it ends; whoever goes on trying is ended. */
async function outputOf(program: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, program)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      NODE_DEBUG: 'tongban',
      TONGBAN_DATA_DIR: folder,
      ...nobodyAway,
      ...settings,
    },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return out + err;
}

async function settingsOf(
  way: keyof typeof ways,
  place: 'environment' | 'files',
): Promise<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const name of secrets) {
    const value = ways[way](name);
    if (value === undefined) continue;
    if (place === 'environment') settings[name] = value;
    else {
      const file = path.join(folder, name);
      await writeFile(file, value);
      settings[`${name}_FILE`] = file;
    }
  }
  return settings;
}

describe('no secret is printed', { timeout: 300_000 }, () => {
  it.each(programs)('by %s, whatever is wrong', async (program) => {
    expect(secrets.length).toBeGreaterThan(8);
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      for (const place of ['environment', 'files'] as const) {
        const output = await outputOf(program, await settingsOf(way, place));
        // It says what is wrong: a program that says nothing would prove nothing.
        expect([way, place, output.length > 0]).toEqual([way, place, true]);
        expect(secrets.filter((name) => output.includes(markOf(name)))).toEqual([]);
      }
    }
  });
});
