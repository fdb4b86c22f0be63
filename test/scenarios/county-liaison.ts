import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import { parsePersonId } from '../../domain/directory/person.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Scenario } from './scenario.ts';

export const homeCounty = parseUnitCode('520302000000');

/** The county's own 专管员, whom the samples do not have. */
export const countyLiaison = {
  id: parsePersonId('5a3b1e00-0000-4000-8000-000000000999'),
  post: 'liaison_officer',
  name: '测试县级专管员',
  email: 'county-liaison@test.invalid',
} as const satisfies Partial<DirectoryPerson>;

/** Puts him into the directory, confirmed the day before. */
export async function nameCountyLiaison({ house }: Scenario): Promise<void> {
  const now = house.clock.now();
  const persons = samplePersons(addDays(localDateOf(now), -1))
    .filter(({ unitCode }) => unitCode === homeCounty)
    .map((person) => ({ ...person, ...countyLiaison }));
  await savePersons(house.owner, persons, { by: 'test', at: now });
}
