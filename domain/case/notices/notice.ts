import type { Seat } from '../../directory/chain.ts';
import type { Post } from '../../directory/post.ts';
import { postRules } from '../../directory/post.ts';
import type { Audience, RungUnit } from '../../escalation/rung.ts';
import type { NoticeKind, NoticeUrgency } from '../../notices/kind.ts';
import type { Instant } from '../../time/instant.ts';
import type { UnitCode } from '../../units/unit.ts';
import type { CaseEventOf, CaseEventType } from '../event.ts';
import type { CaseState } from '../state.ts';

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

/** The notices that each event gives rise to, in the state that its step led to. */
export type NoticesOf = {
  readonly [Type in CaseEventType]: (event: CaseEventOf<Type>, state: CaseState, at: Instant) => Notice[];
};

/** Those of the events of one subject. */
export type PartOfNotices = Partial<NoticesOf>;

export const none = (): Notice[] => [];

export function toApplicant(kind: NoticeKind, text: string): Notice {
  return { audience: { kind: 'applicant' }, kind, urgency: 'normal', text };
}

export function toPost(unit: RungUnit, post: Post, text: string, kind: NoticeKind = 'case'): Notice {
  return { audience: { kind: 'post', unit, post }, kind, urgency: 'normal', text };
}

export const toOfficer = (text: string, kind?: NoticeKind) =>
  toPost('accepting_station', 'window_officer', text, kind);

/** Nobody at the home station has heard of a case before its dossier is there, or the report of an Annex 2 [§5]. */
export function toHomeStation({ transmissions, homeStation, filing }: CaseState, text: string): Notice[] {
  const hasDossier = transmissions.some(
    (transmission) => transmission.homeStation === homeStation && transmission.handedOverAt !== null,
  );
  const isReported = filing === 'sent' || filing === 'acknowledged';
  return hasDossier || isReported ? [toPost('home_station', 'liaison_officer', text)] : [];
}

/** Those whom the directory named, each inbox once: a deputy reads that of his liaison officer. */
export function toTold(told: readonly Seat[], notice: Omit<Notice, 'audience'>): Notice[] {
  const byInbox = new Map(told.map((seat) => [`${seat.unitCode} ${postRules[seat.post].inbox}`, seat]));
  return [...byInbox.values()].map(({ unitCode, post }) => ({
    ...notice,
    audience: { kind: 'seat', unitCode, post },
  }));
}
