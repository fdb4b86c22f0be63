import type { Act } from '../../../domain/case/acts.ts';
import type { AcceptCommand, Actor, CaseAct } from '../../../domain/case/command.ts';
import type { CommandId } from '../../../domain/case/command-id.ts';
import type { Role } from '../../../domain/roles.ts';
import { acceptingStation, homeProvince, homeStation, otherStation } from './facts.ts';

/** What an act says to the rules beyond that it was done. */
export type ParametersOf<A extends Act> = Omit<
  Extract<CaseAct, { type: A }>,
  'type' | 'commandId' | 'by' | 'seenSeq'
>;

/** Who does each act when nothing else is said, and with what. */
const usual: { readonly [A in Act]: readonly [Role, ParametersOf<A>] } = {
  refuse: ['window_officer', {}],
  withdraw: ['window_officer', {}],
  refer: ['window_officer', {}],
  request_completion: ['window_officer', { reason: null }],
  complete_materials: ['window_officer', {}],
  transmit: ['window_officer', { channel: 'platform', addressee: 'liaison_officer' }],
  reroute: ['window_officer', { homeStation: otherStation, homeLevel: 'station' }],
  assign: ['county_supervisor', { homeStation, homeLevel: 'station' }],
  receive: ['liaison_officer', { n: null, receivedAt: null, pagesReceived: 3 }],
  // Whoever corrects says when: there is no usual time.
  correct_receipt: ['liaison_officer', {} as ParametersOf<'correct_receipt'>],
  report_defect: ['liaison_officer', { defect: 'pages_missing' }],
  return_dossier: ['liaison_officer', { reason: 'not_our_register', suggestedStation: null }],
  answer: ['liaison_officer', { result: 'consistent', confirmedMatters: ['NAME_CHANGE'] }],
  confirm_answer: ['station_leader', {}],
  request_further_verification: ['liaison_officer', { station: otherStation }],
  cancel_further_verification: ['liaison_officer', { n: 1 }],
  answer_further_verification: ['liaison_officer', { n: 1, result: 'consistent' }],
  issue: ['window_officer', { consent: null, certificateText: null }],
  issue_annex_2: ['window_officer', {}],
  send_filing: ['window_officer', {}],
  acknowledge_filing: ['liaison_officer', {}],
  notify: ['window_officer', {}],
  collect: ['window_officer', {}],
  void_certificate: ['window_officer', {}],
  reissue: ['window_officer', {}],
  reprint: ['window_officer', {}],
  log_call: ['window_officer', { outcome: 'answered', called: homeStation }],
  // Whoever replies says to which rung.
  reply: ['county_supervisor', {} as ParametersOf<'reply'>],
  complain: [
    'window_officer',
    { about: homeStation, addressee: { unitCode: homeProvince, post: 'province_supervisor' } },
  ],
  answer_complaint: ['province_supervisor', { n: 1 }],
};

let made = 0;

export function nextCommandId(): CommandId {
  made += 1;
  return `command-${made}` as CommandId;
}

/** Somebody in a role; the same officer unless another is named. */
export function actor(role: Role, officerId: string = role): Actor {
  return { officerId, role, unitCode: role === 'window_officer' ? acceptingStation : homeStation };
}

export function commandOf<A extends Act>(
  act: A,
  parameters: Partial<ParametersOf<A>> = {},
  by: Actor = actor(usual[act][0]),
): CaseAct {
  const command: unknown = { ...usual[act][1], ...parameters, type: act, commandId: nextCommandId(), by };
  return command as CaseAct;
}

export function accept(change: Partial<AcceptCommand> = {}): AcceptCommand {
  return {
    type: 'accept',
    commandId: nextCommandId(),
    by: actor('window_officer'),
    acceptingStation,
    homeStation,
    homeLevel: 'station',
    matters: ['NAME_CHANGE'],
    ...change,
  };
}
