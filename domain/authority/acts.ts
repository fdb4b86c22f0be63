import type { Act } from '../case/acts.ts';
import { acts, actTable, rolesOf } from '../case/acts.ts';
import type { AuthorityLine } from './line.ts';

/** The operation that carries out an act. */
export function actOperation<A extends Act>(act: A): `${A}Case` {
  return `${act}Case`;
}

/** Lines of the acts, from their own table: what is answered with is the case as it then is. */
export const actAuthority = Object.fromEntries(
  acts.map((act): [string, AuthorityLine] => [
    actOperation(act),
    {
      access: 'change',
      over: 'handled_cases',
      shows: 'full_if_handled',
      auditedAs: 'handle',
      roles: rolesOf(act),
      side: actTable[act].side,
    },
  ]),
) as Record<`${Act}Case`, AuthorityLine>;
