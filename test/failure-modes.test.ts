import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepBatchSize } from '../activities/sweep.ts';
import { periodicWork } from '../activities/schedules.ts';
import { stickyQueueScheduleToStartTimeout } from '../activities/workers.ts';
import { defaultTimeoutMs } from '../api/case-commands.ts';
import { strayAgeMs } from '../db/attachment-files.ts';
import { nextTryAfter } from '../domain/case/retry.ts';
import { retryPlan } from '../domain/notices/retry-plan.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import { epochMsOf, parseInstant } from '../domain/time/instant.ts';
import { keyTimes } from '../platform/identity/provider-keys.ts';
import { certificateTimeout, retry } from '../workflows/effects.ts';
import { pauseBetweenBatches } from '../workflows/sweep.ts';

const project = path.join(import.meta.dirname, '..');
const document = readFileSync(path.join(project, 'docs/failure-modes.md'), 'utf8');

/** The lines of the tables, without heads and rules: what fails, what happens, what shows it. */
const lines = document
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|Wh)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, failure = '', , shownBy = '']) => ({ failure, shownBy }));

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const start = parseInstant('2026-11-02T09:00:00+08:00');
const sinceStartMs = (instant: Instant) => epochMsOf(instant) - epochMsOf(start);

/** For how long an effect is tried again by itself, and after how long for the first time. */
function effectRetries(): { firstAfterMs: number; triedForMs: number } {
  const tries: Instant[] = [];
  for (;;) {
    const next = nextTryAfter(tries.length + 1, tries.at(-1) ?? start);
    if (next === null) break;
    tries.push(next);
  }
  return { firstAfterMs: sinceStartMs(tries[0] ?? start), triedForMs: sinceStartMs(tries.at(-1) ?? start) };
}

const units: Readonly<Record<string, string>> = { s: 's', m: 'minutes' };
const each: Readonly<Record<string, string>> = { '1s': 'a second', '60m': 'an hour' };
const spaced = (duration: string) => duration.replace(/[sm]$/, (unit) => ` ${units[unit] ?? ''}`);

/** Everything that the document says in numbers, with the numbers that the code has. */
const claims = [
  `sticky time-out ${spaced(stickyQueueScheduleToStartTimeout)}`,
  `when its ${spaced(certificateTimeout)} are over`,
  `two waits of ${String(defaultTimeoutMs / 1000)} s at most`,
  `every ${spaced(String(periodicWork.sweep.spec.intervals?.[0]?.every))}`,
  `${String(sweepBatchSize)} ${each[pauseBetweenBatches]} at most`,
  `once they are ${each[`${strayAgeMs / minuteMs}m`] ?? ''} old`,
  `${String(retry.maximumAttempts)} tries`,
  `again after ${String(effectRetries().firstAfterMs / minuteMs)} minute and`,
  `seldom, for ${String(Math.floor(effectRetries().triedForMs / dayMs))} days`,
  `An effect fails for more than ${String(Math.floor(effectRetries().triedForMs / dayMs))} days`,
  `is down for ${String(retryPlan.triedForMs / dayMs)} days`,
  `The ${String(retryPlan.triedForMs / dayMs)} days end`,
  `after ${String(defaultPolicy.terms.receipt.count)} working day`,
  `within its own ${String(defaultPolicy.terms.further_verification.count)} working days`,
  `after ${String(defaultPolicy.cases.reroutesWithoutSupervisor)} reroutes`,
  `after ${String(defaultPolicy.terms.collection.count)} days`,
  `for up to ${String(keyTimes.keptForMs / (60 * minuteMs))} hours`,
  `at most every ${String(keyTimes.failureCooldownMs / 1000)} s`,
  `not twice in ${String(keyTimes.cooldownMs / 1000)} s`,
  `for ${String(keyTimes.refreshAfterMs / minuteMs)} minutes at most`,
];

describe('docs/failure-modes.md', () => {
  it.each(claims)('says as the code has it: %s', (claim) => {
    expect(document).toContain(claim);
  });

  it('says nothing in numbers that the code is not asked for', () => {
    const rest = claims.reduce((text, claim) => text.replaceAll(claim, ''), document);
    expect(
      rest.match(/(\d+|\ban?) (s|seconds?|minutes?|hours?|(working )?days?|tries|reroutes|second|times)\b/g),
    ).toBeNull();
  });

  it.each(lines)('$failure: is shown by tests that are there', ({ shownBy }) => {
    const files = [...shownBy.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(path.join(project, file)))).toEqual([]);
    const told = files.map((file) => readFileSync(path.join(project, file), 'utf8')).join();
    for (const [scenario] of shownBy.matchAll(/S\d\d/g)) expect(told).toContain(scenario);
  });

  it('goes through every part that can fail', () => {
    const parts = [...document.matchAll(/^## (.+)$/gm)].map(([, part]) => part);
    expect(parts).toEqual([
      'A worker',
      'The API',
      'Postgres',
      'Keys of personal data',
      'Temporal',
      'Attachments',
      'The identity provider',
      'Chromium and papers',
      'A receiver',
      'A person',
    ]);
  });
});
