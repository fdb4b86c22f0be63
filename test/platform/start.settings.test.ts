import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openHouse } from '../../commands/house.ts';
import type { Config } from '../../platform/config.ts';
import { configPointers, loadConfig } from '../../platform/config.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { copyTestDatabase } from '../services/test-database.ts';

const { url, drop } = await copyTestDatabase(inject('houseTemplateUrl'));
const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-start-'));
afterAll(async () => {
  await drop();
  rmSync(dataDir, { recursive: true });
});

/** Settings that npm start has no use for, each with its reason; .env.example says the same. */
const notAsked: Readonly<Record<string, string>> = {
  TONGBAN_AUDIT_RETENTION_DAYS: 'npm run audit:prune alone removes',
  TONGBAN_TEMPORAL_TEST_SERVER_PATH: 'tests and simulations alone have virtual time',
  TONGBAN_LEAVE_S: 'no balancer stands before it that would have to hear of a stop first',
  TONGBAN_MAX_RSS_MB: 'workers share the process (docs/attachments.md)',
};

/** Settings that note, by their path, which of them were looked at. */
function watched<Part extends object>(part: Part, seen: Set<string>, above = ''): Part {
  return new Proxy(part, {
    get(target, key): unknown {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return value;
      const place = `${above}/${key}`;
      seen.add(place);
      const isPart = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isPart ? watched(value, seen, place) : value;
    },
    // Whoever takes a part as a whole takes all of it, also what is not set.
    ownKeys(target) {
      seen.add(`${above}/*`);
      return Reflect.ownKeys(target);
    },
  });
}

const base = {
  TONGBAN_DATA_DIR: dataDir,
  TONGBAN_CACHE_DIR: inject('cacheDir'),
  TONGBAN_POSTGRES_URL: url,
  TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
  TONGBAN_TEMPORAL_NAMESPACE: inject('temporalNamespace'),
  TONGBAN_PORT: '0',
  TONGBAN_LOG_LEVEL: 'silent',
};

const provider = {
  TONGBAN_OIDC_ISSUER: 'http://127.0.0.1:1',
  TONGBAN_OIDC_AUDIENCE: 'urn:tongban',
  TONGBAN_OIDC_CLIENT_ID: 'tongban',
  TONGBAN_OIDC_CLIENT_SECRET: 'hush',
  TONGBAN_PUBLIC_URL: 'https://tongban.example',
};

const open = (config: Config, people: 'as_configured' | 'sample') =>
  openHouse({ config, people, progress: () => undefined, temporalUi: 'none' });

describe('npm start', () => {
  it('looks at every setting', { timeout: 180_000 }, async () => {
    const seen = new Set<string>();
    const house = await open(watched(loadConfig({ ...base, ...provider }), seen), 'as_configured');
    try {
      // The provider that was named is asked, and nobody is let in without it.
      expect(house.issuer).toBeUndefined();
      const login = await fetch(`${house.apiUrl}/session/login`, { redirect: 'manual' });
      expect(await login.json()).toMatchObject({ status: 503 });
      // On a busy machine it sheds what it has no time for, and is asked again.
      const local = async () => {
        const { status } = await fetch(`${house.apiUrl}/session/local?state=a&challenge=b`);
        return status === 503 ? undefined : status;
      };
      expect(await waitFor(local, { timeoutMs: 60_000, what: 'an answer' })).toBe(404);
    } finally {
      await house.stop();
    }
    const asked = [...configPointers()].filter(([name]) => !(name in notAsked));
    expect(asked.length).toBeGreaterThan(60);
    const isSeen = (pointer: readonly string[]) =>
      [pointer, [...pointer.slice(0, -1), '*']].some((place) => seen.has(`/${place.join('/')}`));
    expect(asked.filter(([, pointer]) => !isSeen(pointer)).map(([name]) => name)).toEqual([]);
  });

  it.each([
    ['a provider, where a program acts for sample people', 'sample', provider, 'TONGBAN_OIDC_ISSUER'],
    ['a provider in production', 'as_configured', { ...provider, NODE_ENV: 'production' }, 'api/server.ts'],
    [
      'an owner without a database',
      'as_configured',
      { TONGBAN_POSTGRES_URL: '', TONGBAN_POSTGRES_ADMIN_URL: 'postgres://owner@127.0.0.1:1/none' },
      'TONGBAN_POSTGRES_URL',
    ],
  ] as const)('refuses %s', async (_, people, settings, named) => {
    await expect(open(loadConfig({ ...base, ...settings }), people)).rejects.toThrow(named);
  });
});
