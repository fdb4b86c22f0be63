import type { Role } from '../roles.ts';
import type { Act } from './acts.ts';
import { acts, actTable, rolesOf } from './acts.ts';
import type { Rejection } from './rejection.ts';
import type { CaseState } from './state.ts';

type ObstacleCode = Extract<Rejection, { allowed: readonly Act[] }>['code'];

/** What stands in the way of an act beside its status. */
const conditions = {
  refuse: () => null,
  withdraw: issueUnderWay,
  transmit: () => null,
  receive: ({ clock }) => (clock === null ? 'dossier_not_delivered' : null),
  answer: () => null,
  issue: (state) => (state.answer?.result === 'consistent' ? issueUnderWay(state) : 'answer_is_negative'),
  notify: ({ status, answer }) =>
    status === 'answered' && answer?.result === 'consistent' ? 'answer_is_consistent' : null,
  collect: () => null,
} as const satisfies Record<Act, (state: CaseState) => ObstacleCode | null>;

/** While the certificate is being made nobody can know whether it exists; once it failed the way is open again. */
function issueUnderWay({ pending }: CaseState): 'issue_in_progress' | null {
  const issue = Object.values(pending).find(({ effect }) => effect.type === 'issue_certificate');
  return issue?.progress.kind === 'running' ? 'issue_in_progress' : null;
}

/** Why this role may not do this act now, or null when it may. */
export function findObstacle(state: CaseState, act: Act, role: Role): Rejection | null {
  if (!rolesOf(act).includes(role)) return { code: 'role_not_allowed', act };
  const code = obstacleCode(state, act, role);
  if (code === null) return null;
  return { code, act, status: state.status, allowed: allowedActs(state, role) };
}

/** What this role may do to the case now, at whichever of the two stations. */
export function allowedActs(state: CaseState, role: Role): Act[] {
  return acts.filter((act) => obstacleCode(state, act, role) === null);
}

function obstacleCode(state: CaseState, act: Act, role: Role): ObstacleCode | null {
  const allowedRoles: readonly Role[] = actTable[act][state.status];
  return allowedRoles.includes(role) ? conditions[act](state) : 'act_not_allowed';
}
