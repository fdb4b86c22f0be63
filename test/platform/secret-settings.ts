import type { JWK } from 'jose';
import { configVariableNames } from '../../platform/config.ts';
import { createAuthority } from '../identity/certificate.ts';
import { makeKey } from '../identity/provider.ts';

const names = configVariableNames();

/** Every setting that is a secret: a new one is among them by itself. */
export const secretNames: readonly string[] = names.filter((name) => names.includes(`${name}_FILE`));

/** A value that stands nowhere else. */
export const markOf = (name: string): string => `MARK${name.replaceAll('_', '')}KRAM`;

/** An address in which a password of nobody stands. */
function withPassword(address: string, name: string): string {
  const url = new URL(address);
  url.password = markOf(name);
  return url.href;
}

const smsGateway = (secret: string) => ({
  url: 'http://127.0.0.1:1/send',
  headers: { 'x-secret': secret },
  body: { to: '{{telephone}}', template: '{{templateId}}' },
  templates: { default: 'T01' },
  signature: { secret, over: '{{timestamp}}', encoding: 'hex' },
  verdict: { field: 'code', taken: ['OK'], refused: [] },
});

/**
 * A value for each secret with which a process starts: its mark, or where it has a form, the form with the mark in it.
 * Databases are those of `postgresUrl`, with a password of nobody.
 */
export async function plantedSecrets(postgresUrl: string): Promise<Readonly<Record<string, string>>> {
  const [authority, key] = await Promise.all([createAuthority(), makeKey('c1')]);
  const own = await authority.issue('tongban');
  const formed: Readonly<Record<string, string>> = {
    TONGBAN_POSTGRES_URL: withPassword(postgresUrl, 'TONGBAN_POSTGRES_URL'),
    TONGBAN_POSTGRES_ADMIN_URL: withPassword(postgresUrl, 'TONGBAN_POSTGRES_ADMIN_URL'),
    TONGBAN_SMTP_URL: withPassword('smtp://user@127.0.0.1:1', 'TONGBAN_SMTP_URL'),
    TONGBAN_SMS_GATEWAY: JSON.stringify(smsGateway(markOf('TONGBAN_SMS_GATEWAY'))),
    TONGBAN_OIDC_CLIENT_KEY: JSON.stringify(key satisfies JWK),
    TONGBAN_TLS_CERTIFICATE: own.pem,
    TONGBAN_TLS_KEY: own.keyPem,
    TONGBAN_TLS_CLIENT_CA: authority.pem,
  };
  return Object.fromEntries(secretNames.map((name) => [name, formed[name] ?? markOf(name)]));
}

/** What secrets want beside them, so that all of them are in use. */
export const companions: Readonly<Record<string, string>> = {
  TONGBAN_MAIL_FROM: 'notice@tongban.invalid',
  TONGBAN_REGISTER_URL: 'http://127.0.0.1:1',
  TONGBAN_S3_URL: 'http://127.0.0.1:1',
  TONGBAN_S3_BUCKET: 'papers',
  TONGBAN_OIDC_ISSUER: 'http://127.0.0.1:1',
  TONGBAN_OIDC_AUDIENCE: 'urn:tongban',
  TONGBAN_OIDC_CLIENT_ID: 'tongban',
  TONGBAN_PUBLIC_URL: 'https://127.0.0.1',
};

/** What of a secret must not be seen: the password of an address, of all else every long word. */
export function tracesOf(value: string): readonly string[] {
  const password = /^\w+:/.test(value) ? URL.parse(value)?.password : undefined;
  return password === undefined ? (value.match(/[\w+/=-]{20,}/g) ?? []) : [decodeURIComponent(password)];
}
