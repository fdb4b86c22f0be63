import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../config-variables.ts';
import type { Logger } from '../logger.ts';
import { exposition, expositionType } from './metrics.ts';

export interface MetricsOptions {
  /** `host:port`; nothing is served if left out. */
  readonly address: string | undefined;
  readonly log: Logger;
  /** What brings gauges up to date before they are shown. It must not throw. */
  readonly refresh?: () => Promise<void>;
  /** Where the Temporal SDK shows its own on loopback; see `installTemporalRuntime`. */
  readonly sdkPort?: number | undefined;
}

export interface MetricsDoor {
  close(): Promise<void>;
}

const nothingServed: MetricsDoor = { close: () => Promise.resolve() };
const sdkTimeoutMs = 2000;

/**
 * Serves `/metrics` on a door of its own, so that the public one leads nowhere near it. What the Temporal SDK shows on a
 * port of its own is shown here too: one process, one target.
 * @throws {ConfigError} when nothing can listen there.
 */
export async function serveMetrics(options: MetricsOptions): Promise<MetricsDoor> {
  const { address, log } = options;
  if (address === undefined) return nothingServed;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    shown(options).then(
      (text) => response.writeHead(200, { 'content-type': expositionType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'metrics could not be shown');
        response.writeHead(500).end();
      },
    );
  });
  try {
    const colon = address.lastIndexOf(':');
    const host = address.slice(0, colon).replace(/^\[|\]$/g, '');
    server.listen({ host, port: Number(address.slice(colon + 1)) });
    await once(server, 'listening');
  } catch (cause) {
    throw new ConfigError(
      `TONGBAN_METRICS_ADDRESS 所设的 ${address} 不能监听：请改为本机的地址和空闲的端口。`,
      {
        cause,
      },
    );
  }
  log.info({ port: (server.address() as AddressInfo).port }, 'metrics are served');
  // A scrape that is under way does not keep a process.
  server.unref();
  return {
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function shown({ log, refresh, sdkPort }: MetricsOptions): Promise<string> {
  await refresh?.();
  const [own, sdk] = await Promise.all([exposition(), sdkPort === undefined ? '' : fetchSdk(sdkPort, log)]);
  return `${own}\n${sdk}`;
}

async function fetchSdk(port: number, log: Logger): Promise<string> {
  try {
    const signal = AbortSignal.timeout(sdkTimeoutMs);
    return await (await fetch(`http://127.0.0.1:${port}/metrics`, { signal })).text();
  } catch (error) {
    log.warn({ err: error }, 'the metrics of the Temporal SDK are missing from a scrape');
    return '';
  }
}
