import { listRungsToldToNobody } from '../../../db/repositories/stuck-cases.ts';
import { gapReasonTitles } from '../../../domain/directory/recipients.ts';
import { postRules } from '../../../domain/directory/post.ts';
import type { Detector } from '../detector.ts';
import { aboutCase } from '../detector.ts';

/** Rungs that fired where the directory named nobody at all, and that are not settled. */
export const detectRungsWithoutRecipients: Detector = async ({ database }) => {
  const rungs = await listRungsToldToNobody(database);
  return {
    classes: ['rung_without_recipients'],
    sightings: rungs.map(({ caseNo, rungKey, firedAt, gaps }) => ({
      class: 'rung_without_recipients',
      subject: aboutCase(caseNo, rungKey),
      since: firedAt,
      attempts: 1,
      reason: gaps[0]?.reason ?? null,
      message: gaps
        .map(
          ({ unitCode, post, reason }) => `${unitCode} ${postRules[post].title}：${gapReasonTitles[reason]}`,
        )
        .join('；'),
      build: null,
    })),
  };
};
