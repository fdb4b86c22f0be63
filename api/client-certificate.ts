import { createHash, X509Certificate } from 'node:crypto';
import type { BlockList } from 'node:net';
import { isIPv6 } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { FastifyRequest } from 'fastify';

/** A proxy that ends TLS and says in a header which certificate it was shown. */
export interface CertificateProxy {
  readonly addresses: BlockList;
  readonly header: string;
}

/** Where certificates of programs come from, and whether every program must have one. */
export interface ClientCertificates {
  readonly demand: 'optional' | 'required';
  readonly proxy?: CertificateProxy;
}

/**
 * The SHA-256 thumbprint of the caller's certificate (RFC 8705 §3.1): from the connection, or from a header if a proxy
 * of ours sends it. From anybody else the header says nothing.
 */
export function findCertificateThumbprint(
  { raw: { socket }, headers }: FastifyRequest,
  proxy: CertificateProxy | undefined,
): string | undefined {
  if (proxy !== undefined && isAmong(proxy.addresses, socket.remoteAddress)) {
    const value = headers[proxy.header.toLowerCase()];
    return typeof value === 'string' ? thumbprintOf(readCertificate(value)) : undefined;
  }
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  return thumbprintOf(socket.getPeerX509Certificate());
}

function isAmong(addresses: BlockList, address: string | undefined): boolean {
  return address !== undefined && addresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** As RFC 9440 has it (`:base64:`), or as nginx does (PEM in percent-encoding). */
function readCertificate(value: string): X509Certificate | undefined {
  try {
    const [, base64] = /^:([A-Za-z0-9+/]+=*):$/.exec(value.trim()) ?? [];
    return new X509Certificate(
      base64 === undefined ? decodeURIComponent(value) : Buffer.from(base64, 'base64'),
    );
  } catch {
    return undefined;
  }
}

function thumbprintOf(certificate: X509Certificate | undefined): string | undefined {
  return certificate && createHash('sha256').update(certificate.raw).digest('base64url');
}
