import { describe, expect, it } from 'vitest';
import { operations } from '../../authority/operations.ts';
import type { OperationId } from '../../../domain/authority/table.ts';
import { authority, findAuthority, operationIds } from '../../../domain/authority/table.ts';
import { acts, rolesOf } from '../../../domain/case/acts.ts';
import type { Role } from '../../../domain/roles.ts';
import { roles, unitesSeparateRoles } from '../../../domain/roles.ts';

const linesOf = (role: Role) => operationIds.filter((id) => authority[id].roles.includes(role));

describe('the policy table', () => {
  it('has a line for every operation of the OpenAPI document, and for nothing else', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
    expect(findAuthority('noOperation')).toBeUndefined();
    expect(findAuthority('toString')).toBeUndefined();
    expect(findAuthority(undefined)).toBeUndefined();
  });

  it('lets somebody do everything that is not public, and nobody need a role for what is', () => {
    for (const id of operationIds) {
      expect([id, authority[id].roles.length > 0]).toEqual([id, authority[id].over !== 'public']);
    }
  });

  it('takes the roles of an act from the table of acts', () => {
    for (const act of acts) expect(authority[`${act}Case` as OperationId].roles).toEqual(rolesOf(act));
  });

  it('lets an auxiliary draft, look up what everybody may, and nothing else [§8]', () => {
    expect(linesOf('auxiliary')).toEqual([
      ...['listMatters', 'listUnits', 'listCalendars', 'getCalendarVersion'],
      ...['keepDraft', 'listDrafts', 'getDraft', 'replaceDraft', 'deleteDraft'],
      'getCaller',
    ]);
  });

  it.each(['system_administrator', 'security_administrator', 'auditor'] as const)(
    'shows a %s nothing of applicants, masked or not, but the course of a case that any reader sees',
    (role) => {
      const personal = linesOf(role).filter((id) => !['none', 'staff'].includes(authority[id].shows));
      expect(personal).toEqual(role === 'system_administrator' ? ['getTimeline'] : []);
    },
  );

  it('parts what one administrator changes from what another changes (三员分立)', () => {
    const changes = (role: Role) => linesOf(role).filter((id) => authority[id].access === 'change');
    const security = changes('security_administrator');
    expect(changes('system_administrator').filter((id) => security.includes(id))).toEqual([]);
  });
});

describe('roles in one account', () => {
  it.each(roles)('%s stands alone, or beside another of those who handle and supervise cases', (role) => {
    const separate = ['system_administrator', 'security_administrator', 'auditor', 'auxiliary'];
    expect(unitesSeparateRoles([role])).toBe(false);
    for (const other of roles.filter((each) => each !== role)) {
      const expected = separate.includes(role) || separate.includes(other);
      expect([other, unitesSeparateRoles([role, other])]).toEqual([other, expected]);
    }
  });
});
