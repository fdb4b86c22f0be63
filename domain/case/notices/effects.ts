import { effectTitles, failureRemedies } from '../effect.ts';
import { localDateOf } from '../../time/plain-date.ts';
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
  effect_retry_ordered: none,
  effect_substituted: ({ effect, doneAt }) => [
    toOfficer(
      `${effectTitles[effect.type]}未能由系统完成，管理员已登记人工办理（${localDateOf(doneAt)}），请核对。`,
      'incident',
    ),
  ],
} as const satisfies PartOfNotices;
