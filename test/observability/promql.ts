import { parser } from '@prometheus-io/lezer-promql';

/** Names of metrics with the labels that each has. */
export type Exported = ReadonlyMap<string, ReadonlySet<string>>;

/** What Prometheus itself adds to every series. */
const targetLabels = ['job', 'instance'];

/** What a text in Prometheus' format shows, name by name. */
export function exportedIn(text: string): Exported {
  const found = new Map<string, Set<string>>([['up', new Set(targetLabels)]]);
  for (const [, name = '', labels = ''] of text.matchAll(/^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+$/gm)) {
    const known = found.get(name) ?? new Set(targetLabels);
    for (const [, label = ''] of labels.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)) known.add(label);
    found.set(name, known);
  }
  return found;
}

/** What is wrong with an expression: it does not parse, or names a metric or label that nobody exports. */
export function faultsOf(expression: string, exported: Exported): string[] {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const faults: string[] = [];
  const metrics = new Set<string>();
  const grouped = new Set<string>();
  let metric = '';
  let isGrouping = false;
  parser.parse(text).iterate({
    enter: ({ name, type, from, to }) => {
      const word = text.slice(from, to);
      if (type.isError) faults.push(`does not parse at ${from}`);
      if (name === 'GroupingLabels') isGrouping = true;
      if (name === 'Identifier') {
        metric = word;
        metrics.add(word);
        if (!exported.has(word)) faults.push(`no metric ${word}`);
      }
      if (name !== 'LabelName') return;
      if (isGrouping) grouped.add(word);
      else if (exported.get(metric)?.has(word) === false) faults.push(`${metric} has no label ${word}`);
    },
    leave: ({ name }) => {
      if (name === 'GroupingLabels') isGrouping = false;
    },
  });
  for (const label of grouped) {
    if (![...metrics].some((each) => exported.get(each)?.has(label))) faults.push(`no label ${label}`);
  }
  return faults;
}
