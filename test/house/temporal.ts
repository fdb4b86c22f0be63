import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { ensureNamespace } from '../../platform/temporal/namespace.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
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
  afterAll(close);
  return { client, connection, namespace };
}
