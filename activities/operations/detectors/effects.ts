import { listPendingEffects } from '../../../db/repositories/stuck-cases.ts';
import { effectKeyOf, effectTitles, failureRemedies } from '../../../domain/case/effect.ts';
import type { Detector } from '../detector.ts';
import { aboutCase } from '../detector.ts';

/** Effects that have failed: what was asked of the world and has not happened. */
export const detectFailedEffects: Detector = async ({ database }) => {
  const pending = await listPendingEffects(database);
  return {
    classes: ['effect_retrying', 'effect_given_up'],
    sightings: pending.flatMap(({ caseNo, effect, failures, since, progress, pausedAt }) => {
      if (progress.kind === 'running') return [];
      const { failure, nextTryAt } = progress;
      return [
        {
          class: nextTryAt === null ? ('effect_given_up' as const) : ('effect_retrying' as const),
          subject: aboutCase(caseNo, effectKeyOf(effect)),
          since,
          attempts: failures,
          reason: failure.failureClass,
          message: `${effectTitles[effect.type]}：${failure.message}${pausedAt === null ? failureRemedies[failure.failureClass] : `案件自 ${pausedAt} 起暂停办理，恢复后才会重试。`}`,
          build: null,
        },
      ];
    }),
  };
};
