import postgres from 'postgres';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { createTestDatabase } from './test-database.ts';
import { startTimeSkippingEnvironment } from './time-skipping.ts';

const database = await createTestDatabase({
  migrate: async (url) => {
    const sql = postgres(url, { max: 1 });
    await sql`create table note (body text)`;
    await sql.end();
  },
});

describe('the services of a test run', () => {
  it('give each test file a migrated database', async () => {
    const sql = postgres(database.url, { max: 1 });
    onTestFinished(() => sql.end());
    expect(await sql`select body from note`).toHaveLength(0);
  });

  it('answer a client on the connection that a worker would share', async () => {
    const target = { address: inject('temporalAddress'), namespace: inject('temporalNamespace') };
    const { client, close } = await connectTemporal({ ...target, tls: 'off' });
    onTestFinished(close);
    const description = await client.workflowService.describeNamespace({ namespace: target.namespace });
    expect(description.namespaceInfo?.name).toBe(target.namespace);
  });

  it('skip time', async () => {
    const environment = await startTimeSkippingEnvironment();
    onTestFinished(() => environment.teardown());
    const before = await environment.currentTimeMs();
    await environment.sleep('90 days');
    const skippedDays = ((await environment.currentTimeMs()) - before) / (24 * 60 * 60 * 1000);
    expect(Math.floor(skippedDays)).toBe(90);
  });
});
