import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { startWorkers } from '../../activities/workers.ts';
import { connectDatabase } from '../../db/database.ts';
import { systemClock } from '../../platform/clock.ts';
import { loadConfig } from '../../platform/config.ts';
import { openKeyRing } from '../../platform/key-ring-file.ts';
import { createLogger } from '../../platform/logger.ts';
import { installTemporalRuntime } from '../../platform/temporal/runtime.ts';
import { connectTemporal } from '../../platform/temporal/shared-connection.ts';
import { taskQueues } from '../../workflows/contract.ts';

// The worker's process as it is.
const config = loadConfig();
const log = createLogger({ name: 'bench', level: config.logLevel });
installTemporalRuntime(log);
const { url } = config.postgres;
const { address } = config.temporal;
if (url === undefined || address === undefined) throw new Error('the benchmark says where its services are');
const { connection, client } = await connectTemporal({ ...config.temporal, address });
await startWorkers([taskQueues.cases, taskQueues.notices], {
  connection,
  client,
  database: connectDatabase({
    url,
    role: 'tongban_worker',
    maxConnections: 10,
    keyRing: openKeyRing(config),
  }),
  renderer: undefined,
  channels: openNoticeChannels(config.notices, config.environment),
  clock: systemClock,
  log,
});
process.send?.('ready');
