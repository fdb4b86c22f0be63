import { colourTitles, verificationLadder } from '../escalation/ladder.ts';
import type { RungUnit } from '../escalation/ladder.ts';
import type { Role } from '../roles.ts';
import { effectTitles, failureRemedies } from './effect.ts';
import type { CaseEvent, CaseEventType, RecordedEvent } from './event.ts';
import { dueDateText } from './projection.ts';
import type { CaseState } from './state.ts';
import { answerResultTitles } from './status.ts';

/** Whom a notice is for: the people of a role at a unit of the case, or the applicant. */
export type Audience =
  { readonly kind: 'unit'; readonly unit: RungUnit; readonly role: Role } | { readonly kind: 'applicant' };

/**
 * A message about a case. Its text carries no personal data, whatever channel it goes over: the case number leads
 * whoever may see more to the case itself.
 */
export interface Notice {
  readonly audience: Audience;
  readonly text: string;
}

type NoticesOf = {
  [Type in CaseEventType]: (event: Extract<CaseEvent, { type: Type }>, state: CaseState) => Notice[];
};

const applicant: Audience = { kind: 'applicant' };
const acceptingOfficer: Audience = { kind: 'unit', unit: 'accepting_station', role: 'window_officer' };
const liaisonOfficer: Audience = { kind: 'unit', unit: 'home_station', role: 'liaison_officer' };
const none = (): Notice[] => [];

const noticesOf = {
  case_accepted: () => [{ audience: applicant, text: '您的申请已受理，申请材料将转至户籍地派出所查证。' }],
  transmission_requested: none,
  dossier_delivered: (_, state) => {
    const due = dueDateText(state) ?? '';
    return [
      { audience: liaisonOfficer, text: `收到一件“跨省通办”查证申请，请签收，并于${due}前反馈。` },
      { audience: applicant, text: `申请材料已送达户籍地派出所，预计${due}前查证完毕。` },
    ];
  },
  dossier_received: none,
  answer_recorded: ({ result }) => [
    { audience: acceptingOfficer, text: `户籍地派出所已反馈：${answerResultTitles[result]}。` },
  ],
  issue_requested: none,
  certificate_issued: none,
  applicant_notified: () => [
    { audience: applicant, text: '您申请的户籍事项证明已开具，请携带有效身份证件到受理地派出所领取。' },
  ],
  applicant_referred: () => [
    { audience: applicant, text: '您申请的事项无法异地开具证明，请前往户籍地派出所申请办理。' },
  ],
  certificate_collected: none,
  case_refused: (_, state) => [
    { audience: applicant, text: '您的申请不予出具证明，理由和救济途径见书面告知书。' },
    ...tellHomeStation(state, '受理地派出所决定不予出具，无需继续查证。'),
  ],
  case_withdrawn: (_, state) => tellHomeStation(state, '申请人已撤回申请，无需继续查证。'),
  rung_fired: ({ rung, colour }, state) => {
    const { to, title } = verificationLadder[rung];
    const text = `【${colourTitles[colour]}】${title}，期限${dueDateText(state) ?? ''}，请立即处理。`;
    return to.map(({ unit, role }) => ({ audience: { kind: 'unit', unit, role }, text }));
  },
  // The first failure tells the people at the counter; the tries that follow by themselves would only repeat it.
  effect_failed: ({ effect, failure, failures }) =>
    failures > 1
      ? []
      : [
          {
            audience: acceptingOfficer,
            text: `${effectTitles[effect.type]}受阻：${failure.message}${failureRemedies[failure.failureClass]}`,
          },
        ],
  effect_retried: none,
} as const satisfies NoticesOf;

/** The notices that an event gives rise to, in the state that it led to. */
export function noticesFor({ event }: RecordedEvent, state: CaseState): Notice[] {
  const of: (event: never, state: CaseState) => Notice[] = noticesOf[event.type];
  return of(event as never, state);
}

/** Nobody at the home station has heard of a case before its dossier is there. */
function tellHomeStation(state: CaseState, text: string): Notice[] {
  return state.clock === null ? [] : [{ audience: liaisonOfficer, text }];
}
