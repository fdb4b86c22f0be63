import 'reflect-metadata';
import { createHash } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 24 * 60 * 60_000;

/** A certificate with its key, as a test's own authority issues it. */
export interface Certificate {
  readonly pem: string;
  readonly keyPem: string;
  readonly base64: string;
  readonly thumbprint: string;
}

/** Makes certificates that an authority of one test signs. */
export async function createAuthority(): Promise<{
  readonly pem: string;
  issue(name: string): Promise<Certificate>;
}> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const term = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + dayMs) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Authority of a test',
    keys,
    signingAlgorithm: algorithm,
    ...term,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  let serial = 1;
  return {
    pem: authority.toString('pem'),
    async issue(name) {
      serial += 1;
      const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const certificate = await x509.X509CertificateGenerator.create({
        serialNumber: String(serial).padStart(2, '0'),
        subject: `CN=${name}`,
        issuer: authority.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        ...term,
        extensions: [
          new x509.SubjectAlternativeNameExtension([
            { type: 'ip', value: '127.0.0.1' },
            { type: 'dns', value: 'localhost' },
          ]),
        ],
      });
      const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', own.privateKey));
      const raw = Buffer.from(certificate.rawData);
      return {
        pem: certificate.toString('pem'),
        keyPem: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
        base64: raw.toString('base64'),
        thumbprint: createHash('sha256').update(raw).digest('base64url'),
      };
    },
  };
}
