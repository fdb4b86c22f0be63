import type { Database } from '../../db/database.ts';
import type { Colour, RungId } from '../../domain/escalation/rung.ts';
import { rungTitles } from '../../domain/escalation/rung.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { NoticeKind } from '../../domain/notices/kind.ts';
import { noticeKindTitles } from '../../domain/notices/kind.ts';
import type { MessageFigures } from './message-figures.ts';
import { readMessageFigures, tellMessageFigures } from './message-figures.ts';

export interface Results {
  readonly accepted: number;
  readonly inTime: number;
  readonly late: number;
  readonly referred: number;
  readonly collected: number;
  readonly open: number;
  readonly certificates: number;
  readonly rungs: Partial<Record<RungId, number>>;
  readonly colours: Partial<Record<Colour, number>>;
  /** Written into the outbox, by kind. */
  readonly notices: Partial<Record<NoticeKind, number>>;
  /** On their ways out of the house. */
  readonly messages: Partial<Record<Channel, MessageFigures>>;
  /** Rungs that fired more than once for the same clock: none, or something is broken. */
  readonly doubledRungs: number;
}

/** What came of the simulated cases, read from where the product keeps it. */
export async function readResults(database: Database): Promise<Results> {
  const { client } = database;
  const [row] = await client<Omit<Results, 'rungs' | 'colours' | 'notices' | 'messages' | 'doubledRungs'>[]>`
    select count(*)::int as accepted,
      (count(*) filter (where f.answered_in_time))::int as "inTime",
      (count(*) filter (where not f.answered_in_time))::int as late,
      (count(*) filter (where c.outcome = 'referred'))::int as referred,
      (count(*) filter (where c.outcome = 'collected'))::int as collected,
      (count(*) filter (where c.status <> 'closed'))::int as open,
      (select count(*)::int from certificates) as certificates
    from station_figures f join cases c on c.case_no = f.case_no where f.side = 'accepting'`;
  const counted = async (rows: Promise<{ key: string; count: number }[]>) =>
    Object.fromEntries((await rows).map(({ key, count }) => [key, count]));
  const [doubled] = await client<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from ledger_events where event ->> 'type' = 'rung_fired'
      group by case_no, event ->> 'clockKey', event ->> 'rung' having count(*) > 1
    ) twice`;
  if (row === undefined || doubled === undefined) throw new Error('a count is a row');
  return {
    ...row,
    rungs: await counted(client`
      select rung as key, count(*)::int as count from escalations group by rung order by min(fired_at)`),
    colours: await counted(client`
      select colour as key, count(*)::int as count from escalations group by colour`),
    notices: await counted(client`
      select kind as key, count(*)::int as count from notices group by kind order by count desc`),
    messages: await readMessageFigures(database),
    doubledRungs: doubled.count,
  };
}

/** The results as a table for people. */
export function tellResults(results: Results, tell: (line: string) => void): void {
  const { accepted, inTime, late, referred, collected, open, certificates, doubledRungs } = results;
  const line = (title: string, value: number) => {
    // A Chinese character is as wide as two others.
    tell(`  ${title}${' '.repeat(Math.max(2, 44 - 2 * title.length))}${String(value).padStart(6)}`);
  };
  tell('\n申请件');
  line('受理', accepted);
  line('按期反馈', inTime);
  line('逾期反馈或未反馈', late);
  line('出具证明', certificates);
  line('已领取', collected);
  line('告知前往户籍地', referred);
  line('仍在办理', open);
  tell('\n督办');
  for (const [rung, count] of Object.entries(results.rungs)) line(rungTitles[rung as RungId], count);
  line('重复触发', doubledRungs);
  tell('\n写入的通知');
  for (const [kind, count] of Object.entries(results.notices)) {
    line(noticeKindTitles[kind as NoticeKind], count);
  }
  tell('\n送出的消息');
  tellMessageFigures(results.messages, tell);
}
