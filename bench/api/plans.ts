/** A statement as the API sent it, with the plan that Postgres took. */
export interface LoggedPlan {
  readonly query: string;
  readonly plan: string;
}

/** The plans in a log of Postgres that `auto_explain` has written to, in their order. */
export function plansIn(log: string): LoggedPlan[] {
  const entries = log.split(/^(?!\t)/m);
  return entries.flatMap((entry) => {
    if (!/LOG: {2}duration: [\d.]+ ms {2}plan:/.test(entry)) return [];
    const lines = entry
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/^\t/, ''));
    const begin = lines.findIndex((line) => /^\S.*\(cost=/.test(line));
    const query = lines.slice(0, begin).join(' ').replace('Query Text: ', '').replace(/\s+/g, ' ').trim();
    return [{ query, plan: lines.slice(begin).join('\n') }];
  });
}

/** Of each statement the last plan of each shape: the first executions of a connection are planned for their values. */
export function distinctPlans(plans: readonly LoggedPlan[]): LoggedPlan[] {
  return [...new Map(plans.map((each) => [`${each.query}\n${shapeOf(each.plan)}`, each])).values()];
}

/** What a plan does, without what it cost and for which values. */
function shapeOf(plan: string): string {
  return plan
    .split('\n')
    .filter((line) => /->|^\S/.test(line))
    .map((line) => line.replace(/\(.*$/, ''))
    .join('\n');
}

/** The tables that a plan reads from end to end, of those that are large. */
export function scannedTables(plan: string, large: ReadonlySet<string>): string[] {
  const found = [...plan.matchAll(/\bSeq Scan on (?:\w+\.)?"?(\w+)/g)].map(([, table]) => table ?? '');
  return [...new Set(found)].filter((table) => large.has(table));
}

/** The plan without numbers of cases and hashes of persons: it is printed and kept. */
export function withoutPersons(plan: string): string {
  return plan
    .replace(/\b[0-9a-f]{8}\.[\w-]{43}/g, '<hash>')
    .replace(/\b[0-9A-Z]{12}\d{13}[0-9A-Z]\b/g, '<case>')
    .replace(/'\{(?:[^'}]|'')*,[^']*\}'/g, "'{…}'");
}
