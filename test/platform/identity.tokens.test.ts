import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { createLocalIssuer } from '../../platform/identity/local-issuer.ts';
import { defaultClaimNames } from '../../platform/identity/claims.ts';
import { createProvider } from '../../platform/identity/provider.ts';
import { ProviderUnavailableError } from '../../platform/identity/provider-unavailable.ts';
import { createTokenVerifier, InvalidTokenError } from '../../platform/identity/token-verifier.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'tongban-identity-'));
const keyFile = path.join(folder, 'identity', 'token-key.json');
const officer = {
  officerId: 'officer-1',
  roles: ['window_officer', 'station_leader'],
  unitCode: parseUnitCode('440106990000'),
} as const;

describe('the local issuer', () => {
  it('signs tokens that say who calls', async () => {
    const issuer = await createLocalIssuer({ keyFile, environment: 'development' });
    const verify = createTokenVerifier(issuer.verification);
    const { officerId: subject, roles, unitCode } = officer;
    expect(await verify(await issuer.sign(officer))).toMatchObject({ subject, roles, unitCode });
  });

  it('keeps one key for all processes, readable by its owner only', async () => {
    const files = path.join(folder, 'shared', 'key.json');
    const options = { keyFile: files, environment: 'development' } as const;
    const issuers = await Promise.all([1, 2, 3, 4].map(() => createLocalIssuer(options)));
    const verify = createTokenVerifier((await createLocalIssuer(options)).verification);
    for (const issuer of issuers) await verify(await issuer.sign(officer));
    expect((await stat(files)).mode & 0o777).toBe(0o600);
    expect(await readdir(path.dirname(files))).toEqual(['key.json']);
  });

  it('gives no private key away with what verifies', async () => {
    const { verification } = await createLocalIssuer({ keyFile, environment: 'development' });
    expect(JSON.stringify((verification.keys as unknown as { jwks(): object }).jwks())).not.toContain('"d"');
  });

  it('refuses production', async () => {
    await expect(createLocalIssuer({ keyFile, environment: 'production' })).rejects.toThrow(
      'TONGBAN_OIDC_ISSUER',
    );
  });
});

describe('a token', async () => {
  const issuer = await createLocalIssuer({ keyFile, environment: 'development' });
  const { verification } = issuer;

  it('is refused for another audience, from another issuer, expired, or tampered with', async () => {
    const token = await issuer.sign(officer);
    const verify = createTokenVerifier(verification);
    const refusals = [
      () => createTokenVerifier({ ...verification, audience: 'urn:other' })(token),
      () => createTokenVerifier({ ...verification, issuer: 'urn:other' })(token),
      async () => verify(await issuer.sign({ ...officer, lifetimeS: -10 })),
      () => verify(token.replace(/\.(.)/, '.f$1')),
      () => verify(''),
    ];
    for (const refusal of refusals) await expect(refusal()).rejects.toThrow(InvalidTokenError);
  });

  it('may be 5 seconds late', async () => {
    await createTokenVerifier(verification)(await issuer.sign({ ...officer, lifetimeS: -1 }));
  });
});

describe('an OpenID Connect provider', async () => {
  const { privateKey, publicKey } = await generateKeyPair('PS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'PS256', use: 'sig' };
  let issuer = '';
  const server = createServer((request, response) => {
    const body = request.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => server.close());

  const settingsOf = (address: string) => ({
    issuer: address,
    audience: 'api',
    claims: defaultClaimNames,
    clockSkewS: 5,
  });

  function sign(claims: object, typ = 'at+jwt') {
    return new SignJWT({ roles: ['auditor', 'gardener'], unit: '440106990000', ...claims })
      .setProtectedHeader({ alg: 'PS256', kid: 'k1', typ })
      .setIssuer(issuer)
      .setAudience('api')
      .setSubject('officer-9')
      .setExpirationTime('1m')
      .sign(privateKey);
  }

  it('is found through its issuer, and its tokens pass like ours', async () => {
    const { keys } = createProvider(settingsOf(issuer));
    const verify = createTokenVerifier({ issuer, audience: 'api', keys });
    expect(await verify(await sign({}))).toEqual({
      tokenEndsAt: expect.any(String) as string,
      subject: 'officer-9',
      roles: ['auditor'],
      unitCode: '440106990000',
      authentication: { acr: null, amr: [], authenticatedAt: null },
      boundTo: null,
    });
    await expect(verify(await sign({}, 'JWT'))).rejects.toThrow(InvalidTokenError);
    await expect(verify(await sign({ unit: 'nowhere' }))).rejects.toThrow(InvalidTokenError);
    await expect(verify(await sign({ roles: 'auditor' }))).rejects.toThrow(InvalidTokenError);
  });

  it('must be who it says it is', async () => {
    const provider = createProvider(settingsOf(`${issuer}/other`));
    await expect(provider.configuration()).rejects.toThrow(ProviderUnavailableError);
  });
});
