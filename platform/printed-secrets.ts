import { createHash, randomBytes } from 'node:crypto';
import type { PrintedCode } from '../domain/inquiry/printed-code.ts';
import { printedCodeFrom, printedCodeLength } from '../domain/inquiry/printed-code.ts';

declare const checkTokenBrand: unique symbol;
declare const secretHashBrand: unique symbol;

/** What the QR code of a certificate leads to it by: 128 bits of chance. */
export type CheckToken = string & { readonly [checkTokenBrand]: true };

/** All that the database keeps of a token or a code. */
export type SecretHash = string & { readonly [secretHashBrand]: true };

export function newPrintedCode(): PrintedCode {
  return printedCodeFrom(randomBytes(printedCodeLength));
}

export function newCheckToken(): CheckToken {
  return randomBytes(16).toString('base64url') as CheckToken;
}

/** Of a code, bound to the number that it is printed beside: the same code under another number has another hash. */
export function hashOfCode(no: string, code: string): SecretHash {
  return sha256Of(`${no} ${code}`);
}

export function hashOfToken(token: string): SecretHash {
  return sha256Of(token);
}

function sha256Of(text: string): SecretHash {
  return createHash('sha256').update(text).digest('hex') as SecretHash;
}
