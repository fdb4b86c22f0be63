import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { customType } from 'drizzle-orm/pg-core';
import type { Instant } from '../../domain/time/instant.ts';
import { instantFromEpochMs } from '../../domain/time/instant.ts';

/** A `timestamptz` that is an {@link Instant} in the code. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  toDriver: (value) => value,
  // Postgres writes `2026-11-25 08:00:00.123+00`; ECMAScript wants a T and an offset with minutes.
  fromDriver: (text) => instantFromEpochMs(Date.parse(`${text.replace(' ', 'T')}:00`)),
});

/** Whether a column holds what a key ring has hashed: of what can be tried through, a plain hash is as good as plain. */
export function isKeyedHash(column: AnyPgColumn): SQL {
  return sql`${column} ~ '^[0-9a-f]{8}[.]'`;
}

declare const plain: unique symbol;

/** A value as it is stored: encrypted for its column and its row. Only `db/sealed-rows.ts` makes and opens one. */
export interface Sealed<Value> {
  readonly [plain]: Value;
}

/*
 * Personal data: names, numbers, addresses, the words of acts, scans, certificates. All of it stands in columns of these
 * three types and no other. Their types in Postgres are domains that take nothing but what a key ring has sealed.
 */

/** The types in Postgres of columns that are sealed. */
export const sealedTypes = { json: 'sealed_json', bytes: 'sealed_bytes' } as const;

export const personalText = customType<{ data: Sealed<string>; driverData: Uint8Array }>({
  dataType: () => sealedTypes.json,
});

export const personalJson = <Value>() =>
  customType<{ data: Sealed<Value>; driverData: Uint8Array }>({ dataType: () => sealedTypes.json });

export const personalBytes = customType<{ data: Sealed<Uint8Array>; driverData: Uint8Array }>({
  dataType: () => sealedTypes.bytes,
});
