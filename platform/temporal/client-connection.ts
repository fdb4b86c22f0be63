import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config.ts';
import { traceTemporalCalls } from '../tracing/client-interceptor.ts';

type Target = Pick<Config['temporal'], 'namespace' | 'tls' | 'apiKey'> & { readonly address: string };

/** A connection to Temporal and the client on it. */
export interface TemporalConnection {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** What both kinds of connection are made with. An API key (Temporal Cloud) is only ever sent over TLS. */
export function connectionOptions({ address, tls, apiKey }: Target) {
  return { address, tls: tls === 'on' || apiKey !== undefined, ...(apiKey === undefined ? {} : { apiKey }) };
}

/** For a process without a worker (the API on its own, a command). */
export async function connectTemporalClient(target: Target): Promise<TemporalConnection> {
  const connection = await Connection.connect(connectionOptions(target));
  return {
    client: new Client({
      connection,
      namespace: target.namespace,
      interceptors: { workflow: [traceTemporalCalls] },
    }),
    close: () => connection.close(),
  };
}
