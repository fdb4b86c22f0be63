declare const accountLockIdBrand: unique symbol;

/** Names a lock that keeps somebody out; a lower-case uuid. */
export type AccountLockId = string & { readonly [accountLockIdBrand]: true };
