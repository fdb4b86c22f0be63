import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair } from 'jose';
import type { ClientMetadata, Configuration } from 'oidc-provider';
import Provider from 'oidc-provider';
import { interactionPages } from './provider-pages.ts';

export const audience = 'urn:tongban:api';
export const strongAcr = 'urn:example:2fa';

/** Who has an account: what the provider says of him. */
export const accounts: Readonly<Record<string, { badge: string; roles: readonly string[]; unit: string }>> = {
  'subject-window': { badge: 'officer-1', roles: ['window_officer', 'gardener'], unit: '440106990000' },
  'subject-security': { badge: 'officer-2', roles: ['security_administrator'], unit: '440000000000' },
  'subject-elsewhere': { badge: 'officer-3', roles: ['security_administrator'], unit: '520000000000' },
  'subject-auditor': { badge: 'officer-4', roles: ['auditor'], unit: '440000000000' },
  'subject-united': { badge: 'officer-6', roles: ['auditor', 'window_officer'], unit: '440106990000' },
  'subject-nobody': { badge: 'officer-5', roles: [], unit: '' },
};

/** A key pair as a provider or a client has it. */
export async function makeKey(kid: string, alg = 'ES256'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

/** The public half. */
export function publicOf({ d: _private, ...jwk }: JWK): JWK {
  return jwk;
}

/** A real OpenID Connect provider on the loopback interface. */
export interface RunningProvider {
  readonly issuer: string;
  /** Goes on with other keys; sessions and clients stay. */
  rotate(keys: readonly JWK[]): void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startProvider(
  keys: readonly JWK[],
  clients: readonly ClientMetadata[],
): Promise<RunningProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void;
  let server: Server;
  const listen = async (port: number) => {
    // Longer than a busy process keeps us waiting: it would be closing the connection that we are about to use.
    server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      handle(request, response);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const issuer = `http://127.0.0.1:${port}`;
  const rotate = (current: readonly JWK[]) => {
    const provider = new Provider(issuer, configurationOf(current, clients));
    const pages = interactionPages(provider, strongAcr);
    const others = provider.callback();
    handle = (request, response) => {
      if (request.url?.startsWith('/interaction/') === true) void pages(request, response);
      else void others(request, response);
    };
  };
  rotate(keys);
  return {
    issuer,
    rotate,
    async goAway() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    async comeBack() {
      await listen(port);
    },
  };
}

function configurationOf(keys: readonly JWK[], clients: readonly ClientMetadata[]): Configuration {
  return {
    clients: [...clients],
    jwks: { keys: [...keys] as never },
    cookies: { keys: ['of this test'] },
    acrValues: [strongAcr],
    scopes: ['openid', 'tongban', 'api'],
    claims: { openid: ['sub', 'amr'], tongban: ['badge_no', 'realm_access', 'unit'], acr: null },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    extraClientMetadata: { properties: ['unit'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => {
        const account = accounts[id];
        const { badge: badge_no, roles, unit } = account ?? { badge: id, roles: [], unit: '' };
        return { sub: id, badge_no, realm_access: { roles }, unit };
      },
    }),
    extraTokenClaims: (_context, token) => ({
      realm_access: { roles: ['api_client'] },
      badge_no: token.clientId,
      unit: token.client?.['unit'],
    }),
    // Without the dispatcher that comes with the options: it refuses private addresses, and ours are all on this machine.
    fetch: (address, options = {}) => {
      const { dispatcher: _guard, ...others } = options;
      return fetch(address, others);
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      mTLS: {
        enabled: true,
        certificateBoundAccessTokens: true,
        // As behind a proxy that ends TLS.
        getCertificate: (context) => decodeURIComponent(context.get('x-client-cert')),
      },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'api',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: 600,
      ClientCredentials: 600,
      IdToken: 600,
      Grant: 3600,
      Session: 3600,
      Interaction: 600,
    },
  };
}
