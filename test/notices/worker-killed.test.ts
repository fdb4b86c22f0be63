import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { writeTestKeyRing } from '../services/test-key-ring.ts';
import { bundlesOf, createNoticeDatabase } from './notice-house.ts';
import { addPerson, tell } from './outbox.ts';
import { startMailServer } from './receivers.ts';
import { quickly } from '../services/quickly.ts';

const { url, owner } = await createNoticeDatabase();
const { namespace } = await connectOwnNamespace();
const program = path.join(import.meta.dirname, '..', '..', 'activities', 'worker.ts');
const workers: ChildProcess[] = [];
afterAll(async () => {
  for (const worker of workers) await kill(worker);
  await owner.close();
});

function startWorker(smtpUrl: string): ChildProcess {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongban-worker-'));
  const worker = spawn(process.execPath, [...quickly, program, '--queues', 'notices'], {
    stdio: 'ignore',
    env: {
      PATH: '/usr/bin:/bin',
      TONGBAN_POSTGRES_URL: url,
      TONGBAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      TONGBAN_TEMPORAL_NAMESPACE: namespace,
      TONGBAN_DATA_DIR: dataDir,
      TONGBAN_KEY_RING_FILE: writeTestKeyRing(dataDir),
      TONGBAN_LOG_LEVEL: 'silent',
      TONGBAN_SMTP_URL: smtpUrl,
      TONGBAN_MAIL_FROM: 'notice@tongban.invalid',
    },
  });
  workers.push(worker);
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

const timeoutMs = 240_000;

it(
  'what a worker handed over when it was killed with -9 comes again under the same number, the rest once',
  { timeout: timeoutMs },
  async () => {
    const people = 20;
    const mail = await startMailServer();
    for (let n = 0; n < people; n += 1) await addPerson(owner, systemClock.now(), 'liaison_officer');
    const { release } = mail.hold();
    const worker = startWorker(mail.url);
    // Urgent, for the test must not wait for the morning.
    await tell(owner, systemClock.now(), { urgency: 'urgent' });
    await waitFor(() => Promise.resolve(mail.mails.length >= 5), { timeoutMs, what: 'mails under way' });
    await kill(worker);
    const handedOver = new Set(mail.mails.map(({ messageId }) => messageId));
    release();

    startWorker(mail.url);
    const isDone = async () => (await bundlesOf(owner)).every(({ status }) => status === 'delivered');
    await waitFor(isDone, { timeoutMs, what: 'every delivery' });
    const counts = Map.groupBy(mail.mails, ({ messageId }) => messageId ?? '');
    expect(counts.size).toBe(people);
    for (const [messageId, mails] of counts) expect(mails).toHaveLength(handedOver.has(messageId) ? 2 : 1);
  },
);
