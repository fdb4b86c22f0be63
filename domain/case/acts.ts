import type { Role } from '../roles.ts';
import { supervisorRoles } from '../roles.ts';
import type { CaseStatus } from './status.ts';
import { caseStatuses } from './status.ts';

/** What a person can do to a case that has been accepted. Acceptance itself makes the case. */
export const actTitles = {
  refuse: '不予出具',
  withdraw: '撤回',
  refer: '应申请人要求告知前往户籍地办理',
  request_completion: '一次性告知补正',
  complete_materials: '补齐材料',
  transmit: '流转',
  reroute: '改送其他派出所',
  assign: '指派派出所',
  receive: '签收',
  correct_receipt: '更正送达时间',
  report_defect: '反映材料缺页或不清',
  return_dossier: '退回',
  answer: '反馈',
  confirm_answer: '复核反馈',
  request_further_verification: '请求协助查证',
  cancel_further_verification: '撤销协助查证',
  answer_further_verification: '协助查证反馈',
  issue: '出具',
  issue_annex_2: '当场出具附件2',
  send_filing: '发送备案函',
  acknowledge_filing: '确认备案',
  notify: '通知申请人',
  collect: '领取',
  void_certificate: '作废证明',
  reissue: '补发证明',
  reprint: '重新打印',
  log_call: '登记电话联系',
  reply: '督办回告',
  complain: '投诉',
  answer_complaint: '答复投诉',
} as const;

export type Act = keyof typeof actTitles;

export const acts = Object.keys(actTitles) as Act[];

/** Which station of a case acts, `further` being one that the home station asks; `any` where all do the same. */
export type Side = 'accepting' | 'home' | 'further' | 'any';

const nobody: readonly Role[] = [];
const officers: readonly Role[] = ['window_officer', 'station_leader'];
// A province's window software sends what its officer did; a decision needs the officer's own token.
const counter: readonly Role[] = [...officers, 'api_client'];
const verifiers: readonly Role[] = ['liaison_officer', 'station_leader'];
const callers: readonly Role[] = ['window_officer', 'liaison_officer', 'station_leader'];
const deciders: readonly Role[] = [...officers, ...supervisorRoles];
const assigners: readonly Role[] = ['liaison_officer', 'county_supervisor'];
const repliers: readonly Role[] = [...verifiers, ...supervisorRoles];
const superiors: readonly Role[] = supervisorRoles;

/** Who may accept an application at the counter; an auxiliary may only draft it [§8]. */
export const acceptingRoles: readonly Role[] = counter;

interface ActRule extends Readonly<Record<CaseStatus, readonly Role[]>> {
  readonly side: Side;
}

type RolesByStatus = readonly [
  accepted: readonly Role[],
  inTransit: readonly Role[],
  verifying: readonly Role[],
  answered: readonly Role[],
  issued: readonly Role[],
  closed: readonly Role[],
];

function by(side: Side, ...roles: RolesByStatus): ActRule {
  const [accepted, in_transit, verifying, answered, issued, closed] = roles;
  return { side, accepted, in_transit, verifying, answered, issued, closed };
}

/**
 * Which act is allowed in which status, to whom, at which station (`domain.md` §4, §8), the statuses in the order of
 * the path. The workflow, the API and the pages all read this one table; the compiler refuses a new act or status
 * without its place.
 */
// prettier-ignore
export const actTable = {
  //                               accepted   in transit verifying  answered   issued     closed
  refuse:             by('accepting', officers,  officers,  officers,  nobody,    nobody,    nobody),
  withdraw:           by('accepting', counter,   counter,   counter,   counter,   nobody,    nobody),
  refer:              by('accepting', officers,  officers,  officers,  nobody,    nobody,    nobody),
  request_completion: by('accepting', officers,  officers,  officers,  nobody,    nobody,    nobody),
  complete_materials: by('accepting', counter,   counter,   counter,   nobody,    nobody,    nobody),
  // Again in transit: another try, channel or addressee. While verifying: the pages that were missing.
  transmit:           by('accepting', counter,   counter,   counter,   nobody,    nobody,    nobody),
  reroute:            by('accepting', deciders,  deciders,  nobody,    nobody,    nobody,    nobody),
  assign:             by('home',      nobody,    assigners, nobody,    nobody,    nobody,    nobody),
  // While verifying: what was sent after it.
  receive:            by('home',      nobody,    verifiers, verifiers, nobody,    nobody,    nobody),
  correct_receipt:    by('home',      nobody,    nobody,    verifiers, nobody,    nobody,    nobody),
  report_defect:      by('home',      nobody,    verifiers, verifiers, nobody,    nobody,    nobody),
  return_dossier:     by('home',      nobody,    verifiers, verifiers, nobody,    nobody,    nobody),
  // Answered: the answer is corrected before issue. Closed: it comes after the end and is kept, nothing more.
  answer:             by('home',      nobody,    nobody,    verifiers, verifiers, nobody,    verifiers),
  confirm_answer:     by('home',      nobody,    nobody,    verifiers, verifiers, nobody,    nobody),
  // What another register says: the home station answers for the whole, with it or without.
  request_further_verification: by('home', nobody, nobody,  verifiers, nobody,    nobody,    nobody),
  cancel_further_verification:  by('home', nobody, nobody,  verifiers, nobody,    nobody,    nobody),
  answer_further_verification:  by('further', nobody, nobody, verifiers, nobody,  nobody,    nobody),
  issue:              by('accepting', nobody,    nobody,    nobody,    officers,  nobody,    nobody),
  issue_annex_2:      by('accepting', officers,  nobody,    nobody,    nobody,    nobody,    nobody),
  send_filing:        by('accepting', nobody,    nobody,    nobody,    nobody,    counter,   nobody),
  acknowledge_filing: by('home',      nobody,    nobody,    nobody,    nobody,    verifiers, nobody),
  // Answered in the negative: the referral notice [§3]. Issued: the certificate is ready [§4].
  notify:             by('accepting', nobody,    nobody,    nobody,    counter,   counter,   nobody),
  // Closed: one that nobody had come for within the term.
  collect:            by('accepting', nobody,    nobody,    nobody,    nobody,    counter,   counter),
  // Once voided, the case stands where it was before its issue and goes on from there.
  void_certificate:   by('accepting', nobody,    nobody,    nobody,    nobody,    officers,  officers),
  reissue:            by('accepting', nobody,    nobody,    nobody,    nobody,    officers,  officers),
  reprint:            by('accepting', nobody,    nobody,    nobody,    nobody,    officers,  officers),
  log_call:           by('any',       callers,   callers,   callers,   callers,   callers,   nobody),
  reply:              by('any',       repliers,  repliers,  repliers,  repliers,  repliers,  nobody),
  // About what another station did, or did not do: also when the case has ended.
  complain:           by('any',       callers,   callers,   callers,   callers,   callers,   callers),
  answer_complaint:   by('any',       superiors, superiors, superiors, superiors, superiors, superiors),
} as const satisfies Record<Act, ActRule>;

/** Every role that some status allows the act to. */
export function rolesOf(act: Act): readonly Role[] {
  return [...new Set<Role>(caseStatuses.flatMap((status) => actTable[act][status]))];
}

/**
 * Who may add papers to a case of this status: whoever may hand its dossier over, as long as the home station has not
 * answered. After that nobody would look at them [policy].
 */
export function rolesAddingPapers(status: CaseStatus): readonly Role[] {
  return actTable.transmit[status];
}
