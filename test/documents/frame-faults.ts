import type { PaperId } from '../../domain/papers/papers.ts';
import type { Rule } from './page-ink.ts';
import type { SeenPage } from './seen-page.ts';

const nearMm = 0.7;

/** Lines that belong to no table: 抄送 stands between two. */
const openRules: { readonly [Id in PaperId]?: number } = { rejection_notice: 2, refusal_notice: 2 };

/** What is wrong with the tables of a paper: a line that ends in the open, a side that is missing or cut thin. */
export function frameFaults(pages: readonly SeenPage[], id: PaperId): string[] {
  const open = pages.flatMap((page) =>
    page.ink.horizontals.filter((rule) => endsMeeting(rule, sidesOf(page)) === 0),
  );
  const expected = openRules[id] ?? 0;
  return [
    ...(open.length === expected ? [] : [`${String(open.length)} lines without a frame`]),
    ...pages.flatMap((page) => pageFaults(page).map((fault) => `page ${String(page.number)}: ${fault}`)),
  ];
}

function pageFaults(page: SeenPage): string[] {
  const { horizontals } = page.ink;
  const sides = sidesOf(page);
  return [
    ...horizontals
      .filter((rule) => endsMeeting(rule, sides) === 1)
      .map(({ at }) => `the line at ${String(at)} ends in the open`),
    ...sides
      .filter((rule) => endsMeeting(rule, horizontals) < 2)
      .map(({ at, from, to }) => `the side ${[at, from, to].join(' ')} is not closed`),
  ];
}

/** The sides of tables on a page: no strokes of large type, and not what a QR code below the tables is made of. */
export function sidesOf({
  ink: { horizontals, verticals },
  words,
}: Pick<SeenPage, 'ink' | 'words'>): readonly Rule[] {
  const lowest = Math.max(0, ...horizontals.map(({ at }) => at));
  return verticals.filter(
    ({ at, from, to }) =>
      from < lowest &&
      !words.some(({ left, right, top, bottom }) => left < at && at < right && top < from && to < bottom),
  );
}

/** How many ends of a line lie on lines of the other direction. */
function endsMeeting({ at, from, to }: Rule, others: readonly Rule[]): 0 | 1 | 2 {
  const meets = (end: number) =>
    others.some(
      (other) => Math.abs(other.at - end) < nearMm && other.from - nearMm < at && at < other.to + nearMm,
    );
  if (meets(from)) return meets(to) ? 2 : 1;
  return meets(to) ? 1 : 0;
}
