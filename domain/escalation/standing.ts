import type { Escalation } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';

/** How a fired rung stands for the supervisor who looks at his list. */
export const escalationStandings = ['open', 'reply_overdue', 'acknowledged', 'informed', 'obviated'] as const;

export type EscalationStanding = (typeof escalationStandings)[number];

export const escalationStandingTitles = {
  open: '未回告',
  reply_overdue: '逾期未回告',
  acknowledged: '已回告',
  informed: '已告知，无须回告',
  obviated: '已办结',
} as const satisfies Record<EscalationStanding, string>;

/** How an escalation stands at an instant. */
export function standingOf(
  {
    settlement,
    replyClock,
    replyDueAt,
  }: { settlement: NonNullable<Escalation['settlement']>['kind'] | null } & Pick<
    Escalation,
    'replyClock' | 'replyDueAt'
  >,
  now: Instant,
): EscalationStanding {
  if (settlement === 'replied') return 'acknowledged';
  if (settlement === 'obviated') return 'obviated';
  // R1 to R3 only tell: nobody owes an answer to them.
  if (replyClock === null) return 'informed';
  return replyDueAt !== null && replyDueAt < now ? 'reply_overdue' : 'open';
}
