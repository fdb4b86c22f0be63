import { describe, expect, it } from 'vitest';
import '../house/quiet-temporal.ts';
import type { History } from '../../platform/temporal/divergence.ts';
import { replayAll } from '../../platform/temporal/replay.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { collectedCase } from './divergent/history.ts';

const divergent = new URL('divergent/index.ts', import.meta.url);
const bundle = await bundleWorkflows(divergent, [divergent.pathname]);

async function verdictsOn(history: History, ...changes: readonly string[]) {
  const verdicts = [];
  const named = changes.map((workflowId) => ({ workflowId, history }));
  for await (const { verdict } of replayAll(named, bundle)) verdicts.push(verdict);
  return verdicts;
}

describe('where a build leaves a history', () => {
  it('is nowhere without a change', async () => {
    expect(await verdictsOn(collectedCase, 'none')).toEqual([{ ok: true }]);
  });

  it.each([
    {
      change: 'activity type changed',
      eventId: 15,
      expected: 'ActivityTaskScheduled transmitDossier',
      actual: 'ScheduleActivityTask sendDossier',
    },
    {
      change: 'activity removed',
      eventId: 15,
      expected: 'ActivityTaskScheduled transmitDossier',
      actual: 'nothing',
    },
    {
      change: 'timer before an activity',
      eventId: 15,
      expected: 'ActivityTaskScheduled transmitDossier',
      actual: 'StartTimer',
    },
    {
      change: 'local activity type changed',
      eventId: 6,
      expected: 'MarkerRecorded core_local_activity',
      actual: 'RecordMarker of a local activity write',
    },
    {
      change: 'local activity removed',
      eventId: 6,
      expected: 'MarkerRecorded core_local_activity',
      actual: 'nothing',
    },
    { change: 'timer removed', eventId: 8, expected: 'TimerStarted', actual: 'ProtocolMessage of an update' },
    {
      change: 'order of timer and activity changed',
      eventId: 8,
      expected: 'TimerStarted',
      actual: 'ScheduleActivityTask',
    },
    { change: 'code that throws', eventId: 4, expected: 'WorkflowTaskCompleted', actual: null },
  ])('is told: $change', async ({ change, ...told }) => {
    const [verdict] = await verdictsOn(collectedCase, change);
    expect(verdict).toMatchObject({ ok: false, ...told, eventType: told.expected.split(' ')[0] });
  });

  it('is told without stacks and payloads', async () => {
    const verdicts = await verdictsOn(
      collectedCase,
      'code that throws',
      'local activity removed',
      'timer removed',
    );
    const messages = verdicts.map((verdict) => (verdict.ok ? 'ok' : verdict.message));
    expect(messages[0]).toBe('policy is undefined');
    for (const message of messages) expect(message).not.toMatch(/stack|\bat |payload|\n|TMPRL/);
  });
});
