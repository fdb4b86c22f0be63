import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { parsePersonId, personsByUnit } from '../../../domain/directory/person.ts';
import type { Post } from '../../../domain/directory/post.ts';
import type { Directory } from '../../../domain/directory/recipients.ts';
import { defaultFreshnessPolicy } from '../../../domain/directory/standing.ts';
import type { StationContacts } from '../../../domain/directory/station-contacts.ts';
import { contactsByUnit } from '../../../domain/directory/station-contacts.ts';
import { personalChannels } from '../../../domain/notices/channel.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { buildUnitTree } from '../../../domain/units/unit-tree.ts';
import { unitCode, units } from '../units/units.ts';

export const tree = buildUnitTree(units);

export const station = unitCode('520103110001');
export const otherStation = unitCode('520103110002');
export const county = unitCode('520103');
export const city = unitCode('5201');
export const province = unitCode('52');

/** The day on which the tests ask. */
export const today = parsePlainDate('2026-11-25');

let made = 0;

/** An invented person who is available on {@link today} unless the change says otherwise. */
export function personIn(post: Post, unit = station, change: Partial<DirectoryPerson> = {}): DirectoryPerson {
  made += 1;
  return {
    id: parsePersonId(`00000000-0000-4000-8000-${String(made).padStart(12, '0')}`),
    unitCode: unit,
    post,
    name: '测试专管员甲',
    telephone: '0851-80000000',
    email: `person-${made}@test.invalid`,
    faxNumber: null,
    officerId: null,
    validFrom: parsePlainDate('2026-01-01'),
    validUntil: null,
    lastConfirmedOn: today,
    absences: [],
    ...change,
  };
}

export const onLeave = { absences: [{ from: today, to: today }] };
export const ended = { validUntil: parsePlainDate('2026-11-24') };
export const unconfirmed = { lastConfirmedOn: parsePlainDate('2026-05-09') };
/** Neither by e-mail nor by short messages. */
export const unreachable = { email: null };

/** A directory of such people and contacts, in provinces that have set nothing. */
export function directoryOf(
  persons: readonly DirectoryPerson[],
  known: readonly StationContacts[] = [],
): Directory {
  return {
    tree,
    personsOf: personsByUnit(persons),
    contactsOf: contactsByUnit(known),
    freshnessOf: () => defaultFreshnessPolicy,
    escalationChannels: new Set(personalChannels),
  };
}
