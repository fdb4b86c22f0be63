import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { importJWK, SignJWT } from 'jose';
import { allowInsecureRequests, clientCredentialsGrant, discovery, PrivateKeyJwt } from 'openid-client';
import type { ClientMetadata } from 'oidc-provider';
import { describe, expect, it } from 'vitest';
import { createProvider } from '../../platform/identity/provider.ts';
import { createTokenVerifier, InvalidTokenError } from '../../platform/identity/token-verifier.ts';
import { ProviderUnavailableError } from '../../platform/identity/provider-unavailable.ts';
import { audience, makeKey, publicOf } from './provider.ts';
import { openStage } from './stage.ts';

const programKey = await makeKey('k1');
const program = (client_id: string): ClientMetadata => ({
  client_id,
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  jwks: { keys: [publicOf(programKey)] },
});

const { app, provider, providerKey } = await openStage({
  clients: [{ ...program('window-software'), unit: '440106990000' }, program('of-no-unit')],
});

async function tokenOf(clientId: string, key = programKey): Promise<string> {
  const privateKey = await importJWK(key, 'ES256');
  if (privateKey instanceof Uint8Array) throw new Error('no key pair');
  const configuration = await discovery(
    new URL(provider.issuer),
    clientId,
    undefined,
    PrivateKeyJwt({ key: privateKey, kid: 'k1' }),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the provider is on this machine
    { execute: [allowInsecureRequests] },
  );
  const answer = await clientCredentialsGrant(configuration, { resource: audience, scope: 'api' });
  return answer.access_token;
}

const call = (token: string) =>
  app.inject({ url: '/v1/session', headers: { authorization: `Bearer ${token}` } });

const claimsOf = (change: object = {}) => ({
  iss: provider.issuer,
  aud: audience,
  sub: 'subject-window',
  badge_no: 'officer-1',
  realm_access: { roles: ['window_officer'] },
  unit: '440106990000',
  exp: Math.floor(Date.now() / 1000) + 60,
  ...change,
});

async function signed(claims: object, key: JWK = providerKey, header: object = {}) {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: key.alg ?? '', typ: 'at+jwt', kid: key.kid ?? '', ...header })
    .sign(await importJWK(key, key.alg));
}

describe('a program', () => {
  it('comes in by client credentials and its own key, for the unit that it is registered with', async () => {
    const response = await call(await tokenOf('window-software'));
    expect(response.json()).toEqual({
      subject: 'window-software',
      roles: ['api_client'],
      unitCode: '440106990000',
      sessionId: null,
    });
  });

  it('gets no token with another key, and is not let in without a unit', async () => {
    await expect(tokenOf('window-software', await makeKey('k1'))).rejects.toMatchObject({
      error: 'invalid_client',
    });
    expect((await call(await tokenOf('of-no-unit'))).statusCode).toBe(401);
  });

  it('has no role of a person beside its own, and is named', async () => {
    const roles = (...names: string[]) => ({ realm_access: { roles: names } });
    const both = { ...roles('api_client', 'station_leader'), client_id: 'window-software' };
    expect((await call(await signed(claimsOf(both)))).statusCode).toBe(401);
    expect((await call(await signed(claimsOf(roles('api_client'))))).statusCode).toBe(401);
    const own = { ...roles('api_client'), client_id: 'window-software' };
    expect((await call(await signed(claimsOf(own)))).statusCode).toBe(200);
  });
});

describe('an access token', () => {
  it('is let in when it is the provider’s, for us, and in time', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await call(await signed(claimsOf()))).json()).toMatchObject({ subject: 'officer-1' });
    expect((await call(await signed(claimsOf({ exp: now - 3 })))).statusCode).toBe(200);
    const [header = '', payload = ''] = (await signed(claimsOf())).split('.');
    // The public key as a secret: what a verifier that believes the header's `alg` falls for.
    const { d: _private, ...publicKey } = providerKey;
    const pem = createPublicKey({ key: publicKey, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    const hmac = await new SignJWT(claimsOf())
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'p1' })
      .sign(Buffer.from(pem));
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    const refused = {
      expired: await signed(claimsOf({ exp: now - 60 })),
      notYet: await signed(claimsOf({ nbf: now + 60 })),
      forAnother: await signed(claimsOf({ aud: 'urn:another' })),
      ofAnother: await signed(claimsOf({ iss: 'https://id.example' })),
      idToken: await signed(claimsOf({ aud: [audience, 'tongban'] }), providerKey, { typ: 'JWT' }),
      anotherKey: await signed(claimsOf(), { ...(await makeKey('p1')) }),
      unknownKey: await signed(claimsOf(), await makeKey('p9')),
      none: `${none}.${payload}.`,
      noneSigned: `${none}.${payload}.AAAA`,
      hmac,
      cut: `${header}.${payload}.`,
    };
    for (const [name, token] of Object.entries(refused)) {
      const response = await call(token);
      expect([name, response.json()]).toMatchObject([name, { code: 'unauthenticated' }]);
    }
  });
});

describe('the provider’s keys', () => {
  const settings = {
    issuer: provider.issuer,
    audience,
    claims: { officer: 'badge_no', roles: 'realm_access.roles', unit: 'unit' },
    clockSkewS: 5,
  };
  const verifierWith = (times: object = {}) => {
    const defaults = { refreshAfterMs: 600_000, keptForMs: 86_400_000, cooldownMs: 0, failureCooldownMs: 0 };
    const { keys } = createProvider({ ...settings, keyTimes: { ...defaults, ...times } });
    return createTokenVerifier({ ...settings, keys });
  };

  it('may change: an unknown one is looked for, but not again at once', async () => {
    const verify = verifierWith();
    const careful = verifierWith({ cooldownMs: 60_000 });
    const old = await signed(claimsOf());
    await Promise.all([verify(old), careful(old)]);
    const next = await makeKey('p2');
    provider.rotate([next, providerKey]);
    const token = await signed(claimsOf(), next);
    expect(await verify(token)).toMatchObject({ subject: 'officer-1' });
    await verify(old);
    await expect(careful(token)).rejects.toThrow(InvalidTokenError);
    provider.rotate([providerKey]);
  });

  it('that were withdrawn are trusted no longer once they are old, however long nobody has asked', async () => {
    const verify = verifierWith({ refreshAfterMs: 0 });
    const token = await signed(claimsOf());
    await verify(token);
    provider.rotate([await makeKey('p3')]);
    await expect(verify(token)).rejects.toThrow(InvalidTokenError);
    provider.rotate([providerKey]);
  });

  it('go on while it is away; an unknown one is then nobody’s fault', async () => {
    const verify = verifierWith({ refreshAfterMs: 0 });
    const fresh = verifierWith();
    const token = await signed(claimsOf());
    await verify(token);
    await provider.goAway();
    await verify(token);
    await verify(token);
    await expect(verify(await signed(claimsOf(), await makeKey('p8')))).rejects.toThrow(
      ProviderUnavailableError,
    );
    await expect(fresh(token)).rejects.toThrow(ProviderUnavailableError);
    await provider.comeBack();
    await fresh(token);
  });

  it('are no longer trusted when it has been away for too long', async () => {
    const verify = verifierWith({ keptForMs: 200 });
    const token = await signed(claimsOf());
    await verify(token);
    await provider.goAway();
    await expect
      .poll(
        () =>
          verify(token).then(
            () => 'taken',
            (error: unknown) => (error as Error).name,
          ),
        { timeout: 10_000 },
      )
      .toBe('ProviderUnavailableError');
    await provider.comeBack();
    await verify(token);
  });

  it('are not asked for by every token while it is away', async () => {
    const verify = verifierWith({ failureCooldownMs: 60_000 });
    await provider.goAway();
    const token = await signed(claimsOf());
    await expect(verify(token)).rejects.toThrow(ProviderUnavailableError);
    await provider.comeBack();
    await expect(verify(token)).rejects.toThrow(ProviderUnavailableError);
  });
});
