import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import { within } from '../within.ts';
import type { Network } from './networks.ts';
import { isLoopback, isPublic, isWithin } from './networks.ts';

/** Why an address may not be called. */
export interface OutgoingFault {
  readonly code: 'https_needed' | 'address_not_allowed';
  readonly message: string;
}

/** A call that was not made, or went no further than the name of the host. */
export class OutgoingRefusedError extends Error {
  override readonly name = 'OutgoingRefusedError';
  readonly fault: OutgoingFault;

  constructor(fault: OutgoingFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** All addresses of a name, as the machine knows it. */
export type ResolveHost = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Sends a request and gives the answer as it begins. */
export type SendRequest = (
  url: string,
  options: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly signal: AbortSignal;
  },
) => Promise<Awaited<ReturnType<typeof request>>>;

/** Sends to where a setting of this house points: whoever may set it may reach whatever the machine reaches. */
export const sendToOwn: SendRequest = (url, options) => request(url, options);

/** Keeps requests that others name the address of out of our own networks (SSRF). */
export interface OutgoingGuard {
  /** What stands against an address as it is now; a name that is not known here may be known where it is called. */
  findFault(url: string): Promise<OutgoingFault | undefined>;
  /** @throws {OutgoingRefusedError} before anything is sent. */
  readonly send: SendRequest;
  close(): Promise<void>;
}

const httpsNeeded: OutgoingFault = { code: 'https_needed', message: '地址应以 https:// 开头。' };
const notAllowed: OutgoingFault = {
  code: 'address_not_allowed',
  message:
    '地址指向内部网络，不能向其推送；确需推送到公安网内的，请运行维护人员将其网段列入 TONGBAN_WEBHOOK_ALLOWED_NETWORKS。',
};

const resolveTimeoutMs = 3000;
const ownNames = ['127.0.0.1', '::1', 'localhost'];

export interface GuardOptions {
  /** In development this machine, called so, may be reached, and without TLS. */
  readonly environment: 'development' | 'production';
  /** Of our own networks, those that may be reached. */
  readonly allowedNetworks: readonly Network[];
  readonly resolve?: ResolveHost;
}

export function createOutgoingGuard({
  environment,
  allowedNetworks,
  resolve = (hostname) => lookup(hostname, { all: true }),
}: GuardOptions): OutgoingGuard {
  const isOwn = (host: string) => environment === 'development' && ownNames.includes(host);
  const mayReach = (host: string, address: string) =>
    isPublic(address) || isWithin(address, allowedNetworks) || (isOwn(host) && isLoopback(address));

  /** One address that is not allowed refuses all: which of them is called is not ours to choose. */
  async function resolveAllowed(host: string): Promise<readonly LookupAddress[]> {
    const addresses = await resolve(host);
    if (!addresses.every(({ address }) => mayReach(host, address)))
      throw new OutgoingRefusedError(notAllowed);
    return addresses;
  }

  const agent = new Agent({
    connect: {
      // The name is resolved here and nowhere else: what was checked is what is connected to.
      lookup: (host, { all }, done) => {
        resolveAllowed(host).then(
          (addresses) => {
            const [first] = addresses;
            if (first === undefined) done(new Error('the name has no address'), '');
            else if (all === true) done(null, [...addresses]);
            else done(null, first.address, first.family);
          },
          (error: unknown) => {
            done(error as Error, '');
          },
        );
      },
    },
  });

  /** What an address says by itself; no name is looked up. */
  function findWrittenFault(url: string): OutgoingFault | undefined {
    const target = URL.parse(url);
    const host = target === null ? '' : hostOf(target);
    if (target?.protocol !== 'https:' && !(target?.protocol === 'http:' && isOwn(host))) return httpsNeeded;
    return isIP(host) !== 0 && !mayReach(host, host) ? notAllowed : undefined;
  }

  return {
    async findFault(url) {
      const written = findWrittenFault(url);
      if (written !== undefined) return written;
      const host = hostOf(new URL(url));
      if (isIP(host) !== 0) return undefined;
      try {
        await within(
          resolveTimeoutMs,
          resolveAllowed(host),
          () => new Error('the name is not known in time'),
        );
      } catch (error) {
        if (error instanceof OutgoingRefusedError) return error.fault;
      }
      return undefined;
    },
    async send(url, options) {
      const fault = findWrittenFault(url);
      if (fault !== undefined) throw new OutgoingRefusedError(fault);
      return request(url, { ...options, dispatcher: agent });
    },
    close: () => agent.destroy(),
  };
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
