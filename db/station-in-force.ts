import { stationInForce } from '../domain/directory/station-contacts.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { Executor } from './database.ts';
import { listSuccessions } from './repositories/station-contacts.ts';

/** The station that does a station's work on a day: itself, unless the directory names a successor (四(二)). */
export async function readStationInForce(
  executor: Executor,
  code: UnitCode,
  day: PlainDate,
): Promise<UnitCode> {
  const successions = await listSuccessions(executor);
  return stationInForce(code, day, (station) => successions.get(station) ?? null);
}
