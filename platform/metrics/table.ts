/** A metric of ours. Its unit is the end of its name, as Prometheus wants it; counters end in `_total`. */
export interface MetricRow {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly unit: 'seconds' | 'one';
  /** Of few values each, all of them ours: no address, case, unit or person. */
  readonly labels: readonly string[];
  readonly help: string;
  /** Upper bounds of a histogram. */
  readonly buckets?: readonly number[];
}

const minute = 60;
const hour = 60 * minute;

/**
 * Every metric of ours; no name stands anywhere else in the code. Dashboards, alert rules and
 * `docs/observability.md` are compared with it by tests. What begins with `temporal_` is the Temporal SDK's, with
 * `nodejs_` and `process_` prom-client's.
 */
export const metricTable = {
  tongban_http_requests_total: {
    type: 'counter',
    unit: 'one',
    labels: ['method', 'route', 'status'],
    help: 'Requests answered, by the pattern of their route.',
  },
  tongban_http_request_duration_seconds: {
    type: 'histogram',
    unit: 'seconds',
    labels: ['method', 'route'],
    help: 'From the head of a request to the end of its answer. Streams last as long as they are followed.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  },
  tongban_http_requests_in_flight: {
    type: 'gauge',
    unit: 'one',
    labels: [],
    help: 'Requests that are being answered.',
  },
  tongban_documents_waiting: {
    type: 'gauge',
    unit: 'one',
    labels: [],
    help: 'Documents that wait for a page of the browser.',
  },
  tongban_documents_printing: {
    type: 'gauge',
    unit: 'one',
    labels: [],
    help: 'Documents on a page of the browser.',
  },
  tongban_documents_total: {
    type: 'counter',
    unit: 'one',
    labels: ['outcome'],
    help: 'Documents by what became of them: printed, or why not.',
  },
  tongban_document_print_duration_seconds: {
    type: 'histogram',
    unit: 'seconds',
    labels: [],
    help: 'From a free page to the finished PDF.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  },
  tongban_browser_starts_total: {
    type: 'counter',
    unit: 'one',
    labels: [],
    help: 'Browsers started to print.',
  },
  tongban_delivery_attempts_total: {
    type: 'counter',
    unit: 'one',
    labels: ['channel', 'outcome'],
    help: 'Tries to hand a message over: delivered, temporary or permanent failure.',
  },
  tongban_deliveries_given_up_total: {
    type: 'counter',
    unit: 'one',
    labels: ['channel'],
    help: 'Messages that are not tried any more.',
  },
  tongban_deliveries_waiting: {
    type: 'gauge',
    unit: 'one',
    labels: ['channel', 'status'],
    help: 'Messages that were not handed over yet. Read from Postgres.',
  },
  tongban_oldest_waiting_delivery_age_seconds: {
    type: 'gauge',
    unit: 'seconds',
    labels: [],
    help: 'How long the oldest message that was not handed over has been due; 0 if none is. Read from Postgres.',
  },
  tongban_escalation_lateness_seconds: {
    type: 'histogram',
    unit: 'seconds',
    labels: ['rung'],
    help: 'How long after its instant a rung of a ladder was fired.',
    buckets: [1, 5, 15, minute, 5 * minute, 15 * minute, hour, 6 * hour, 24 * hour],
  },
  tongban_open_cases: {
    type: 'gauge',
    unit: 'one',
    labels: ['status'],
    help: 'Cases that are not closed. Read from Postgres.',
  },
  tongban_overdue_cases: {
    type: 'gauge',
    unit: 'one',
    labels: [],
    help: 'Cases whose home station has not answered within its term. Read from Postgres.',
  },
  tongban_oldest_unanswered_case_age_seconds: {
    type: 'gauge',
    unit: 'seconds',
    labels: [],
    help: 'Since the acceptance of the oldest case that the home station has not answered; 0 if none is. Read from Postgres.',
  },
  tongban_open_incidents: {
    type: 'gauge',
    unit: 'one',
    labels: ['class'],
    help: 'What does not move, by the classes of docs/operations.md. Read from Postgres.',
  },
  tongban_unstarted_applications: {
    type: 'gauge',
    unit: 'one',
    labels: [],
    help: 'Applications of the last 7 days, older than a minute, that are no case yet. Read from Postgres.',
  },
  tongban_ledger_reading_failures_total: {
    type: 'counter',
    unit: 'one',
    labels: [],
    help: 'Scrapes without the gauges that are read from Postgres, as it did not answer in time.',
  },
} as const satisfies Record<`tongban_${string}`, MetricRow>;

export type MetricName = keyof typeof metricTable;

export type MetricOfType<Type extends MetricRow['type']> = {
  [Name in MetricName]: (typeof metricTable)[Name]['type'] extends Type ? Name : never;
}[MetricName];

export type LabelOf<Name extends MetricName> = (typeof metricTable)[Name]['labels'][number];

export const metricNames = Object.keys(metricTable) as MetricName[];
