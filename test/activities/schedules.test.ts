import pino from 'pino';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { ensureSchedules, periodicWork } from '../../activities/schedules.ts';
import { startWorkers } from '../../activities/workers.ts';
import { connectDatabase } from '../../db/database.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { taskQueues } from '../../workflows/contract.ts';
import { createHouseDatabase } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

const temporal = await connectOwnNamespace();
const { client } = temporal;
const schedule = (name: string) => client.schedule.getHandle(`periodic/${name}`);
const names = Object.keys(periodicWork);

describe('the schedules', () => {
  it('are registered once, however many workers start', async () => {
    await Promise.all([ensureSchedules(client), ensureSchedules(client)]);
    await ensureSchedules(client);
    for (const name of names) {
      const { info } = await schedule(name).describe();
      // An update would make Temporal forget the times that were missed before it.
      expect(info.lastUpdatedAt).toBeUndefined();
    }
  });

  it('become what a new release says, and those that it no longer has go; a paused one stays paused', async () => {
    await ensureSchedules(client);
    await schedule('digest').pause('no digests during the exercise');
    const { retention, digest, ...others } = periodicWork;
    const calendars = [{ hour: 6, minute: 30 }];
    const release = {
      ...others,
      digest: { ...digest, spec: { ...digest.spec, calendars } },
      added: retention,
    };
    const listed = async () => {
      const ids: string[] = [];
      for await (const { scheduleId } of client.schedule.list()) ids.push(scheduleId);
      return ids.sort();
    };
    const isAll = (table: object) => async () =>
      JSON.stringify(await listed()) ===
      JSON.stringify(
        Object.keys(table)
          .map((name) => `periodic/${name}`)
          .sort(),
      );
    await waitFor(isAll(periodicWork), { timeoutMs: 30_000, what: 'all schedules in the list' });

    await ensureSchedules(client, release);
    const { spec, state } = await schedule('digest').describe();
    expect(spec.calendars).toMatchObject([{ hour: [{ start: 6 }], minute: [{ start: 30 }] }]);
    expect(state).toMatchObject({ paused: true, note: 'no digests during the exercise' });
    await waitFor(isAll(release), { timeoutMs: 30_000, what: 'the schedules of the release in the list' });

    await ensureSchedules(client);
    await waitFor(isAll(periodicWork), { timeoutMs: 30_000, what: 'the schedules of the code in the list' });
    await schedule('digest').unpause();
  });
});

describe('what runs by itself', () => {
  it('is carried out by the workers, every line of the table', async () => {
    const database = connectDatabase({
      url: await createHouseDatabase(),
      role: 'tongban_worker',
      maxConnections: 4,
      keyRing: testKeyRing,
    });
    const channels = openNoticeChannels({}, 'development');
    const workers = await startWorkers([taskQueues.cases, taskQueues.notices, taskQueues.operations], {
      ...temporal,
      database,
      renderer: undefined,
      channels,
      retentionDays: 3650,
      clock: systemClock,
      log: pino({ level: 'silent' }),
      workflowBundle: { codePath: inject('workflowBundlePath') },
    });
    onTestFinished(async () => {
      await workers.stop();
      await Promise.all([channels.close(), database.close()]);
    });
    await ensureSchedules(client);
    for (const name of names) await schedule(name).trigger('ALLOW_ALL');
    const runs = await Promise.all(names.map(runOf));
    await Promise.all(runs.map(({ workflowId }) => client.workflow.getHandle(workflowId).result()));
  });
});

/** The newest run that a schedule has started. */
function runOf(name: string): Promise<{ readonly workflowId: string }> {
  const newest = async () => {
    const { info } = await schedule(name).describe();
    return info.recentActions.at(-1)?.action.workflow;
  };
  return waitFor(newest, { timeoutMs: 30_000, what: `a run of ${name}` });
}
