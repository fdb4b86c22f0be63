import { afterAll } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { createDoor } from '../api/door.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { clock } from './facts.ts';
import type { Matrix } from './matrix.ts';
import { seed } from './seed.ts';
import type { OwnerLevel } from './units.ts';

/** A seeded database with its door, on a Temporal where nobody works: an act goes as far as that and no further. */
export async function openMatrix(
  ownerLevel: OwnerLevel = 'station',
): Promise<Matrix & { readonly url: string }> {
  const url = await createHouseDatabase();
  const { client } = await connectOwnNamespace();
  const owner = connectOwner(url);
  const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
  const seeded = await seed(owner, worker, ownerLevel);
  const door = await createDoor(url, client, { clock, commandTimeoutMs: 100, replayTimeoutMs: 100 });
  afterAll(() => Promise.all([door.close(), owner.close(), worker.close()]));
  return { url, owner, door, seeded };
}
