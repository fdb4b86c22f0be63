import type { Config } from '../config.ts';
import { findClientKey } from './client-key.ts';
import type { ClientProof, ClientSettings, ProviderSettings } from './provider.ts';

/** The provider that the settings name, or undefined when they name none. */
export function findProviderSettings({ oidc }: Pick<Config, 'oidc'>): ProviderSettings | undefined {
  const { issuer, audience, jwksUrl, clockSkewS } = oidc;
  if (issuer === undefined || audience === undefined) return undefined;
  const client = findClient(oidc);
  return {
    issuer,
    audience,
    clockSkewS,
    claims: { officer: oidc.officerClaim, roles: oidc.rolesClaim, unit: oidc.unitClaim },
    ...(jwksUrl === undefined ? {} : { jwksUrl }),
    ...(client === undefined ? {} : { client }),
  };
}

function findClient(oidc: Config['oidc']): ClientSettings | undefined {
  const proof = findProof(oidc);
  if (oidc.clientId === undefined || proof === undefined) return undefined;
  return { id: oidc.clientId, scope: oidc.scope, proof };
}

function findProof({ clientKey, clientSecret }: Config['oidc']): ClientProof | undefined {
  if (clientSecret !== undefined) return { secret: clientSecret };
  const key = clientKey === undefined ? undefined : findClientKey(clientKey);
  return key === undefined ? undefined : { key };
}
