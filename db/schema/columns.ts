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

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
