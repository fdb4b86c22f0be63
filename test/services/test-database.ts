import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';

interface TestDatabaseOptions {
  /** Brings the empty database to the product's schema. */
  readonly migrate?: (url: string) => Promise<unknown>;
}

/** A database of one test file's own. */
export interface TestDatabase {
  readonly name: string;
  /** The owner's connection. */
  readonly url: string;
}

const nameBytes = 6;

async function onServer(statement: string): Promise<void> {
  const sql = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/**
 * Makes a database for the calling test file (await it at the top of the file or in `beforeAll`); it is dropped
 * after the file's tests, whoever is still connected. A run's Postgres goes with the run, so nothing stays behind.
 */
export async function createTestDatabase({ migrate }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = newName();
  await onServer(`create database ${name}`);
  afterAll(() => dropDatabase(name));
  const url = urlOf(name);
  await migrate?.(url);
  return { name, url };
}

/** Copies a database to which nobody is connected; the caller drops it. A copy takes less than migrating anew. */
export async function copyTestDatabase(
  template: string,
): Promise<TestDatabase & { readonly drop: () => Promise<void> }> {
  const name = newName();
  await onServer(
    `create database ${name} template ${new URL(template).pathname.slice(1)} strategy file_copy`,
  );
  return { name, url: urlOf(name), drop: () => dropDatabase(name) };
}

function newName(): string {
  return `test_${randomBytes(nameBytes).toString('hex')}`;
}

function urlOf(name: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

function dropDatabase(name: string): Promise<void> {
  return onServer(`drop database ${name} with (force)`);
}
