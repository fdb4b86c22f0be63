import { hostname } from 'node:os';
import { loadConfig } from '../platform/config.ts';
import { connectTemporalClient } from '../platform/temporal/client-connection.ts';
import { isPolled } from '../platform/temporal/pollers.ts';

const queue = process.argv[2] ?? 'cases';

/** Health check of the worker's container: exit code 0 when Temporal sees this host take work from its queue. */
const { temporal } = loadConfig();
const { address } = temporal;
if (address === undefined)
  throw new Error('TONGBAN_TEMPORAL_ADDRESS 未设置：健康检查不知道问哪个 Temporal。');
const { client, close } = await connectTemporalClient({ ...temporal, address });
process.exitCode = (await isPolled(client, { queue, hostname: hostname() })) ? 0 : 1;
await close();
