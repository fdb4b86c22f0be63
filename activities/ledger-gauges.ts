import type { Executor } from '../db/database.ts';
import { readLedgerGauges } from '../db/repositories/ledger-gauges.ts';
import { incidentClassNames } from '../domain/operations/incident.ts';
import { caseStatuses, unansweredStatuses } from '../domain/case/status.ts';
import { channels } from '../domain/notices/channel.ts';
import { epochMsOf } from '../domain/time/instant.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { counter, gauge } from '../platform/metrics/metrics.ts';

// Two Prometheus servers ask every 15 s each: the second one hears what the first heard.
const freshMs = 10_000;

const openCases = gauge('tongban_open_cases');
const overdueCases = gauge('tongban_overdue_cases');
const oldestUnanswered = gauge('tongban_oldest_unanswered_case_age_seconds');
const openIncidents = gauge('tongban_open_incidents');
const unstarted = gauge('tongban_unstarted_applications');
const deliveriesWaiting = gauge('tongban_deliveries_waiting');
const oldestWaiting = gauge('tongban_oldest_waiting_delivery_age_seconds');
const failures = counter('tongban_ledger_reading_failures_total');

/**
 * What brings the gauges that are read from Postgres up to date; never throws. Where they cannot be read they are left
 * out: an old figure would look like a calm one.
 */
export function createLedgerGauges(deps: {
  readonly database: Executor;
  readonly clock: Clock;
  readonly log: Logger;
}): () => Promise<void> {
  const { database, clock, log } = deps;
  let readAtMs = -Infinity;
  return async () => {
    const now = clock.now();
    if (epochMsOf(now) - readAtMs < freshMs) return;
    try {
      set(await readLedgerGauges(database, now));
      readAtMs = epochMsOf(now);
    } catch (error) {
      for (const labelled of [openCases, openIncidents, deliveriesWaiting]) labelled.reset();
      for (const plain of [overdueCases, oldestUnanswered, unstarted, oldestWaiting]) plain.remove();
      failures.inc();
      log.warn({ err: error }, 'the gauges of the ledger could not be read');
    }
  };
}

function set(read: Awaited<ReturnType<typeof readLedgerGauges>>): void {
  // What has gone to nothing is 0, not what it was.
  for (const status of caseStatuses) if (status !== 'closed') openCases.set({ status }, 0);
  for (const { status, count } of read.cases) openCases.set({ status }, count);
  const unanswered = read.cases.filter(({ status }) => unansweredStatuses.some((each) => each === status));
  overdueCases.set(unanswered.reduce((sum, { overdue }) => sum + overdue, 0));
  oldestUnanswered.set(Math.max(0, ...unanswered.map(({ oldest }) => oldest)));
  for (const name of incidentClassNames) openIncidents.set({ class: name }, 0);
  for (const incident of read.incidents) openIncidents.set({ class: incident.class }, incident.count);
  unstarted.set(read.unstarted);
  for (const channel of channels) {
    for (const status of ['planned', 'sending']) deliveriesWaiting.set({ channel, status }, 0);
  }
  for (const { channel, status, count } of read.deliveries) deliveriesWaiting.set({ channel, status }, count);
  oldestWaiting.set(Math.max(0, ...read.deliveries.map(({ oldest }) => oldest)));
}
