import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, configVariableNames, loadConfig } from '../../platform/config.ts';

const projectDir = path.resolve(import.meta.dirname, '..', '..');

function messageOf(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}

describe('the settings', () => {
  it('are all in .env.example, and nothing else is', () => {
    const example = readFileSync(path.join(projectDir, '.env.example'), 'utf8');
    const named = [...example.matchAll(/^# ?(TONGBAN_\w+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(configVariableNames().toSorted());
  });

  it('reach the containers from .env, but for those that the image and its neighbours settle', () => {
    const compose = readFileSync(path.join(projectDir, 'docker-compose.yml'), 'utf8');
    const passed = [...compose.matchAll(/^ +(TONGBAN_\w+): \$\{\1:-/gm)].map(([, name]) => name);
    const settled = [
      // Where the containers keep and find things, and who else is there.
      ...[/_(DATA|CACHE)_DIR$/, /_(HOST|PORT)$/, /_POSTGRES_/, /_TEMPORAL_/, /_KEY_RING_FILE$/],
      ...[/_CHROMIUM_PATH$/, /_FONT_DIRS$/, /_FAX_(SENDFAX|FAXSTAT)$/],
      // A file would have to be mounted, and TLS ends in the proxy before them.
      ...[/_FILE$/, /_TLS_/, /_(WORKFLOW_BUNDLE|REPLAY_BUNDLES)$/],
    ];
    const expected = configVariableNames().filter((name) => !settled.some((each) => each.test(name)));
    expect([...new Set(passed)].toSorted()).toEqual(expected.toSorted());
  });

  it('have defaults for a start without any', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      dataDir: path.join(projectDir, '.tongban'),
      cacheDir: path.join(projectDir, '.tongban', 'cache'),
      logLevel: 'info',
      api: { host: '127.0.0.1', port: 8080 },
      temporal: { namespace: 'tongban', tls: 'off' },
      fonts: { dirs: [] },
    });
    expect(config.postgres).toEqual({});
  });

  it('are read into their types', () => {
    const config = loadConfig({
      TONGBAN_PORT: '0',
      TONGBAN_DATA_DIR: '/srv/tongban',
      TONGBAN_FONT_DIRS: ['/a', '/b'].join(path.delimiter),
      TONGBAN_POSTGRES_URL: '',
    });
    expect(config.api.port).toBe(0);
    expect(config.cacheDir).toBe('/srv/tongban/cache');
    expect(config.fonts.dirs).toEqual(['/a', '/b']);
    expect(config.postgres.url).toBeUndefined();
  });

  it('are refused with the name of the variable and its valid values', () => {
    expect(messageOf({ TONGBAN_PORT: '70000' })).toBe(
      'TONGBAN_PORT 的值“70000”不可用；应为：0 至 65535 的整数，0 表示任选空闲端口。',
    );
    expect(messageOf({ TONGBAN_PORT: 'http' })).toContain('TONGBAN_PORT');
    expect(messageOf({ TONGBAN_LOG_LEVEL: 'loud' })).toContain('trace、debug、info、warn、error、silent');
    expect(messageOf({ TONGBAN_PUBLIC_URL: 'example' })).toContain('http(s)://');
    expect(messageOf({ TONGBAN_OIDC_ISSUER: 'https://id.example' })).toContain('TONGBAN_OIDC_AUDIENCE');
  });

  it('name an object store in full and over TLS, or none', () => {
    const named = { TONGBAN_S3_BUCKET: 'papers', TONGBAN_S3_ACCESS_KEY: 'a', TONGBAN_S3_SECRET_KEY: 'b' };
    expect(() => loadConfig({ TONGBAN_S3_URL: 'https://s3.example.cn' })).toThrow(/TONGBAN_S3_BUCKET/);
    expect(() => loadConfig({ ...named, TONGBAN_S3_URL: 'http://s3.example.cn' })).toThrow(/https:/);
    for (const url of ['https://s3.example.cn', 'http://127.0.0.1:9000']) {
      expect(loadConfig({ ...named, TONGBAN_S3_URL: url }).s3).toMatchObject({ url, bucket: 'papers' });
    }
  });

  it('are refused together where one alone would leave a door open', () => {
    const provider = { TONGBAN_OIDC_ISSUER: 'https://id.example', TONGBAN_OIDC_AUDIENCE: 'urn:api' };
    const client = {
      ...provider,
      TONGBAN_OIDC_CLIENT_ID: 'tongban',
      TONGBAN_PUBLIC_URL: 'https://t.example',
    };
    const wrong: [Record<string, string>, string][] = [
      [{ ...provider, TONGBAN_OIDC_ISSUER: 'http://id.example' }, 'https://'],
      [{ ...provider, TONGBAN_OIDC_JWKS_URL: 'http://id.example/jwks' }, 'TONGBAN_OIDC_JWKS_URL'],
      [client, 'TONGBAN_OIDC_CLIENT_KEY'],
      [{ ...client, TONGBAN_OIDC_CLIENT_KEY: 'hush' }, 'JWK'],
      [{ ...client, TONGBAN_OIDC_CLIENT_SECRET: 'hush', TONGBAN_OIDC_CLIENT_KEY: '{}' }, '只能设置其中一个'],
      [{ ...client, TONGBAN_OIDC_CLIENT_SECRET: 'hush', TONGBAN_PUBLIC_URL: '' }, 'TONGBAN_PUBLIC_URL'],
      [{ TONGBAN_OIDC_REQUIRED_AUTHENTICATION: '{"gardener":{"acr":["a"]}}' }, 'REQUIRED_AUTHENTICATION'],
      [{ TONGBAN_OIDC_REQUIRED_AUTHENTICATION: '{"auditor":{}}' }, 'REQUIRED_AUTHENTICATION'],
      [{ TONGBAN_TLS_CERTIFICATE: 'hush' }, 'TONGBAN_TLS_KEY'],
      [{ TONGBAN_CLIENT_CERTIFICATE_HEADER: 'Client-Cert' }, 'TONGBAN_TRUSTED_PROXIES'],
      [
        { TONGBAN_WORKER_VERSIONING: 'pinned', TONGBAN_TEMPORAL_ADDRESS: 'temporal:7233' },
        'TONGBAN_BUILD_ID',
      ],
      [{ TONGBAN_WORKER_VERSIONING: 'pinned', TONGBAN_BUILD_ID: '0.2.0' }, 'TONGBAN_TEMPORAL_ADDRESS'],
      [{ TONGBAN_BUILD_ID: "it's" }, 'TONGBAN_BUILD_ID'],
    ];
    for (const [environment, named] of wrong) {
      expect([environment, messageOf(environment)]).toEqual([environment, expect.stringContaining(named)]);
      expect(messageOf(environment)).not.toContain('hush');
    }
    expect(loadConfig({ ...client, TONGBAN_OIDC_CLIENT_SECRET: 'hush' }).oidc.clientId).toBe('tongban');
  });

  it('refuse a name that does not exist, for a mistyped one would leave the default in force', () => {
    expect(messageOf({ TONGBAN_POSTGRE_URL: 'postgres://db' })).toContain('TONGBAN_POSTGRE_URL');
  });
});

describe('a secret', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tongban-config-'));
  const file = path.join(dir, 'url');
  writeFileSync(file, 'postgres://tongban:hush@db/tongban\n');
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('may stand in a file', () => {
    expect(loadConfig({ TONGBAN_POSTGRES_URL_FILE: file }).postgres.url).toBe(
      'postgres://tongban:hush@db/tongban',
    );
  });

  it('may not stand in both places, nor in a file that is missing', () => {
    const both = { TONGBAN_POSTGRES_URL: 'postgres://db', TONGBAN_POSTGRES_URL_FILE: file };
    expect(messageOf(both)).toContain('只能设置其中一个');
    expect(messageOf({ TONGBAN_POSTGRES_URL_FILE: `${file}.gone` })).toContain('无法读取');
  });

  it('is never in a message', () => {
    expect(messageOf({ TONGBAN_POSTGRES_URL: 'mysql://tongban:hush@db' })).not.toContain('hush');
  });
});
