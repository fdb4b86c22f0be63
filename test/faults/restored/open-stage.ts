import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyLedgers } from '../../../db/verification/verify-ledgers.ts';
import type { ReconcilingDeps } from '../../../commands/reconcile/reconcile.ts';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { createUnitDirectory } from '../../../db/unit-directory.ts';
import { systemClock } from '../../../platform/clock.ts';
import { connectTemporal } from '../../../platform/temporal/shared-connection.ts';
import { connectOwner, openHouse } from '../../house/house.ts';
import type { House, TemporalOfHouse } from '../../house/house.ts';
import { namespace } from './backed-up-temporal.ts';

/** A Postgres and a Temporal with nobody at work, as an operator finds them after a restore. */
export interface Stage extends ReconcilingDeps {
  readonly url: string;
  /** Of Temporal. */
  readonly address: string;
  readonly temporal: TemporalOfHouse;
  /** Starts the workers, until the work is done. */
  atWork<T>(work: (house: House) => Promise<T>): Promise<T>;
  /** How the ledgers' chains are. */
  verify(): ReturnType<typeof verifyLedgers>;
  close(): Promise<void>;
}

export async function openStage(
  url: string,
  address: string,
  bundle: WorkflowBundleWithSourceMap,
): Promise<Stage> {
  const database = connectOwner(url);
  const { client, connection, close } = await connectTemporal({ address, namespace, tls: 'off' });
  const temporal = { client, connection, namespace };
  return {
    ...{ url, address, database, client, temporal, bundle },
    units: createUnitDirectory(database, systemClock),
    async atWork(work) {
      const house = await openHouse(url, { temporal, clock: systemClock });
      try {
        return await work(house);
      } finally {
        await house.close();
      }
    },
    verify: () => database.client.begin('isolation level repeatable read read only', verifyLedgers),
    async close() {
      await database.close();
      await close();
    },
  };
}

/** A folder that Postgres may pass into, whoever it runs as. */
export async function makeFolder(): Promise<{ dir: string; remove: () => Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'tongban-restored-'));
  await chmod(dir, 0o711);
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
