import path from 'node:path';
import { BlockList, isIPv6 } from 'node:net';
import type { Config } from '../platform/config.ts';
import { createLocalIssuer } from '../platform/identity/local-issuer.ts';
import { createLoginClient } from '../platform/identity/login.ts';
import { createLogoutTokenVerifier } from '../platform/identity/logout-token.ts';
import { createProvider } from '../platform/identity/provider.ts';
import { findRequiredAuthentication } from '../platform/identity/required-authentication.ts';
import { findProviderSettings } from '../platform/identity/settings.ts';
import { createTokenVerifier } from '../platform/identity/token-verifier.ts';
import type { Logger } from '../platform/logger.ts';
import type { CertificateProxy } from './client-certificate.ts';
import type { ApiDeps } from './deps.ts';

/** What of the API’s parts says who may call. */
export type IdentityDeps = Pick<
  ApiDeps,
  'verifyToken' | 'signIn' | 'sessionTerms' | 'requiredAuthentication' | 'clientCertificates' | 'tls'
>;

/** Who may call, as the settings say: people of the configured provider, or outside production of this machine itself. */
export async function openIdentity(config: Config, log: Logger): Promise<IdentityDeps> {
  const { sessions, oidc } = config;
  const tls = findTls(config);
  const proxy = findCertificateProxy(config);
  return {
    ...(await openProvider(config, log)),
    sessionTerms: { idleMs: sessions.idleMinutes * 60_000, maxMs: sessions.maxHours * 60 * 60_000 },
    requiredAuthentication: findRequiredAuthentication(oidc.requiredAuthentication) ?? {},
    clientCertificates: { demand: oidc.clientCertificates, ...(proxy === undefined ? {} : { proxy }) },
    ...(tls === undefined ? {} : { tls }),
  };
}

async function openProvider(config: Config, log: Logger): Promise<Pick<ApiDeps, 'verifyToken' | 'signIn'>> {
  const settings = findProviderSettings(config);
  if (settings === undefined) {
    const keyFile = path.join(config.dataDir, 'identity', 'token-key.json');
    const issuer = await createLocalIssuer({ keyFile, environment: config.environment });
    return { verifyToken: createTokenVerifier(issuer.verification) };
  }
  const provider = createProvider(settings);
  // A mistyped address is told at once; a provider that is down is asked again when somebody comes.
  await provider.configuration().catch((error: unknown) => {
    log.error({ issuer: settings.issuer, error }, 'the identity provider does not answer');
  });
  const verification = { ...settings, keys: provider.keys };
  const verifyToken = createTokenVerifier(verification);
  if (settings.client === undefined) return { verifyToken };
  const verifyLogoutToken = createLogoutTokenVerifier({ ...verification, audience: settings.client.id });
  return { verifyToken, signIn: { client: createLoginClient(provider, settings), verifyLogoutToken } };
}

/** TLS ends here when there is a certificate. Whoever shows one of his own is not refused for it: officers have none. */
function findTls({ tls: { certificate, key, clientCa } }: Config): ApiDeps['tls'] {
  if (certificate === undefined || key === undefined) return undefined;
  const asking = { requestCert: true, rejectUnauthorized: false, ca: clientCa };
  return { cert: certificate, key, ...(clientCa === undefined ? {} : asking) };
}

function findCertificateProxy({ proxies, api }: Config): CertificateProxy | undefined {
  const { certificateHeader: header } = proxies;
  if (header === undefined) return undefined;
  return { header, addresses: addressesOf(api.trustedProxies) };
}

/** @throws {Error} for what is no address. */
function addressesOf(texts: readonly string[]): BlockList {
  const addresses = new BlockList();
  for (const text of texts) {
    const [address = '', prefix] = text.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) addresses.addAddress(address, family);
    else addresses.addSubnet(address, Number(prefix), family);
  }
  return addresses;
}
