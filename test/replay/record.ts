import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { it } from 'vitest';
import { playScenario } from '../scenarios/scenario.ts';
import type { Course } from './courses.ts';
import { courses } from './courses.ts';
import { writeHistory } from './histories.ts';

// Written as a test file only to be given the services; `npm run replay:record` runs it, `npm test` does not.
it.each(Object.entries<Course>(courses))('records %s', (name, { options, play }) =>
  playScenario({ from: '2026-11-02T09:30:00+08:00', ...options }, async (scenario) => {
    const driver = await play(scenario);
    writeHistory(name, JSON.parse(historyToJSON(await driver.handle.fetchHistory())));
  }),
);
