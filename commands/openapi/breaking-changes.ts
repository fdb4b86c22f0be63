import { apiCompare } from 'api-smart-diff';

/** What a client of the released document could trip over in the present one, a line each. */
export function breakingChanges(released: string, present: string): string[] {
  const { diffs } = apiCompare(JSON.parse(released), JSON.parse(present));
  const lines = diffs
    .filter(({ type }) => type === 'breaking')
    // A schema that many operations share is told once for each: the paths say where.
    .map(({ action, path }) => `${action} ${path.join('/')}`);
  return [...new Set(lines)];
}
