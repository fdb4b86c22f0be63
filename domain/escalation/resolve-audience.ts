import type { Seat } from '../directory/chain.ts';
import type { Directory, Resolution } from '../directory/recipients.ts';
import { resolveOn } from '../directory/recipients.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Audience } from './rung.ts';
import type { Stations } from './unit-of-case.ts';
import { seatInCase } from './unit-of-case.ts';

/** The people whom the directory names for an audience of a case on a day; the applicant is in no directory. */
export function resolveAudienceOn(
  directory: Directory,
  stations: Stations,
  to: readonly Audience[],
  day: PlainDate,
): Resolution {
  const wanted = to.flatMap((audience): Seat[] =>
    audience.kind === 'post' ? [seatInCase(directory, stations, audience, day)] : [],
  );
  return resolveOn(directory, wanted, day);
}
