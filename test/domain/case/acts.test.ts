import { describe, expect, it } from 'vitest';
import type { Act } from '../../../domain/case/acts.ts';
import { acts, actTable } from '../../../domain/case/acts.ts';
import { allowedActs } from '../../../domain/case/allowed-acts.ts';
import type { ActCommand } from '../../../domain/case/command.ts';
import type { CaseStatus } from '../../../domain/case/status.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import type { Role } from '../../../domain/roles.ts';
import { roles } from '../../../domain/roles.ts';
import { commandId, homeStation, ledgerAt, start } from './builders.ts';

/** Said once more by hand from `domain.md` §4 and §8: act, statuses, roles. */
const expected: Record<Act, { statuses: CaseStatus[]; roles: Role[] }> = {
  refuse: { statuses: ['accepted', 'in_transit', 'verifying'], roles: ['window_officer', 'station_leader'] },
  withdraw: {
    statuses: ['accepted', 'in_transit', 'verifying', 'answered'],
    roles: ['window_officer', 'station_leader', 'api_client'],
  },
  transmit: { statuses: ['accepted'], roles: ['window_officer', 'station_leader', 'api_client'] },
  receive: { statuses: ['in_transit'], roles: ['liaison_officer', 'station_leader'] },
  answer: { statuses: ['verifying'], roles: ['liaison_officer', 'station_leader'] },
  issue: { statuses: ['answered'], roles: ['window_officer', 'station_leader'] },
  notify: { statuses: ['answered', 'issued'], roles: ['window_officer', 'station_leader', 'api_client'] },
  collect: { statuses: ['issued'], roles: ['window_officer', 'station_leader', 'api_client'] },
};

const combinations = acts.flatMap((act) =>
  caseStatuses.flatMap((status) => roles.map((role) => ({ act, status, role }))),
);

function commandOf(act: Act, role: Role): ActCommand {
  const base = { commandId: commandId(), by: { officerId: 'x', role, unitCode: homeStation } };
  return act === 'answer' ? { ...base, type: act, result: 'consistent' } : { ...base, type: act };
}

describe('the table of acts', () => {
  it.each(combinations)('$act in $status by $role', ({ act, status, role }) => {
    const inTable = expected[act].statuses.includes(status) && expected[act].roles.includes(role);
    expect(actTable[act][status].includes(role)).toBe(inTable);

    // An answered case here is answered consistently: it goes to the applicant through issue, not through notify.
    const allowed = inTable && !(act === 'notify' && status === 'answered');
    const verdict = ledgerAt(status).settle(commandOf(act, role), start);
    expect(verdict.ok).toBe(allowed);
    expect(allowedActs(ledgerAt(status).now, role).includes(act)).toBe(allowed);
    if (!verdict.ok && verdict.rejection.code === 'act_not_allowed') {
      expect(verdict.rejection.status).toBe(status);
      expect(verdict.rejection.allowed).toEqual(allowedActs(ledgerAt(status).now, role));
    }
  });
});
