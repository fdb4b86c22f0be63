import { setTimeout as pause } from 'node:timers/promises';
import type { Counter } from './counter.ts';
import type { CourseName } from './courses.ts';
import { courseNames, courses } from './courses.ts';

/** A case that was played, and how far. */
export interface PlayedCase {
  readonly course: CourseName;
  /** Undefined: it did not come to its end, and why. */
  readonly caseNo: string | undefined;
  readonly failure: string | undefined;
}

/** People at several counters who play one case after the other. */
export interface Traffic {
  readonly played: readonly PlayedCase[];
  /** Lets everybody end the case that he has; nobody begins another. */
  finish(): Promise<void>;
}

/** Every so many cases somebody sends an application and goes away. */
const leavesEvery = 10;
const pauseAfterFailureMs = 1000;

export function startTraffic(counter: Counter, counters: number): Traffic {
  const played: PlayedCase[] = [];
  let begun = 0;
  let isOver = false;
  // Each case in its turn, so that a short run has one of every course.
  const work = async () => {
    while (!isOver) {
      const n = begun++;
      const course = courseNames[n % courseNames.length] ?? 'consistent';
      if (n % leavesEvery === leavesEvery - 1) await counter.submitOnce();
      try {
        const { caseNo } = await courses[course].play(counter);
        played.push({ course, caseNo, failure: undefined });
      } catch (error) {
        played.push({
          course,
          caseNo: undefined,
          failure: error instanceof Error ? error.message : String(error),
        });
        await pause(pauseAfterFailureMs);
      }
    }
  };
  const working = Promise.all(Array.from({ length: counters }, work));
  return {
    played,
    async finish() {
      isOver = true;
      await working;
    },
  };
}
