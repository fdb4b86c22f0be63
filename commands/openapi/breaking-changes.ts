import { apiCompare } from 'api-smart-diff';
import { codesOfOperations, withoutCodes } from './problem-codes.ts';

/** What a client of the released document could trip over in the present one, a line each. */
export function breakingChanges(released: string, present: string): string[] {
  const before: unknown = JSON.parse(released);
  const after: unknown = JSON.parse(present);
  const { diffs } = apiCompare(withoutCodes(before), withoutCodes(after));
  const lines = diffs
    .filter(({ type }) => type === 'breaking')
    // A schema that many operations share is told once for each: the paths say where.
    .map(({ action, path }) => `${action} ${path.join('/')}`);
  return [...new Set([...lines, ...missingCodes(before, after)])];
}

/** Codes are only added (docs/api.md): a client that goes by one waits in vain when another comes instead. */
function missingCodes(before: unknown, after: unknown): string[] {
  const present = codesOfOperations(after);
  return [...codesOfOperations(before)].flatMap(([operation, codes]) => {
    const kept = present.get(operation);
    // An operation that is gone has been told.
    if (kept === undefined) return [];
    return [...codes]
      .filter((code) => !kept.has(code))
      .map((code) => `remove paths/${operation}/problems/${code}`);
  });
}
