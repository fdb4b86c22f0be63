import { apiCompare } from 'api-smart-diff';
import { codesOfOperations, withoutCodes } from './problem-codes.ts';
import { operationsOf } from './operations.ts';
import { securityChanges } from './security-changes.ts';

type Difference = Pick<ReturnType<typeof apiCompare>['diffs'][number], 'action' | 'path' | 'type'>;

/** What a client of the released document could trip over in the present one, a line each. */
export function breakingChanges(released: string, present: string): string[] {
  const before: unknown = JSON.parse(released);
  const after: unknown = JSON.parse(present);
  const { diffs } = apiCompare(withoutCodes(before), withoutCodes(after));
  const lines = diffs
    .filter(isBreaking)
    // A schema that many operations share is told once for each: the paths say where.
    .map(({ action, path }) => `${action} ${path.join('/')}`);
  return [
    ...new Set([
      ...lines,
      ...renamedOperations(before, after),
      ...securityChanges(before, after),
      ...missingCodes(before, after),
    ]),
  ];
}

/** What the shape of an answer is made of: whoever reads it reads something else when it changes. */
const shapes: readonly unknown[] = ['type', 'format', 'const'];

function isBreaking({ action, path, type }: Difference): boolean {
  // Whether a shared part is asked or answered says only the operation that refers to it: there it is told.
  if (path[0] === 'components') return false;
  if (type === 'breaking') return true;
  // A client may read any field of an answer, and no body or query takes what it does not know.
  if (action === 'remove' && ['properties', 'parameters'].includes(String(path.at(-2)))) return true;
  return action === 'replace' && path.includes('responses') && shapes.includes(path.at(-1));
}

/** Generated clients call an operation by its id. */
function renamedOperations(before: unknown, after: unknown): string[] {
  const present = operationsOf(after);
  return [...operationsOf(before)].flatMap(([operation, { operationId }]) => {
    const kept = present.get(operation);
    // An operation that is gone has been told.
    if (kept === undefined || kept.operationId === operationId) return [];
    return [`replace paths/${operation}/operationId`];
  });
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
