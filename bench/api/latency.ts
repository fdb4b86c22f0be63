/** What a load came to: of each answer, from the first byte sent to the last received. */
export interface Latency {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
}

/** The value below or at which so large a share of the values is (nearest rank); NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Over every single answer: autocannon's own histogram has no p95 and counts whole milliseconds. */
export function latencyOf(timesMs: readonly number[], elapsedMs: number): Latency {
  const sorted = timesMs.toSorted((one, other) => one - other);
  const at = (share: number) => rounded(quantile(sorted, share));
  return {
    requests: sorted.length,
    perSecond: rounded((sorted.length / elapsedMs) * 1000),
    ...{ p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), slowestMs: at(1) },
  };
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Every n-th of some requests, one portion for each connection: where there are enough, two never send the same. */
export function dealOut<Item>(items: readonly Item[], connections: number): Item[][] {
  return Array.from({ length: connections }, (_, connection) =>
    items.length < connections
      ? [...items.slice(connection % items.length), ...items.slice(0, connection % items.length)]
      : items.filter((_item, index) => index % connections === connection),
  );
}
