import type { JWTVerifyGetKey } from 'jose';
import { importJWK, type JWK } from 'jose';
import type { ClientAuth, Configuration } from 'openid-client';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
  PrivateKeyJwt,
} from 'openid-client';
import type { ClaimNames } from './claims.ts';
import type { KeyTimes } from './provider-keys.ts';
import { createProviderKeys, keyTimes } from './provider-keys.ts';
import { askedOnceAtATime } from './provider-unavailable.ts';

/** How the product proves to the provider that it is the client. */
export type ClientProof = { readonly secret: string } | { readonly key: JWK };

export interface ClientSettings {
  readonly id: string;
  readonly proof: ClientProof;
  readonly scope: string;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl?: string;
  readonly claims: ClaimNames;
  readonly clockSkewS: number;
  /** What the product is to the provider, for logins at pages; without it, only tokens are verified. */
  readonly client?: ClientSettings;
  readonly keyTimes?: KeyTimes;
}

/** An OpenID Connect provider as it describes itself; asked when it is first needed, and again until it answers. */
export interface Provider {
  /** @throws {ProviderUnavailableError} */
  configuration(): Promise<Configuration>;
  readonly keys: JWTVerifyGetKey;
}

const timeoutS = 5;

/** Makes a provider known. It need not answer yet: the API starts without it. */
export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, jwksUrl, keyTimes: times = keyTimes } = settings;
  const ask = askedOnceAtATime(() => discover(settings), times.failureCooldownMs);
  let known: Configuration | undefined;
  const configuration = async () => (known ??= await ask());
  const findJwksUrl = async () => {
    const address = jwksUrl ?? (await configuration()).serverMetadata().jwks_uri;
    if (address === undefined) throw new Error(`${issuer} does not say where its keys are`);
    return new URL(address);
  };
  return { configuration, keys: createProviderKeys(findJwksUrl, times) };
}

/** OpenID Connect Discovery 1.0 §4. The answer must name the issuer that was asked. */
async function discover({ issuer, audience, client, clockSkewS }: ProviderSettings): Promise<Configuration> {
  const address = new URL(issuer);
  const metadata = { [clockTolerance]: clockSkewS };
  return discovery(address, client?.id ?? audience, metadata, await authenticationOf(client), {
    timeout: timeoutS,
    // ID tokens are verified by signature even where TLS would do: a proxy may end it.
    execute: [
      enableNonRepudiationChecks,
      // Marked so that nobody takes it without a reason; the settings allow http to this machine only.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(address.protocol === 'http:' ? [allowInsecureRequests] : []),
    ],
  });
}

async function authenticationOf(client: ClientSettings | undefined): Promise<ClientAuth> {
  if (client === undefined) return None();
  const { proof } = client;
  if ('secret' in proof) return ClientSecretBasic(proof.secret);
  const key = await importJWK(proof.key);
  if (key instanceof Uint8Array) throw new Error('a client’s key is an asymmetric one');
  return PrivateKeyJwt(proof.key.kid === undefined ? key : { key, kid: proof.key.kid });
}
