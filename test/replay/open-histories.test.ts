import { inject, expect, it } from 'vitest';
import '../house/quiet-temporal.ts';
import { replayAll } from '../../platform/temporal/replay.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { collectedCase } from './divergent/history.ts';

const divergent = new URL('divergent/index.ts', import.meta.url);
const incompatiblePath = new URL('incompatible/index.ts', import.meta.url);
const { events } = collectedCase;
/** The first event that a command of the workflow left behind. */
const firstCommandEvent = 5;
/** Before it the case waits after its last timer, as an open one does; with it the next act has been answered. */
const nextCommandEvent = 63;

/** As long as the case was when it waited, when a task was under way, and in the midst of what a task led to. */
const lengths = [2, 4, 5, 8, 17, 30, 46, 59, 62, 63];
const beginnings = lengths.map((length) => ({
  length,
  history: { events: (events ?? []).slice(0, length) },
}));

/** The lengths at which the build does not follow the case. */
async function refusedLengths(
  bundle: Parameters<typeof replayAll>[1],
  workflowId = 'none',
): Promise<number[]> {
  const named = beginnings.map((beginning) => ({ ...beginning, workflowId }));
  const refused = [];
  for await (const { length, verdict } of replayAll(named, bundle)) if (!verdict.ok) refused.push(length);
  return refused;
}

const from = (first: number) => lengths.filter((length) => length >= first);

it('an open history of every length is followed by the build that wrote it', async () => {
  expect(await refusedLengths({ codePath: inject('workflowBundlePath') })).toEqual([]);
});

it('an open history is refused by an incompatible build as soon as it holds the event of one command', async () => {
  const incompatible = await bundleWorkflows(incompatiblePath, [incompatiblePath.pathname]);
  expect(await refusedLengths(incompatible)).toEqual(from(firstCommandEvent));
});

it('what a build would do behind the last command is seen when the case has gone on', async () => {
  const bundle = await bundleWorkflows(divergent, [divergent.pathname]);
  expect(await refusedLengths(bundle, 'activity behind the last event')).toEqual(from(nextCommandEvent));
});
