import { expect, it } from 'vitest';
import { isErrorCode, Problem } from '../../api/problems.ts';
import { problemStatus } from '../../api/problem-status.ts';
import { findRetryAfterSeconds } from '../../api/retry-after.ts';

const problems = Object.keys(problemStatus)
  .filter(isErrorCode)
  .map((code) => new Problem(code));

it('every 429 and 503 says when to come again, and no other problem of itself', () => {
  const saying = problems.filter((problem) => findRetryAfterSeconds(problem) !== undefined);
  expect(saying.map(({ code }) => code)).toEqual(
    problems.filter(({ status }) => status === 429 || status === 503).map(({ code }) => code),
  );
  expect(saying.length).toBeGreaterThan(0);
});

it('a problem that knows better says so', () => {
  expect(findRetryAfterSeconds(new Problem('too_many_attempts', { retryAfterSeconds: 90 }))).toBe(90);
});
