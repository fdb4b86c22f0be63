import { effectTitles, failureRemedies } from '../effect.ts';
import type { PartOfNotices } from './notice.ts';
import { none, toOfficer } from './notice.ts';

/** What the system was asked for and could not do. */
export const effectNotices = {
  // The first failure tells the people at the counter; the tries that follow by themselves would only repeat it.
  effect_failed: ({ effect, failure, failures, nextTryAt }) => {
    if (failures > 1 && nextTryAt !== null) return [];
    const wayOut = effect.type === 'transmit_dossier' ? '如不能等待，可改用传真或人工送达。' : '';
    const text = `${effectTitles[effect.type]}受阻：${failure.message}${failureRemedies[failure.failureClass]}${wayOut}`;
    return [toOfficer(text, 'incident')];
  },
  effect_retried: none,
} as const satisfies PartOfNotices;
