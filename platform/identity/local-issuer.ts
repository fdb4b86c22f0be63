import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
} from 'jose';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { TokenVerifierOptions } from './token-verifier.ts';

const algorithm = 'ES256';
const localIssuer = 'urn:tongban:local-issuer';
// Whoever has the data directory signs; what RFC 9068 asks for all the same.
const localClient = 'tongban-local';
const localAudience = 'urn:tongban:api';
const defaultLifetimeS = 12 * 60 * 60;

interface TokenRequest {
  readonly officerId: string;
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode;
  /** The system through which he works; one of its own if left out. */
  readonly clientId?: string;
  /** Seconds; 12 hours if left out. */
  readonly lifetimeS?: number;
}

/** Signs officers' tokens where no identity provider is: demonstration, development, tests. */
export interface LocalIssuer {
  sign(request: TokenRequest): Promise<string>;
  /** What verifies its tokens, exactly as it would those of a provider. */
  readonly verification: TokenVerifierOptions;
}

export interface LocalIssuerOptions {
  /** Where the key pair is kept, as `<data directory>/identity/token-key.json`; made when it is not there. */
  readonly keyFile: string;
  readonly environment: 'development' | 'production';
}

/** @throws {Error} in production: whom this machine lets in by itself has proved nothing to anybody. */
export function refuseProduction(environment: LocalIssuerOptions['environment']): void {
  if (environment !== 'production') return;
  throw new Error(
    '生产环境不使用本机签发的令牌，也不在本机选人登录：请设置 TONGBAN_OIDC_ISSUER 与 TONGBAN_OIDC_AUDIENCE，由身份提供方签发。',
  );
}

/** @throws {Error} in production: whoever can read the data directory could name himself any officer. */
export async function createLocalIssuer({ keyFile, environment }: LocalIssuerOptions): Promise<LocalIssuer> {
  refuseProduction(environment);
  const jwk = await readOrMakeKey(keyFile);
  const key = await importJWK(jwk, algorithm);
  const publicJwk = { ...jwk };
  delete publicJwk.d;
  return {
    sign({ officerId, roles, unitCode, clientId = localClient, lifetimeS = defaultLifetimeS }) {
      const issuedAtS = Math.floor(Date.now() / 1000);
      return new SignJWT({ roles, unit: unitCode, client_id: clientId })
        .setProtectedHeader({ alg: algorithm, typ: 'at+jwt', kid: jwk.kid ?? '' })
        .setIssuer(localIssuer)
        .setAudience(localAudience)
        .setSubject(officerId)
        .setIssuedAt(issuedAtS)
        .setExpirationTime(issuedAtS + lifetimeS)
        .sign(key);
    },
    verification: {
      issuer: localIssuer,
      audience: localAudience,
      keys: createLocalJWKSet({ keys: [publicJwk] }),
    },
  };
}

async function readOrMakeKey(keyFile: string): Promise<JWK> {
  const found = await findKey(keyFile);
  if (found !== undefined) return found;
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const made = await exportJWK(privateKey);
  const jwk: JWK = { ...made, alg: algorithm, use: 'sig', kid: await calculateJwkThumbprint(made) };
  const draft = `${keyFile}.${randomUUID()}`;
  await mkdir(path.dirname(keyFile), { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600 });
  // Of two processes that start at once, `link` lets one keep its key, whole; the other takes that one.
  await link(draft, keyFile).catch(ignore('EEXIST'));
  await unlink(draft);
  return (await findKey(keyFile)) ?? jwk;
}

async function findKey(keyFile: string): Promise<JWK | undefined> {
  const text = await readFile(keyFile, 'utf8').catch(ignore('ENOENT'));
  return text === undefined ? undefined : (JSON.parse(text) as JWK);
}

function ignore(code: string) {
  return (error: unknown): undefined => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
  };
}
