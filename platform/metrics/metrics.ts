import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { LabelOf, MetricName, MetricOfType, MetricRow } from './table.ts';
import { metricNames, metricTable } from './table.ts';

const registry = new Registry();
for (const name of metricNames) register(name, metricTable[name]);

let watchesProcess = false;

function register(name: MetricName, { type, help, labels, buckets = [] }: MetricRow): void {
  const options = { name, help, labelNames: [...labels], registers: [registry] };
  switch (type) {
    case 'counter':
      new Counter(options);
      return;
    case 'gauge':
      // A gauge that nobody has set is not 0.
      if (labels.length === 0) new Gauge(options).remove();
      else new Gauge(options);
      return;
    case 'histogram':
      new Histogram({ ...options, buckets: [...buckets] });
  }
}

export function counter<Name extends MetricOfType<'counter'>>(name: Name): Counter<LabelOf<Name>> {
  return registry.getSingleMetric(name) as unknown as Counter<LabelOf<Name>>;
}

export function gauge<Name extends MetricOfType<'gauge'>>(name: Name): Gauge<LabelOf<Name>> {
  return registry.getSingleMetric(name) as unknown as Gauge<LabelOf<Name>>;
}

export function histogram<Name extends MetricOfType<'histogram'>>(name: Name): Histogram<LabelOf<Name>> {
  return registry.getSingleMetric(name) as unknown as Histogram<LabelOf<Name>>;
}

/** All metrics of this process as they are now, in Prometheus' text format. */
export function exposition(): Promise<string> {
  if (!watchesProcess) collectDefaultMetrics({ register: registry });
  watchesProcess = true;
  return registry.metrics();
}

export const expositionType = registry.contentType;
