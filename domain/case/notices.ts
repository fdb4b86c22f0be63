import type { CaseClock } from '../clocks/clock.ts';
import { clockRules } from '../clocks/clock.ts';
import type { Gap, Recipient } from '../directory/recipients.ts';
import type { Seat } from '../directory/chain.ts';
import { gapReasonTitles } from '../directory/recipients.ts';
import type { Post } from '../directory/post.ts';
import { postRules } from '../directory/post.ts';
import type { Audience, RungUnit } from '../escalation/rung.ts';
import type { ScheduledRung } from '../escalation/rung.ts';
import { colourTitles, rungKeyOf, rungRemedies, rungTitles } from '../escalation/rung.ts';
import type { NoticeKind, NoticeUrgency } from '../notices/kind.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import { effectTitles, failureRemedies } from './effect.ts';
import type { CaseEventOf, CaseEventType, ClockMove, RecordedEvent } from './event.ts';
import { clockMoveTitles } from './event.ts';
import { dueDateText } from './projection.ts';
import type { CaseState } from './state.ts';
import { answerResultTitles } from './status.ts';

/** Whom a notice is for: a post of a unit as the case sees it, a post that the directory has named, or the applicant. */
export type NoticeAudience =
  | Audience
  | { readonly kind: 'seat'; readonly unitCode: UnitCode; readonly post: Post }
  /** Whoever can mend an empty post, given all that were found empty. */
  | { readonly kind: 'mender'; readonly seat: Seat; readonly empty: readonly Seat[] };

/**
 * A message about a case. Its text carries no personal data, whatever channel it goes over: the case number leads
 * whoever may see more to the case itself.
 */
export interface Notice {
  readonly audience: NoticeAudience;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  readonly text: string;
}

type NoticesOf = {
  [Type in CaseEventType]: (event: CaseEventOf<Type>, state: CaseState) => Notice[];
};

const none = (): Notice[] => [];

function toApplicant(kind: NoticeKind, text: string): Notice {
  return { audience: { kind: 'applicant' }, kind, urgency: 'normal', text };
}

function toPost(unit: RungUnit, post: Post, text: string, kind: NoticeKind = 'case'): Notice {
  return { audience: { kind: 'post', unit, post }, kind, urgency: 'normal', text };
}

const toOfficer = (text: string, kind?: NoticeKind) =>
  toPost('accepting_station', 'window_officer', text, kind);

/** Nobody at the home station has heard of a case before its dossier is there. */
function toHomeStation(state: CaseState, text: string): Notice[] {
  const hasHeard = state.transmissions.some(
    ({ homeStation, handedOverAt }) => homeStation === state.homeStation && handedOverAt !== null,
  );
  return hasHeard ? [toPost('home_station', 'liaison_officer', text)] : [];
}

/** Those whom the directory named, each inbox once: a deputy reads that of his liaison officer. */
function toTold(told: readonly Seat[], notice: Omit<Notice, 'audience'>): Notice[] {
  const byInbox = new Map(told.map((seat) => [`${seat.unitCode} ${postRules[seat.post].inbox}`, seat]));
  return [...byInbox.values()].map(({ unitCode, post }) => ({
    ...notice,
    audience: { kind: 'seat', unitCode, post },
  }));
}

/** A post that could not be told is itself reported, to whoever keeps that part of the directory. */
function reportGaps(gaps: readonly Gap[]): Notice[] {
  return gaps.filter(isReported).map(({ unitCode, post, reason }) => ({
    audience: { kind: 'mender', seat: { unitCode, post }, empty: gaps },
    kind: 'directory',
    urgency: 'normal',
    text:
      reason === 'office_closed'
        ? `通讯录缺口：${unitCode}暂停办公且无代办派出所，通知已改送上一级，请指定代办派出所。`
        : `通讯录缺口：${unitCode}的${postRules[post].title}${gapReasonTitles[reason]}，通知已改送上一级，请尽快补录或确认。`,
  }));
}

function isReported({ unitCode, post, reason }: Gap, index: number, gaps: readonly Gap[]): boolean {
  // A shut office is one gap to whoever can mend it, however many posts it has.
  if (reason === 'office_closed') {
    return index === gaps.findIndex((gap) => gap.unitCode === unitCode && gap.reason === reason);
  }
  // A station without a deputy has nobody to miss: who stands in is told instead.
  return post !== 'deputy_liaison_officer' || reason !== 'nobody_named';
}

/** A move that has a notice of its own. */
const toldByReceipt: readonly ClockMove[] = ['receipt', 'receipt_corrected'];

const noticesOf = {
  case_accepted: () => [toApplicant('acceptance', '您的申请已受理，申请材料将转至户籍地派出所查证。')],
  completion_requested: () => [
    toApplicant('case', '您的申请材料需要补正，所需各项已一次性书面告知，请尽快补齐。'),
  ],
  materials_completed: (_, state) => toHomeStation(state, '申请人已补齐材料，请查看并继续查证。'),
  transmission_requested: none,
  case_rerouted: none,
  dossier_handed_over: ({ told, gaps }, state) => {
    const due = dueDateText(state);
    if (state.homeLevel === 'county') {
      const text = '收到一件只写明县（区）的“跨省通办”申请，请查明户籍地派出所并于1个工作日内指派。';
      return [...toTold(told, { kind: 'case', urgency: 'normal', text }), ...reportGaps(gaps)];
    }
    const text =
      state.receivedAt !== null
        ? '一件查证中的“跨省通办”申请又有材料送来，请核对是否收到并单独签收。'
        : due === null
          ? '一件“跨省通办”查证申请的材料已发出，请核对是否收到并签收。'
          : `收到一件“跨省通办”查证申请，请签收，并于${due}前反馈。`;
    return [...toTold(told, { kind: 'case', urgency: 'normal', text }), ...reportGaps(gaps)];
  },
  dossier_received: none,
  receipt_corrected: (_, state) => [
    toOfficer(`户籍地派出所更正了材料送达时间，应于${dueDateText(state) ?? ''}前反馈。`),
  ],
  defect_reported: () => [
    toOfficer('户籍地派出所反映申请材料缺页或不清，请补发，必要时重新扫描并补充上传。'),
  ],
  dossier_returned: ({ reason }, { reroutes, terms }) => {
    if (reason !== 'not_our_register') {
      return [toOfficer('户籍地派出所退回申请，请核实后重新流转或改用其他方式。')];
    }
    if (reroutes < terms.reroutesWithoutSupervisor) {
      return [toOfficer('户籍地派出所退回申请：不是本所户籍，请改送其他派出所。')];
    }
    // From here on a supervisor decides (§4): he has to hear that he is waited for.
    const count = String(reroutes);
    return [
      toOfficer(
        `户籍地派出所退回申请：不是本所户籍。已改送${count}次，须由上级督办员决定改送，已通知县级督办员。`,
      ),
      toPost(
        'accepting_county',
        'county_supervisor',
        `一件申请已改送${count}次仍被退回（不是本所户籍），请查明户籍地派出所并决定改送。`,
      ),
    ];
  },
  answer_proposed: ({ by }, { answer }) => [
    // The second person is another: where the leader proposes, the liaison officer confirms.
    toPost(
      'home_station',
      by.role === 'station_leader' ? 'liaison_officer' : 'station_leader',
      '有一件查证反馈须由第二人复核，请复核后发出。',
    ),
    ...(answer === null ? [] : [toOfficer('户籍地派出所正在更正反馈，待第二人复核，请暂缓出具。')]),
  ],
  answer_recorded: ({ result, replaces }) => [
    toOfficer(`户籍地派出所已${replaces === null ? '' : '更正'}反馈：${answerResultTitles[result]}。`),
  ],
  answer_filed: none,
  issue_requested: none,
  certificate_issued: none,
  certificate_voided: ({ filing }, state) => {
    const text = '受理地派出所已作废本案所出具的证明。';
    const hasHeard = filing === 'sent' || filing === 'acknowledged';
    return hasHeard ? [toPost('home_station', 'liaison_officer', text)] : toHomeStation(state, text);
  },
  certificate_reprinted: none,
  filing_requested: none,
  filing_sent: () => [
    toPost(
      'home_station',
      'liaison_officer',
      '受理地派出所已当场出具一件户籍事项证明（附件2）并发来备案函，请确认。',
    ),
  ],
  filing_acknowledged: none,
  applicant_notified: () => [
    toApplicant('certificate_ready', '您申请的户籍事项证明已开具，请携带有效身份证件到受理地派出所领取。'),
  ],
  applicant_referred: ({ cause }, state) => [
    toApplicant(
      'referral',
      cause === 'wish'
        ? '已按您的要求结束异地办理，请前往户籍地派出所申请办理，地址和电话见书面告知书。'
        : '您申请的事项无法异地开具证明，请前往户籍地派出所申请办理，理由、地址和电话见书面告知书。',
    ),
    ...(cause === 'wish' ? toHomeStation(state, '申请人要求自行前往户籍地办理，无需继续查证。') : []),
  ],
  certificate_collected: none,
  case_lapsed: none,
  case_refused: (_, state) => [
    toApplicant('case', '您的申请不予出具证明，理由和救济途径见书面告知书。'),
    ...toHomeStation(state, '受理地派出所决定不予出具，无需继续查证。'),
    // 五个一律: a refusal is reported upwards.
    toPost('accepting_county', 'county_supervisor', '本辖区派出所决定一件申请不予出具证明，请知悉。'),
  ],
  case_withdrawn: (_, state) => toHomeStation(state, '申请人已撤回申请，无需继续查证。'),
  call_logged: none,
  escalation_replied: ({ rungKey, by }, state) => {
    const escalation = state.escalations[rungKey];
    if (escalation === undefined) return [];
    const { rung, colour, told } = escalation;
    const officer: Recipient = {
      unitCode: state.acceptingStation,
      post: 'window_officer',
      personId: null,
    };
    // Whoever replied knows that he did.
    const others = [...told, officer].filter(
      ({ unitCode, post }) => unitCode !== by.unitCode || postRules[post].inbox !== by.role,
    );
    const text = `【${colourTitles[colour]}】${rungTitles[rung]}：督办已回告，内容请在督办列表查看。`;
    return toTold(others, { kind: 'escalation', urgency: 'normal', text });
  },
  policy_migrated: none,
  clock_started: none,
  clock_not_started: () => [toOfficer('相应年度的工作日历尚未发布，期限待日历发布后起算。')],
  clock_moved: ({ clockKey, cause, previousDueAt, calendarDueAt, deadline }, state) => {
    if (toldByReceipt.includes(cause) || previousDueAt === calendarDueAt) return [];
    const ground = clockMoveTitles[cause];
    const clock = state.clocks[clockKey];
    const title = clock === undefined ? '' : clockRules[clock.clock].title;
    const [before, calendar, standing] = [previousDueAt, calendarDueAt, deadline.dueAt].map(localDateOf);
    const text =
      calendarDueAt < previousDueAt
        ? `${ground}：${title}期限按新规定应为${calendar}，原定${before}，现按${standing}执行。`
        : `${ground}：${title}期限由${before}改为${standing}。`;
    const kind = cause === 'calendar_revised' ? 'calendar' : 'case';
    return [
      ...toTold(toldTooEarly(clock, state), {
        kind: 'escalation',
        urgency: 'normal',
        text: `${ground}：${title}期限由${before}改为${standing}，此前的督办撤销，无需回告。`,
      }),
      toOfficer(text, kind),
      ...toHomeStation(state, text).map((notice): Notice => ({ ...notice, kind })),
    ];
  },
  calendar_revised: none,
  rung_fired: ({ clockKey, rung, colour, told, gaps }, state) => {
    const clock = state.clocks[clockKey];
    const due = clock === undefined ? '' : localDateOf(clock.deadline.dueAt);
    const scheduled = clock?.ladder.find((step) => step.rung === rung);
    const applicant = scheduled?.to.some(({ kind }) => kind === 'applicant');
    const about = `${rungTitles[rung]}，期限${due}。`;
    const notice = { kind: 'escalation', urgency: colour === 'red' ? 'urgent' : 'normal' } as const;
    return [
      ...toTold(told, {
        ...notice,
        text: `【${colourTitles[colour]}】${about}${rungRemedies[rung]}${demandText(scheduled)}`,
      }),
      ...toTold(clock === undefined ? [] : seatsOwingReply(clock, scheduled), {
        ...notice,
        text: `收到${colourTitles[colour]}督办：${about}请立即办理。${demandText(scheduled)}`,
      }),
      ...(applicant === true
        ? [
            toApplicant(
              'collection_reminder',
              '您申请的户籍事项证明尚未领取，请携带有效身份证件到受理地派出所领取。',
            ),
          ]
        : []),
      ...reportGaps(gaps),
    ];
  },
  // The first failure tells the people at the counter; the tries that follow by themselves would only repeat it.
  effect_failed: ({ effect, failure, failures, nextTryAt }) => {
    if (failures > 1 && nextTryAt !== null) return [];
    const wayOut = effect.type === 'transmit_dossier' ? '如不能等待，可改用传真或人工送达。' : '';
    const text = `${effectTitles[effect.type]}受阻：${failure.message}${failureRemedies[failure.failureClass]}${wayOut}`;
    return [toOfficer(text, 'incident')];
  },
  effect_retried: none,
} as const satisfies NoticesOf;

/** Those who were told of a rung that a later date has taken back. */
function toldTooEarly(clock: CaseClock | undefined, { escalations }: CaseState): Recipient[] {
  return (clock?.ladder ?? []).flatMap(({ rung, rearmed = 0 }) => {
    if (clock === undefined || rearmed === 0 || clock.fired.includes(rung)) return [];
    return escalations[rungKeyOf(clock.key, { rung, rearmed: rearmed - 1 })]?.told ?? [];
  });
}

/** Those at the station that owes a reply who may give it: they hear of the 督办 besides those whom its rung is for [§6]. */
function seatsOwingReply({ station: unitCode }: CaseClock, rung: ScheduledRung | undefined): Seat[] {
  if (unitCode === null || rung?.reply === undefined) return [];
  return (['liaison_officer', 'station_leader'] as const).map((post) => ({ unitCode, post }));
}

/** A 督办 that demands one says until when it must be replied to. */
function demandText(scheduled: ScheduledRung | undefined): string {
  const within = scheduled?.reply?.withinWorkingDays;
  return within === undefined ? '' : `被督办单位须于${String(within)}个工作日内回告。`;
}

/** The notices that an event gives rise to, in the state that its step led to. */
export function noticesFor(recorded: RecordedEvent, state: CaseState): Notice[] {
  const { event } = recorded;
  const of: (event: never, state: CaseState) => Notice[] = noticesOf[event.type];
  return [...of(event as never, state), ...dueDateNotices(recorded, state)];
}

/** Why the applicant's date is another than he knows. */
const newDateGrounds = {
  receipt: '户籍地派出所已确认材料送达时间',
  receipt_corrected: '户籍地派出所已更正材料送达时间',
  materials_completed: '补充材料已送达户籍地派出所',
  calendar_revised: '因工作日历调整',
  policy_migrated: '因政策调整',
} as const satisfies Record<ClockMove, string>;

/** The applicant hears of each due date once, when an event makes it stand and he does not know it yet. */
function dueDateNotices({ event, seq }: RecordedEvent, state: CaseState): Notice[] {
  const { toldDueDates } = state;
  const due = dueDateText(state);
  if (due === null || toldDueDates.at(-1)?.seq !== seq) return [];
  const text =
    event.type === 'clock_moved'
      ? `${newDateGrounds[event.cause]}，您的申请预计${due}前查证完毕。`
      : `申请材料已${toldDueDates.length > 1 ? '重新' : ''}送达户籍地派出所，预计${due}前查证完毕。`;
  return [toApplicant('due_date', text)];
}
