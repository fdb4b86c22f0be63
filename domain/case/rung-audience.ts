import { sideOfClock } from '../clocks/clock.ts';
import type { Post } from '../directory/post.ts';
import { isPostAt, liaisonPosts } from '../directory/post.ts';
import type { Audience } from '../escalation/rung.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { CaseState } from './state.ts';

/** Those at a station who may give the reply that it owes. */
const replyingPosts: readonly Post[] = [...liaisonPosts, 'station_leader'];

/** Whom a rung tells [§6]: those whom it is for, and where it demands a reply those at the station that owes it. */
export function audienceOf(
  { clockKey, rung: { to, reply } }: Extract<AgendaItem, { kind: 'rung' }>,
  { clocks, homeStation, homeLevel }: Pick<CaseState, 'clocks' | 'homeStation' | 'homeLevel'>,
): Audience[] {
  const clock = clocks[clockKey];
  if (reply === undefined || clock === undefined) return [...to];
  const isHome = sideOfClock({ clock: 'reply', station: clock.station }, homeStation) === 'home';
  const unit = isHome ? 'home_station' : 'accepting_station';
  const posts = replyingPosts.filter((post) => isPostAt(post, isHome ? homeLevel : 'station'));
  return [...to, ...posts.map((post) => ({ kind: 'post', unit, post }) as const)];
}
