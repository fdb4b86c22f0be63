import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { createTongbanClient } from '../../clients/typescript/client.ts';
import { playCase } from '../../commands/play-case.ts';
import { sampleSubmission } from '../../commands/sample-submission.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { startApiProcess } from '../house/api-process.ts';
import { acceptingStation, homeStation } from '../house/case-driver.ts';
import { createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { startWorkerProcess } from '../house/worker-process.ts';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import { startCollector } from './collector.ts';
import { startPrometheus } from './prometheus.ts';

/** API and worker as processes, watched by a real Prometheus and a real collector; everything ends with the test file. */
export async function openWatchedHouse() {
  const dir = await mkdtemp(path.join(tmpdir(), 'tongban-watched-'));
  const [url, { client, namespace }, collector] = [
    await createHouseDatabase(),
    await connectOwnNamespace(),
    await startCollector(dir),
  ];
  const addressOf = {
    api: `127.0.0.1:${await findFreePort()}`,
    worker: `127.0.0.1:${await findFreePort()}`,
  };
  const settings = (process: 'api' | 'worker') => ({
    TONGBAN_TEMPORAL_NAMESPACE: namespace,
    TONGBAN_KEY_RING_FILE: writeTestKeyRing(dir),
    TONGBAN_METRICS_ADDRESS: addressOf[process],
    TONGBAN_OTLP_URL: collector.url,
    TONGBAN_WORKFLOW_BUNDLE: inject('workflowBundlePath'),
    TONGBAN_LOG_LEVEL: 'debug',
  });
  const worker = startWorkerProcess(url, namespace, settings('worker'), 'cases', 'documents');
  const [api, prometheus] = await Promise.all([
    startApiProcess(url, dir, settings('api')),
    startPrometheus(dir, addressOf),
  ]);
  afterAll(async () => {
    api.child.kill('SIGKILL');
    await Promise.all([worker.kill(), collector.stop(), prometheus.stop()]);
    await rm(dir, { recursive: true });
  });
  const officer = (officerId: string, role: Role, unitCode: UnitCode) =>
    createTongbanClient({
      baseUrl: `http://127.0.0.1:${api.port}`,
      token: () => api.issuer.sign({ officerId, roles: [role], unitCode }),
    });
  return {
    ...{ api, worker, client, collector, prometheus },
    /** What a process shows at its door. */
    scrape: async (process: 'api' | 'worker') => (await fetch(`http://${addressOf[process]}/metrics`)).text(),
    /** Plays a case over HTTP to its certificate and its close; its number. */
    play: async () => {
      const people = {
        acceptingOfficer: officer('officer-1', 'window_officer', acceptingStation),
        liaisonOfficer: officer('officer-2', 'liaison_officer', homeStation),
      };
      // A busy machine starts a process so slowly that it refuses the first requests for being too busy.
      const params = { query: { limit: 1, sort: 'acceptedAt' } } as const;
      const isLetIn = async () => (await people.liaisonOfficer.http.GET('/v1/cases', { params })).response.ok;
      await waitFor(isLetIn, { timeoutMs: 60_000, what: 'the API to answer' });
      await waitFor(() => worker.output().includes('worker is ready'), {
        timeoutMs: 180_000,
        what: 'the worker',
      });
      return (await playCase(people, await sampleSubmission(), () => undefined)).caseNo;
    },
  };
}
