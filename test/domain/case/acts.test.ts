import { describe, expect, it } from 'vitest';
import type { Act, Side } from '../../../domain/case/acts.ts';
import { acceptingRoles, acts, actTable, rolesOf } from '../../../domain/case/acts.ts';
import { allowedActs, findObstacle } from '../../../domain/case/allowed-acts.ts';
import type { CaseStatus } from '../../../domain/case/status.ts';
import { caseStatuses } from '../../../domain/case/status.ts';
import type { Role } from '../../../domain/roles.ts';
import { roles } from '../../../domain/roles.ts';
import { roadTo } from './roads.ts';

const window: Role = 'window_officer';
const liaison: Role = 'liaison_officer';
const leader: Role = 'station_leader';
const program: Role = 'api_client';
const county: Role = 'county_supervisor';
const supervisors: readonly Role[] = [county, 'city_supervisor', 'province_supervisor'];

const open: readonly CaseStatus[] = ['accepted', 'in_transit', 'verifying', 'answered', 'issued'];
const beforeAnAnswer: readonly CaseStatus[] = ['accepted', 'in_transit', 'verifying'];
const beforeIssue: readonly CaseStatus[] = [...beforeAnAnswer, 'answered'];
const atTheStation: readonly CaseStatus[] = ['in_transit', 'verifying'];
const withCertificate: readonly CaseStatus[] = ['issued', 'closed'];

/** Said once more by hand from `domain.md` §4 and §8: who may do it, in which statuses, at which station. */
const expected: Record<Act, [side: Side, by: readonly Role[], statuses: readonly CaseStatus[]]> = {
  refuse: ['accepting', [window, leader], beforeAnAnswer],
  withdraw: ['accepting', [window, leader, program], beforeIssue],
  refer: ['accepting', [window, leader], beforeAnAnswer],
  request_completion: ['accepting', [window, leader], beforeAnAnswer],
  complete_materials: ['accepting', [window, leader, program], beforeAnAnswer],
  transmit: ['accepting', [window, leader, program], beforeAnAnswer],
  reroute: ['accepting', [window, leader, ...supervisors], ['accepted', 'in_transit']],
  assign: ['home', [liaison, county], ['in_transit']],
  receive: ['home', [liaison, leader], atTheStation],
  correct_receipt: ['home', [liaison, leader], ['verifying']],
  report_defect: ['home', [liaison, leader], atTheStation],
  return_dossier: ['home', [liaison, leader], atTheStation],
  answer: ['home', [liaison, leader], ['verifying', 'answered', 'closed']],
  confirm_answer: ['home', [liaison, leader], ['verifying', 'answered']],
  request_further_verification: ['home', [liaison, leader], ['verifying']],
  cancel_further_verification: ['home', [liaison, leader], ['verifying']],
  answer_further_verification: ['further', [liaison, leader], ['verifying']],
  issue: ['accepting', [window, leader], ['answered']],
  issue_annex_2: ['accepting', [window, leader], ['accepted']],
  send_filing: ['accepting', [window, leader, program], ['issued']],
  acknowledge_filing: ['home', [liaison, leader], ['issued']],
  notify: ['accepting', [window, leader, program], ['answered', 'issued']],
  collect: ['accepting', [window, leader, program], withCertificate],
  void_certificate: ['accepting', [window, leader], withCertificate],
  reissue: ['accepting', [window, leader], withCertificate],
  reprint: ['accepting', [window, leader], withCertificate],
  log_call: ['any', [window, liaison, leader], open],
  reply: ['any', [liaison, leader, ...supervisors], open],
  complain: ['any', [window, liaison, leader], caseStatuses],
  answer_complaint: ['any', supervisors, caseStatuses],
};

describe('the table of acts', () => {
  it.each(acts)('%s: is open to whom, when and where the procedure says', (act) => {
    const [side, by, statuses] = expected[act];
    expect(actTable[act].side).toBe(side);
    expect(rolesOf(act).toSorted()).toEqual([...by].sort());
    for (const status of caseStatuses) {
      const allowed = statuses.includes(status) ? by : [];
      expect(actTable[act][status].toSorted(), status).toEqual([...allowed].sort());
    }
  });

  it('lets no auxiliary, administrator or auditor do anything to a case', () => {
    const others: Role[] = ['auxiliary', 'system_administrator', 'security_administrator', 'auditor'];
    expect(others.filter((role) => acts.some((act) => rolesOf(act).includes(role)))).toEqual([]);
    expect(acceptingRoles.toSorted()).toEqual([program, leader, window].sort());
  });

  it('never lets a program decide: refuse, issue, void, or what the home station says', () => {
    const decisions: Act[] = ['refuse', 'refer', 'issue', 'issue_annex_2', 'void_certificate', 'answer'];
    expect(decisions.filter((act) => rolesOf(act).includes(program))).toEqual([]);
  });
});

describe.each(caseStatuses)('a case that is %s', (status) => {
  const { state, now } = roadTo[status]();

  it('lists for each role what findObstacle lets pass, and nothing else', () => {
    for (const role of roles) {
      const passing = acts.filter((act) => findObstacle(state, act, { role, now }) === null);
      expect(allowedActs(state, { role, now }), role).toEqual(passing);
      for (const act of passing) {
        const [, by, statuses] = expected[act];
        expect([by.includes(role), statuses.includes(status)], `${act} ${role}`).toEqual([true, true]);
      }
    }
  });

  it('tells whoever may never do an act from whoever comes at the wrong time', () => {
    for (const act of acts) {
      const [, by, statuses] = expected[act];
      for (const role of roles) {
        const obstacle = findObstacle(state, act, { role, now });
        if (!by.includes(role)) {
          expect(obstacle).toEqual({ code: 'role_not_allowed', act });
        } else if (!statuses.includes(status)) {
          const allowed = allowedActs(state, { role, now });
          expect(obstacle).toEqual({ code: 'act_not_allowed', act, status, allowed });
        }
      }
    }
  });
});
