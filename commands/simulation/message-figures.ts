import type { Database } from '../../db/database.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import { channelRules, channels } from '../../domain/notices/channel.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** What became of the messages over one channel. */
export interface MessageFigures {
  /** Handed to the channel. */
  readonly delivered: number;
  /** In them: one message may hold several. */
  readonly notices: number;
  /** For their slot, or for another try. */
  readonly waiting: number;
  readonly givenUp: number;
}

/** The messages of every channel that was used. */
export async function readMessageFigures({
  client,
}: Database): Promise<Partial<Record<Channel, MessageFigures>>> {
  const rows = await client<(MessageFigures & { channel: Channel })[]>`
    select b.channel,
      (count(*) filter (where b.status = 'delivered'))::int as delivered,
      (coalesce(sum(held.notices) filter (where b.status = 'delivered'), 0))::int as notices,
      (count(*) filter (where b.status in ('planned', 'sending')))::int as waiting,
      (count(*) filter (where b.status = 'given_up'))::int as "givenUp"
    from delivery_bundles b
    join (select bundle_id, count(*) as notices from deliveries group by bundle_id) held on held.bundle_id = b.id
    group by b.channel`;
  return Object.fromEntries(rows.map(({ channel, ...figures }) => [channel, figures]));
}

/** Messages whose slot has come and that are neither handed over nor given up. */
export async function countDueMessages({ client }: Database, at: Instant): Promise<number> {
  const [row] = await client<{ count: number }[]>`
    select count(*)::int as count from delivery_bundles
    where status in ('planned', 'sending') and slot_at <= ${at}`;
  return row?.count ?? 0;
}

/** A line for each channel. */
export function tellMessageFigures(
  messages: Partial<Record<Channel, MessageFigures>>,
  tell: (line: string) => void,
): void {
  for (const channel of channels) {
    const { delivered = 0, notices = 0, waiting = 0, givenUp = 0 } = messages[channel] ?? {};
    const { title } = channelRules[channel];
    tell(
      `  ${title}${' '.repeat(14 - 2 * title.length)}送出${pad(delivered)}条（含通知${pad(notices)}件）  等待${pad(waiting)}  停止${pad(givenUp)}`,
    );
  }
}

function pad(count: number): string {
  return String(count).padStart(6);
}
