import { once } from 'node:events';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { decodeJwt, SignJWT, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import type { ClientMetadata } from 'oidc-provider';
import { createAuthority } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { audience, makeKey, publicOf } from './provider.ts';
import { openStage } from './stage.ts';

const authority = await createAuthority();
const another = await createAuthority();
const [server, mine, theirs] = await Promise.all(
  ['api', 'program', 'another'].map((name) => authority.issue(name)),
);
const unknown = await another.issue('program');
if (server === undefined || mine === undefined || theirs === undefined) throw new Error('three were issued');

const clientKey = await makeKey('k1');
const program: ClientMetadata = {
  client_id: 'self-service-machine',
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  tls_client_certificate_bound_access_tokens: true,
  jwks: { keys: [publicOf(clientKey)] },
  unit: '440106990000',
};

/** Asks the provider for a token bound to a certificate, which it is shown as behind a proxy that ends TLS. */
async function boundToken(issuer: string, { pem }: Certificate): Promise<string> {
  const assertion = await new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
    .setIssuer(program.client_id)
    .setSubject(program.client_id)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(await importJWK(clientKey, 'ES256'));
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'x-client-cert': encodeURIComponent(pem) },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: program.client_id,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      resource: audience,
      scope: 'api',
    }),
  });
  const answer = (await response.json()) as { access_token: string };
  return answer.access_token;
}

describe('a token that is bound to a certificate, where TLS ends here', async () => {
  const { app, provider } = await openStage({
    clients: [program],
    settings: {
      TONGBAN_TLS_CERTIFICATE: server.pem,
      TONGBAN_TLS_KEY: server.keyPem,
      TONGBAN_TLS_CLIENT_CA: authority.pem,
    },
  });
  const { port } = app.server.address() as AddressInfo;
  const token = await boundToken(provider.issuer, mine);

  async function call(certificate?: Certificate, headers: Record<string, string> = {}) {
    const sent = request({
      host: '127.0.0.1',
      port,
      path: '/v1/session',
      ca: authority.pem,
      agent: false,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(certificate === undefined ? {} : { cert: certificate.pem, key: certificate.keyPem }),
    });
    sent.end();
    const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
    return { status: response.statusCode, body: await json(response) };
  }

  it('is let in with it', async () => {
    expect(decodeJwt(token)['cnf']).toEqual({ 'x5t#S256': mine.thumbprint });
    expect(await call(mine)).toMatchObject({ status: 200, body: { subject: 'self-service-machine' } });
  });

  it('is worth nothing with another, with none, or with one that somebody only tells of', async () => {
    const refused = { status: 401, body: { code: 'unauthenticated' } };
    expect(await call(theirs)).toMatchObject(refused);
    expect(await call()).toMatchObject(refused);
    expect(await call(unknown)).toMatchObject(refused);
    expect(await call(undefined, { 'client-cert': `:${mine.base64}:` })).toMatchObject(refused);
  });
});

describe('where a proxy ends TLS', async () => {
  const { app, provider, providerKey } = await openStage({
    clients: [program],
    settings: {
      TONGBAN_TRUSTED_PROXIES: '10.1.2.0/24,::1',
      TONGBAN_CLIENT_CERTIFICATE_HEADER: 'Client-Cert',
      TONGBAN_OIDC_CLIENT_CERTIFICATES: 'required',
    },
  });
  const token = await boundToken(provider.issuer, mine);
  const call = (remoteAddress: string, certificate: string, bearer = token) =>
    app.inject({
      url: '/v1/session',
      remoteAddress,
      headers: { authorization: `Bearer ${bearer}`, 'client-cert': certificate },
    });

  it('the certificate comes in a header from it, in either form', async () => {
    for (const [address, form] of [
      ['10.1.2.7', `:${mine.base64}:`],
      ['10.1.2.7', encodeURIComponent(mine.pem)],
      ['::1', `:${mine.base64}:`],
    ] as const) {
      expect([address, (await call(address, form)).statusCode]).toEqual([address, 200]);
    }
  });

  it('is another’s, or nobody’s, or comes from elsewhere, and does not let in', async () => {
    for (const [address, form] of [
      ['10.1.2.7', `:${theirs.base64}:`],
      ['10.1.2.7', ''],
      ['10.1.2.7', ':bm90aGluZw==:'],
      ['10.1.2.7', '%E0%A4%A'],
      ['10.9.9.9', `:${mine.base64}:`],
      ['127.0.0.1', `:${mine.base64}:`],
    ] as const) {
      expect([address, form, (await call(address, form)).statusCode]).toEqual([address, form, 401]);
    }
  });

  it('a program’s token must be bound where the settings ask for it, an officer’s need not', async () => {
    const sign = async (roles: readonly string[]) =>
      new SignJWT({ realm_access: { roles }, unit: '440106990000', badge_no: 'b', client_id: 'c' })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'p1' })
        .setIssuer(provider.issuer)
        .setAudience(audience)
        .setSubject('s')
        .setExpirationTime('1m')
        .sign(await importJWK(providerKey, 'ES256'));
    expect((await call('10.1.2.7', `:${mine.base64}:`, await sign(['api_client']))).statusCode).toBe(401);
    expect((await call('10.1.2.7', `:${mine.base64}:`, await sign(['window_officer']))).statusCode).toBe(200);
  });
});
