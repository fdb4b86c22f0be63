import { operationsOf } from './operations.ts';

interface Secured {
  readonly components?: { readonly securitySchemes?: Readonly<Record<string, object>> };
  readonly security?: readonly object[];
}

/** Nobody has to prove anything: what an empty list and an empty requirement both say. */
const openToAll = '{}';

/** Ways of proving who one is that are gone or are another, and operations that no longer take one that they took. */
export function securityChanges(before: unknown, after: unknown): string[] {
  return [
    ...changedSchemes(before as Secured, after as Secured),
    ...lostWays(before as Secured, after as Secured),
  ];
}

function changedSchemes(before: Secured, after: Secured): string[] {
  const present = after.components?.securitySchemes ?? {};
  return Object.entries(before.components?.securitySchemes ?? {}).flatMap(([name, scheme]) => {
    const kept = present[name];
    if (kept === undefined) return [`remove components/securitySchemes/${name}`];
    return essenceOf(kept) === essenceOf(scheme) ? [] : [`replace components/securitySchemes/${name}`];
  });
}

function lostWays(before: Secured, after: Secured): string[] {
  const present = operationsOf(after);
  return [...operationsOf(before)].flatMap(([operation, { security }]) => {
    const now = present.get(operation);
    if (now === undefined) return [];
    const kept = waysOf(now.security ?? after.security);
    if (kept.has(openToAll)) return [];
    return [...waysOf(security ?? before.security)]
      .filter((way) => !kept.has(way))
      .map((way) => `remove paths/${operation}/security/${way}`);
  });
}

function waysOf(security: readonly object[] = []): ReadonlySet<string> {
  return new Set(security.length === 0 ? [openToAll] : security.map(essenceOf));
}

/** What a client goes by; what it says to people may be said better. */
function essenceOf(node: object): string {
  const entries = Object.entries(node).filter(([key]) => key !== 'description' && key !== 'bearerFormat');
  return JSON.stringify(Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))));
}
