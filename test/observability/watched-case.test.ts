import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Worker } from '@temporalio/worker';
import type { MetricRow } from '../../platform/metrics/table.ts';
import { metricTable } from '../../platform/metrics/table.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { caseWorkflowId } from '../../workflows/contract.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { sampleSubmission } from '../../commands/sample-submission.ts';
import type { ReceivedSpan } from './collector.ts';
import { exportedIn, faultsOf } from './promql.ts';
import { openWatchedHouse } from './watched-house.ts';

const project = path.join(import.meta.dirname, '..', '..');
const timeoutMs = 60_000;
const house = await openWatchedHouse();
const { prometheus, collector, api, worker } = house;
let caseNo: CaseNo;

/** Of somebody who would have us trace for him. */
const strangersTrace = 'a'.repeat(32);

beforeAll(async () => {
  const headers = { traceparent: `00-${strangersTrace}-${'b'.repeat(16)}-01` };
  await fetch(`http://127.0.0.1:${api.port}/v1/health`, { headers });
  caseNo = (await house.play()) as CaseNo;
}, 600_000);

interface Rule {
  readonly name: string;
  readonly query: string;
  readonly health: string;
  readonly annotations: Record<string, string>;
}

async function rules(): Promise<Rule[]> {
  const { groups } = (await prometheus.get('/api/v1/rules')) as { groups: { rules: Rule[] }[] };
  return groups.flatMap((group) => group.rules);
}

describe('Prometheus', () => {
  it.each([
    ['up', 2],
    ['sum(tongban_http_requests_total{job="tongban-api",route="/v1/cases/:caseNo/issue",status=~"20."})', 1],
    ['sum(tongban_http_request_duration_seconds_count{route="/v1/cases/:caseNo/collect"})', 1],
    ['sum(tongban_documents_total{job="tongban-worker",outcome="printed"}) > 0', 1],
    ['tongban_open_cases{job="tongban-worker",status="verifying"} == 0', 1],
    ['tongban_open_cases{job="tongban-api"}', 0],
    ['sum(temporal_workflow_completed_total{job="tongban-worker",workflow_type="caseWorkflow"}) > 0', 1],
  ])('answers %s', async (expression, series) => {
    const isAnswered = async () => (await prometheus.query(expression)).length === series;
    await waitFor(isAnswered, { timeoutMs, what: expression });
  });

  it('has loaded the alert rules and evaluates them; what to do about each stands in the runbook', async () => {
    const runbook = readFileSync(path.join(project, 'docs', 'runbook.md'), 'utf8');
    const evaluated = async () => (await rules()).every(({ health }) => health === 'ok');
    await waitFor(evaluated, { timeoutMs, what: 'the rules' });
    const loaded = await rules();
    expect(loaded).toHaveLength(15);
    for (const { name, annotations } of loaded) {
      expect(annotations).toMatchObject({ runbook: `docs/runbook.md#${name}` });
      expect([annotations.summary, annotations.meaning]).toEqual([expect.any(String), expect.any(String)]);
      expect(runbook).toContain(`<a id="${name}"></a>`);
    }
  });
});

describe('dashboards and rules', () => {
  it('name metrics and labels that are exported', async () => {
    const exported = await exportedNames();
    const folder = path.join(project, 'deploy', 'grafana');
    const boards = readdirSync(folder).filter((file) => file.endsWith('.json'));
    const expressions = boards.flatMap((file) => {
      const { panels } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
        panels: { title: string; targets: { expr: string }[] }[];
      };
      return panels.flatMap(({ title, targets }) =>
        targets.map(({ expr }) => [`${file} ${title}`, expr] as const),
      );
    });
    const all = [...expressions, ...(await rules()).map(({ name, query }) => [name, query] as const)];
    expect(boards).toHaveLength(5);
    expect(all.length).toBeGreaterThan(40);
    const faults = all.flatMap(([where, expr]) =>
      faultsOf(expr, exported).map((fault) => `${where}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

/** What both doors show, our table, and of the SDK what counts failures, of which a sound run has none. */
async function exportedNames(): Promise<Map<string, ReadonlySet<string>>> {
  const exported = new Map(exportedIn(`${await house.scrape('api')}\n${await house.scrape('worker')}`));
  for (const [name, { type, labels }] of Object.entries<MetricRow>(metricTable)) {
    const own = new Set(['job', 'instance', ...labels]);
    exported.set(name, own);
    if (type !== 'histogram') continue;
    exported.set(`${name}_bucket`, new Set([...own, 'le']));
    exported.set(`${name}_count`, own);
  }
  const ofSdk = [...exported].filter(([name]) => name.startsWith('temporal_'));
  const labels = new Set(ofSdk.flatMap(([, each]) => [...each]));
  for (const name of ['workflow_task_execution_failed', 'activity_execution_failed', 'request_failure']) {
    if (sdkCore.includes(name)) exported.set(`temporal_${name}_total`, labels);
  }
  return exported;
}

const releases = path.join(project, 'node_modules', '@temporalio', 'core-bridge', 'releases');
const sdkCore = readdirSync(releases, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.node') && file.startsWith(process.arch === 'x64' ? 'x86_64' : 'aarch64'))
  .map((file) => readFileSync(path.join(releases, file), 'latin1'))
  .join('');

describe('the collector', () => {
  const isOf = (span: ReceivedSpan) => (parent: ReceivedSpan) => parent.id === span.parentId;

  it('has one trace from the request through Update, activity and SQL to Chromium', async () => {
    const road = await waitFor(
      () => {
        const spans = collector.spans();
        const page = spans.findLast(({ name }) => name === 'chromium print');
        const activity = page && spans.find(isOf(page));
        const update = activity && spans.find(isOf(activity));
        const request = update && spans.find(isOf(update));
        const query = spans.find(
          ({ attributes, parentId }) =>
            parentId === activity?.id &&
            attributes['db.query.text']?.startsWith('insert into "certificates"'),
        );
        return request && query && { page, query, activity, update, request };
      },
      { timeoutMs, what: 'the trace' },
    );
    expect(Object.values(road).map(({ service, name }) => `${service} ${name}`)).toEqual([
      'tongban-worker chromium print',
      'tongban-worker sql insert',
      'tongban-worker activity issueCertificate',
      'tongban-api update command',
      'tongban-api POST /v1/cases/:caseNo/issue',
    ]);
    expect(new Set(Object.values(road).map(({ traceId }) => traceId)).size).toBe(1);
    expect(road.request.parentId).toBe('');
    expect(road.query.attributes['db.query.text']).toContain('values ($1');
    expect(road.activity.attributes['temporal.workflow_id']).toBe(caseWorkflowId(caseNo));
  });

  it('has no request under a trace that its caller named', () => {
    const spans = collector.spans();
    expect(spans.filter(({ name }) => name === 'GET /v1/health').length).toBeGreaterThan(0);
    expect(spans.filter(({ traceId }) => traceId === strangersTrace)).toEqual([]);
  });

  it('has nothing of any person', async () => {
    const { application } = await sampleSubmission();
    const texts = JSON.stringify(collector.spans());
    for (const text of Object.values(application.applicant)) expect(texts).not.toContain(text);
    for (const officer of ['officer-1', 'officer-2']) expect(texts).not.toContain(officer);
  });

  it('finds its way through Temporal by nothing but ids', async () => {
    const { events } = await house.client.workflow.getHandle(caseWorkflowId(caseNo)).fetchHistory();
    const fields = (events ?? []).flatMap((event) => [
      event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.header?.fields,
      event.activityTaskScheduledEventAttributes?.header?.fields,
      event.workflowExecutionStartedEventAttributes?.header?.fields,
    ]);
    const headers = fields.flatMap((each) => Object.entries(each ?? {}));
    expect(headers.length).toBeGreaterThan(3);
    for (const [name, { data }] of headers) {
      expect(name).toBe('_tracer-data');
      expect(Buffer.from(data ?? []).toString()).toMatch(
        /^\{"traceparent":"00-[0-9a-f]{32}-[0-9a-f]{16}-01"\}$/,
      );
    }
  });
});

describe('the history', () => {
  it('of a traced case replays where nothing is traced', async () => {
    const history = await house.client.workflow.getHandle(caseWorkflowId(caseNo)).fetchHistory();
    const workflowBundle = { codePath: inject('workflowBundlePath') };
    await Worker.runReplayHistory({ workflowBundle }, history, caseWorkflowId(caseNo));
  });
});

describe('the logs', () => {
  interface Line {
    readonly msg: string;
    readonly [key: string]: unknown;
  }
  const linesOf = ({ output }: { output: () => string }) =>
    output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);
  const ofCase = {
    caseNo: expect.any(String) as string,
    workflowId: expect.stringMatching(/^case\//) as string,
  };

  it('name request, case, workflow and trace of every act', () => {
    const acts = linesOf(api).filter(({ route, method }) => {
      return method === 'POST' && String(route).startsWith('/v1/cases/:caseNo/');
    });
    expect(acts.length).toBeGreaterThan(4);
    for (const act of acts) {
      const ids = { requestId: expect.any(String) as string, traceId: expect.any(String) as string };
      expect(act).toMatchObject({ ...ofCase, ...ids, spanId: expect.any(String) as string });
    }
  });

  it('name case, run, activity and attempt of everything that is done', () => {
    const done = linesOf(worker).filter(
      ({ msg, workflowId }) => msg === 'Activity completed' && String(workflowId).startsWith('case/'),
    );
    expect(done.length).toBeGreaterThan(1);
    for (const line of done) {
      expect(line).toMatchObject({ ...ofCase, runId: expect.any(String) as string, attempt: 1 });
      expect(line.activityType).toEqual(expect.any(String));
    }
  });
});
