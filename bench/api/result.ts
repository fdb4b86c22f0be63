import type { LoadResult } from './load.ts';
import type { Question } from './questions.ts';

/** What a question came to under load. */
export interface Answered extends LoadResult {
  readonly name: string;
  readonly title: string;
  readonly kind: Question['kind'];
  /** Its p50 by that of the bare route in the same run. */
  readonly timesBare: number;
}

/** How long a list may take at most [p95]. */
export const listLimitMs = 100;

export function answeredOf(
  { name, title, kind }: Question,
  result: LoadResult,
  bare: LoadResult | null,
): Answered {
  const { p50Ms } = result.latency;
  const ratio = p50Ms / (bare ?? result).latency.p50Ms;
  return { name, title, kind, ...result, timesBare: Math.round(ratio * 10) / 10 };
}

/** Everything that is not as it should be, a sentence each. */
export function faultsOf(
  answers: readonly Answered[],
  scans: readonly { readonly name: string; readonly scans: readonly string[] }[],
): string[] {
  return [
    ...answers.filter(({ latency }) => latency.requests === 0).map(({ title }) => `${title}：没有应答`),
    ...answers
      .filter(({ kind, latency }) => kind === 'list' && latency.p95Ms >= listLimitMs)
      .map(({ title, latency }) => `${title}：95分位${latency.p95Ms}毫秒，应低于${listLimitMs}毫秒`),
    ...answers.flatMap(({ title, statuses, errors }) => {
      const refused = Object.entries(statuses).filter(([status]) => !['200', '201'].includes(status));
      const told = refused.map(([status, count]) => `${status}（${count}次）`).join('、');
      return refused.length + errors > 0 ? [`${title}：${told || '没有应答'}，出错${errors}次`] : [];
    }),
    ...scans
      .filter((each) => each.scans.length > 0)
      .map((each) => `${each.name}：顺序扫描${each.scans.join('、')}`),
  ];
}

/** A line for people. */
export function lineOf({ title, latency, timesBare }: Answered): string {
  const { p50Ms, p95Ms, p99Ms, perSecond } = latency;
  return `${title}：中位${p50Ms}毫秒（就绪检查的${timesBare}倍），95分位${p95Ms}，99分位${p99Ms}，每秒${perSecond}次`;
}
