import type { Executor } from '../../db/database.ts';
import { readPolicyOfUnit } from '../../db/policy-of-unit.ts';
import type { StoredPerson } from '../../db/repositories/directory.ts';
import { listUnansweredCalls } from '../../db/repositories/unanswered-calls.ts';
import type { Post } from '../../domain/directory/post.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import type { DirectoryLight } from './views.ts';

// A quarter: what was amiss longer ago has been asked about since.
const callsCountForDays = 90;

/** The station calls its counterpart's 专管员; whoever stands above him is not to blame for his telephone. */
const calledPosts: readonly Post[] = ['liaison_officer', 'deputy_liaison_officer'];

/** In what light some entries are shown: calls count that came after the entry was last confirmed. */
export async function readLight(
  executor: Executor,
  tree: UnitTree,
  today: PlainDate,
  persons: readonly StoredPerson[],
): Promise<DirectoryLight> {
  const called = persons.filter(({ post }) => calledPosts.includes(post));
  const units = [...new Set(called.map(({ unitCode }) => unitCode))];
  const policyOf = await readPolicyOfUnit(
    executor,
    tree,
    persons.map(({ unitCode }) => unitCode),
  );
  const calls =
    units.length === 0 ? [] : await listUnansweredCalls(executor, units, addDays(today, -callsCountForDays));
  return {
    tree,
    today,
    freshnessOf: (unitCode) => policyOf(unitCode).freshness,
    callsNotAnswered: ({ unitCode, post, lastConfirmedOn }) =>
      calledPosts.includes(post)
        ? calls.filter((call) => call.unitCode === unitCode && call.calledOn > lastConfirmedOn).length
        : 0,
  };
}
