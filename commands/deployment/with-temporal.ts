import type { Client } from '@temporalio/client';
import { loadConfig } from '../../platform/config.ts';
import { connectTemporalClient } from '../../platform/temporal/client-connection.ts';

/** Runs a program on the Temporal of the settings, with the deployment's name. */
export async function withTemporal<Result>(
  program: (client: Client, deploymentName: string) => Promise<Result>,
): Promise<Result> {
  const { temporal } = loadConfig();
  const { address } = temporal;
  if (address === undefined) throw new Error('请设置 TONGBAN_TEMPORAL_ADDRESS。');
  const { client, close } = await connectTemporalClient({ ...temporal, address });
  try {
    return await program(client, temporal.deploymentName);
  } finally {
    await close();
  }
}
