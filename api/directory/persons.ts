import type { FastifyRequest } from 'fastify';
import type { Executor } from '../../db/database.ts';
import type { DirectoryChange, StoredPerson } from '../../db/repositories/directory.ts';
import { changePerson, findPerson } from '../../db/repositories/directory.ts';
import { withScope } from '../../db/scope.ts';
import { isPersonId } from '../../domain/directory/person.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { callerOf } from '../authentication.ts';
import type { ApiDeps } from '../deps.ts';
import { seenVersionOf } from '../etag.ts';
import { Problem } from '../problems.ts';
import type { PersonView } from '../schemas/directory.ts';
import { requireMaintainerOf } from './access.ts';
import { requireSound } from './entry.ts';
import { readLight } from './light.ts';
import { personView } from './views.ts';

/** Everything that a request to the directory is answered from. */
export interface Reading {
  readonly executor: Executor;
  readonly tree: UnitTree;
  readonly today: PlainDate;
  readonly change: DirectoryChange;
}

/** Reads, or writes, the directory as the caller may. */
export async function withDirectory<T>(
  { database, units, clock }: ApiDeps,
  request: FastifyRequest,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  const caller = callerOf(request);
  const tree = await units.tree();
  const at = clock.now();
  return withScope(database, caller.unitCode, (executor) =>
    work({ executor, tree, today: localDateOf(at), change: { by: caller.subject, at } }),
  );
}

/** @throws {Problem} 404 */
export async function getPerson(executor: Executor, id: string): Promise<StoredPerson> {
  const person = isPersonId(id) ? await findPerson(executor, id) : undefined;
  if (person === undefined) throw new Problem('not_found', { detail: '目录中没有这一条目。' });
  return person;
}

export async function viewOf({ executor, tree, today }: Reading, person: StoredPerson): Promise<PersonView> {
  return personView(person, await readLight(executor, tree, today, [person]));
}

/**
 * Changes an entry over the version that the caller has seen.
 * @throws {Problem} 403, 404, 412, 422, 428
 */
export function editPerson(
  deps: ApiDeps,
  request: FastifyRequest,
  id: string,
  edit: (person: StoredPerson, today: PlainDate) => StoredPerson,
): Promise<PersonView> {
  const caller = callerOf(request);
  return withDirectory(deps, request, async (reading) => {
    const { executor, tree, today, change } = reading;
    const person = await getPerson(executor, id);
    requireMaintainerOf(tree, caller, person.unitCode);
    const seen = seenVersionOf(request);
    if (seen !== person.version) throw new Problem('precondition_failed');
    const edited = edit(person, today);
    requireSound(edited, tree, today);
    if ((await changePerson(executor, edited, change)) === 'outdated') {
      throw new Problem('precondition_failed');
    }
    return viewOf(reading, { ...edited, version: seen + 1 });
  });
}
