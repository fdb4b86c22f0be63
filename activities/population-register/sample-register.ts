import type { RegisterEntry } from '../../domain/register/entry.ts';
import type { PopulationRegister } from './port.ts';
import { samplePeople } from './sample-people.ts';

/** A register of invented people, for demonstrations and tests. */
export function createSampleRegister(people: readonly RegisterEntry[] = samplePeople): PopulationRegister {
  const byNumber = new Map(
    people.flatMap((person) =>
      [person.idNumber, ...person.formerIdNumbers].map((number) => [number, person] as const),
    ),
  );
  return { find: ({ idNumber }) => Promise.resolve(byNumber.get(idNumber) ?? null) };
}
