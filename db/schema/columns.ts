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

/*
 * Personal data: names, numbers, addresses, the words of acts, scans, certificates. All of it passes through these three
 * types and no other, whichever repository asks, so that encrypting it changes this place alone.
 */

export const personalText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
});

export const personalJson = <Value>() =>
  customType<{ data: Value; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as Value,
  });

export const personalBytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
