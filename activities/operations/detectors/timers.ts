import { listOverdueTimers } from '../../../db/repositories/stuck-cases.ts';
import { addMs } from '../../../domain/time/instant.ts';
import type { Detector } from '../detector.ts';
import { aboutCase } from '../detector.ts';

// A house under load is late by seconds: of 2,000 rungs of one minute the last was written 85 s after it (99 %).
const graceMs = 2 * 60_000;

/** Cases of which the next thing should have happened, and has not. */
export const detectOverdueTimers: Detector = async ({ database, now }) => {
  const overdue = await listOverdueTimers(database, addMs(now, -graceMs));
  return {
    classes: ['timer_overdue'],
    sightings: overdue.map(({ caseNo, nextAt }) => ({
      class: 'timer_overdue',
      subject: aboutCase(caseNo),
      since: nextAt,
      attempts: 0,
      reason: null,
      message: '案件日程中的下一事项已过应办时间，仍未发生。',
      build: null,
    })),
  };
};
