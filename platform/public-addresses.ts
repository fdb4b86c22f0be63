import type { CheckToken } from './printed-secrets.ts';

/** Where the public finds the pages that papers lead to; null where nobody said how the API is reached from outside. */
export interface PublicAddresses {
  readonly status: string | null;
  readonly verify: string | null;
  /** What a QR code holds. */
  verifyBy(token: CheckToken): string | null;
}

/** The addresses below `TONGBAN_PUBLIC_URL`, which may hold a path of its own. */
export function publicAddressesOf(publicUrl: string | undefined): PublicAddresses {
  const below = (path: string) =>
    publicUrl === undefined ? null : `${publicUrl.replace(/\/+$/, '')}/${path}`;
  return {
    status: below('status'),
    verify: below('verify'),
    verifyBy: (token) => below(`verify/${token}`),
  };
}
