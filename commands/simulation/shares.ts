import type { Manner, Shares } from './plan.ts';
import { mannerTitles } from './plan.ts';

const manners = Object.keys(mannerTitles) as Manner[];

/** @throws {Error} that says what is wrong with them. */
export function readShares(text: string): Shares {
  const shares = new Map<Manner, number>();
  for (const part of text.split(',')) {
    const [, name, percent] = /^(\w+)=(\d{1,3})$/.exec(part) ?? [];
    const manner = manners.find((each) => each === name);
    if (manner === undefined) {
      const known = manners.map((each) => `${each}（${mannerTitles[each]}）`).join('、');
      throw new Error(`--shares 应如 answers=90,forgets=10，不能是“${part}”；可用：${known}。`);
    }
    if (shares.has(manner)) throw new Error(`--shares 中“${manner}”出现了两次。`);
    shares.set(manner, Number(percent));
  }
  const sum = [...shares.values()].reduce((total, share) => total + share, 0);
  if (sum !== 100) throw new Error(`--shares 各项合计应为100，不能是${sum}。`);
  return Object.fromEntries(manners.map((manner) => [manner, shares.get(manner) ?? 0])) as Record<
    Manner,
    number
  >;
}

/** As {@link readShares} reads them. */
export function tellShares(shares: Shares): string {
  return used(shares)
    .map((manner) => `${manner}=${shares[manner]}`)
    .join(',');
}

/** For people. */
export function titleShares(shares: Shares): string {
  return used(shares)
    .map((manner) => `${mannerTitles[manner]} ${shares[manner]}%`)
    .join('，');
}

function used(shares: Shares): Manner[] {
  return manners.filter((manner) => shares[manner] > 0);
}
