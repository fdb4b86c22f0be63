import type { Database } from '../../db/database.ts';
import type { Colour, RungId } from '../../domain/escalation/rung.ts';
import { rungTitles } from '../../domain/escalation/rung.ts';
import type { Channel } from '../../domain/notices/channel.ts';
import type { NoticeKind } from '../../domain/notices/kind.ts';
import { noticeKindTitles } from '../../domain/notices/kind.ts';
import type { MessageFigures } from './message-figures.ts';
import { readMessageFigures, tellMessageFigures } from './message-figures.ts';

export interface Results {
  /** The next four add up to it, as do collected, referred, and open. */
  readonly accepted: number;
  readonly inTime: number;
  readonly late: number;
  /** Without an answer, and nobody late: on the spot. */
  readonly closedUnasked: number;
  /** The home station has it and may still answer in time. */
  readonly underway: number;
  readonly collected: number;
  readonly referred: number;
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
      (count(*) filter (where f.answered_in_time is null and c.status = 'closed'))::int as "closedUnasked",
      (count(*) filter (where f.answered_in_time is null and c.status <> 'closed'))::int as underway,
      (count(*) filter (where c.outcome = 'collected'))::int as collected,
      (count(*) filter (where c.outcome = 'referred'))::int as referred,
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
  const line = (title: string, value: number) => {
    tell(`  ${title}${' '.repeat(Math.max(2, 44 - widthOf(title)))}${String(value).padStart(6)}`);
  };
  tell('\n申请件');
  line('受理', results.accepted);
  line('出具证明', results.certificates);
  tell('\n受理的，户籍地派出所');
  line('按期反馈', results.inTime);
  line('逾期反馈或逾期未反馈', results.late);
  line('无需反馈（当场出具附件2）', results.closedUnasked);
  line('未到期，尚未反馈', results.underway);
  tell('\n受理的，申请人');
  line('已领取证明', results.collected);
  line('已告知前往户籍地办理', results.referred);
  line('仍在等待', results.open);
  tell('\n督办（次）');
  for (const [rung, count] of Object.entries(results.rungs)) line(rungTitles[rung as RungId], count);
  line('重复触发（应为0）', results.doubledRungs);
  tell('\n写入的通知');
  for (const [kind, count] of Object.entries(results.notices)) {
    line(noticeKindTitles[kind as NoticeKind], count);
  }
  tell('\n送出的消息');
  tellMessageFigures(results.messages, tell);
}

/** A Chinese character or sign is as wide as two others. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/g)?.length ?? 0);
}
