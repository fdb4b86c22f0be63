import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../platform/embedded/postgres.ts';
import { UnavailablePartError } from '../../platform/embedded/unavailable-part.ts';
import { isRunning, makeDataDir } from './data-dir.ts';

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  onTestFinished(() => server.stop());
  return server;
}

async function query(server: EmbeddedPostgres, statement: string): Promise<unknown[]> {
  const sql = postgres(server.url, { max: 1 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

async function startWithRow(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await start(dataDir);
  await query(server, "create table note (body text); insert into note values ('还在')");
  return server;
}

const readRow = (server: EmbeddedPostgres) => query(server, 'select body from note');
const row = [{ body: '还在' }];

describe('the embedded Postgres', () => {
  it.each(['passable', 'private'] as const)('finds its data again in a %s directory', async (access) => {
    const dataDir = makeDataDir(access);
    const first = await startWithRow(dataDir);
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    expect(await readRow(await start(dataDir))).toEqual(row);
  });

  it('heals after kill -9', async () => {
    const dataDir = makeDataDir();
    const first = await startWithRow(dataDir);
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('SIGKILL');
    expect(await readRow(await start(dataDir))).toEqual(row);
  });

  it('ends a postmaster that still runs on the data', async () => {
    const dataDir = makeDataDir();
    const orphan = await startWithRow(dataDir);
    const server = await start(dataDir);
    expect(isRunning(orphan.pid)).toBe(false);
    expect(await readRow(server)).toEqual(row);
  });

  it('starts although the id in postmaster.pid is another program’s by now, and leaves that alone', async () => {
    const dataDir = makeDataDir();
    const first = await startWithRow(dataDir);
    const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n').slice(1);
    await first.stop();
    writeFileSync(pidFile, [process.pid, ...lines].join('\n'));
    expect(await readRow(await start(dataDir))).toEqual(row);
  });

  it('begins again where a start was killed while it initialised the cluster', async () => {
    const dataDir = makeDataDir();
    mkdirSync(path.join(dataDir, 'postgres.unfinished', 'base'), { recursive: true });
    expect(await query(await start(dataDir), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps its password from others, and lets nobody in without it', async () => {
    const dataDir = makeDataDir();
    const server = await start(dataDir);
    expect(statSync(path.join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    const sql = postgres(wrong.href, { max: 1 });
    await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
    await sql.end();
  });

  it('knows Han characters, whatever locale the system has', async () => {
    const server = await start(makeDataDir());
    const statement = "select '䶮' ~ '^\\w$' as is_word, current_setting('server_encoding') as encoding";
    expect(await query(server, statement)).toEqual([{ is_word: true, encoding: 'UTF8' }]);
  });

  it('says what to do when there is no Postgres 18', async () => {
    const binDir = makeDataDir();
    const attempt = startEmbeddedPostgres({ dataDir: makeDataDir(), binDir });
    await expect(attempt).rejects.toThrow(UnavailablePartError);
    await expect(attempt).rejects.toThrow(`TONGBAN_POSTGRES_BIN_DIR 所指的 ${binDir} 中没有 Postgres 18`);
  });
});
