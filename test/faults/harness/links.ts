import type { LinkState, TcpProxy } from './tcp-proxy.ts';
import { startTcpProxy } from './tcp-proxy.ts';

/** Every connection of the house, and what it leads to. */
export const linkTargets = {
  client_api: 'api',
  api_postgres: 'postgres',
  api_temporal: 'temporal',
  api_blobs: 'blobs',
  worker_postgres: 'postgres',
  worker_temporal: 'temporal',
  worker_blobs: 'blobs',
  worker_mail: 'mail',
} as const;

export type LinkName = keyof typeof linkTargets;

type Target = (typeof linkTargets)[LinkName];

export const linkNames = Object.keys(linkTargets) as LinkName[];

/** The proxies between the processes, one for each connection. */
export interface Links {
  portOf(link: LinkName): number;
  set(link: LinkName, state: LinkState): void;
  close(): Promise<void>;
}

export async function startLinks(ports: Readonly<Record<Target, number>>): Promise<Links> {
  const proxies = new Map<LinkName, TcpProxy>();
  for (const name of linkNames) proxies.set(name, await startTcpProxy(ports[linkTargets[name]]));
  const proxyOf = (link: LinkName): TcpProxy => {
    const proxy = proxies.get(link);
    if (proxy === undefined) throw new Error(`there is no link ${link}`);
    return proxy;
  };
  return {
    portOf: (link) => proxyOf(link).port,
    set(link, state) {
      proxyOf(link).set(state);
    },
    async close() {
      for (const proxy of proxies.values()) await proxy.close();
    },
  };
}
