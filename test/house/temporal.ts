import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { ensureNamespace } from '../../platform/temporal/namespace.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { TemporalOfHouse } from './house.ts';

/** The run's dev server under a namespace of the calling file's own: its workers hear of nobody else's cases. */
export async function connectOwnNamespace(): Promise<TemporalOfHouse> {
  const namespace = `test-${randomUUID()}`;
  const { client, connection, close } = await connectTemporal({
    address: inject('temporalAddress'),
    namespace,
    tls: 'off',
  });
  await ensureNamespace(client);
  // The server's frontends hear of a new namespace a moment later.
  await waitFor(async () => (await client.workflow.count()).count === 0, {
    timeoutMs: 60_000,
    what: namespace,
  });
  afterAll(close);
  return { client, connection, namespace };
}
