/** What a virus scanner says of a file. Whoever cannot say that it is clean has not said it. */
export type ScanVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly signature: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface Scanner {
  scan(content: Uint8Array): Promise<ScanVerdict>;
}

/** A deployment without a scanner: types are sniffed and images written anew all the same. */
export const noScanner: Scanner = { scan: () => Promise.resolve({ kind: 'clean' }) };
