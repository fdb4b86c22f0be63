import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import {
  connectionOptions,
  type connectTemporalClient,
  type TemporalConnection,
} from './client-connection.ts';
import { traceTemporalCalls } from '../tracing/client-interceptor.ts';

/** A connection that client and worker share. Stop the workers on it before it is closed. */
export interface SharedTemporalConnection extends TemporalConnection {
  readonly connection: NativeConnection;
}

/**
 * For a process that holds a worker, with or without the API. The client stands on the worker's own connection, as
 * a workflow can start eagerly (its first task handed to the worker with the answer to the start) only then.
 */
export async function connectTemporal(
  target: Parameters<typeof connectTemporalClient>[0],
): Promise<SharedTemporalConnection> {
  const connection = await NativeConnection.connect(connectionOptions(target));
  return {
    connection,
    client: new Client({
      connection,
      namespace: target.namespace,
      interceptors: { workflow: [traceTemporalCalls] },
    }),
    close: () => connection.close(),
  };
}
