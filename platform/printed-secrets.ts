import { createHash, randomBytes } from 'node:crypto';
import type { PrintedCode } from '../domain/inquiry/printed-code.ts';
import { printedCodeFrom, printedCodeLength } from '../domain/inquiry/printed-code.ts';
import type { KeyRing, SearchHash } from './key-ring.ts';

declare const checkTokenBrand: unique symbol;
declare const tokenHashBrand: unique symbol;

/** What the QR code of a certificate leads to it by: 128 bits of chance. */
export type CheckToken = string & { readonly [checkTokenBrand]: true };

/** All that the database keeps of a token: nobody tries 128 bits. */
export type TokenHash = string & { readonly [tokenHashBrand]: true };

/** What the hashes of codes are made for; a changed word finds nothing any more. */
const codeSubject = 'printed_code';

export function newPrintedCode(): PrintedCode {
  return printedCodeFrom(randomBytes(printedCodeLength));
}

export function newCheckToken(): CheckToken {
  return randomBytes(16).toString('base64url') as CheckToken;
}

/**
 * Of a code for storing, bound to the number that it is printed beside: the same code under another number has another hash.
 * Keyed, because the 40 bits of a code are tried in minutes by whoever has a plain hash.
 */
export function hashOfCode(keys: KeyRing, no: string, code: string): SearchHash {
  return keys.searchHash(codeSubject, textOf(no, code));
}

/** What a code may be stored as: it stands on paper alone, so that its hash stays with the key of its day. */
export function hashesOfCode(keys: KeyRing, no: string, code: string): SearchHash[] {
  return keys.searchHashes(codeSubject, textOf(no, code));
}

export function hashOfToken(token: string): TokenHash {
  return createHash('sha256').update(token).digest('hex') as TokenHash;
}

function textOf(no: string, code: string): string {
  return `${no} ${code}`;
}
