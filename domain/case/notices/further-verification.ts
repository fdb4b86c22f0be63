import { localDateOf } from '../../time/plain-date.ts';
import type { UnitCode } from '../../units/unit.ts';
import type { RecordedEvent } from '../event.ts';
import type { FurtherVerification } from '../further-verification.ts';
import { furtherResultTitles } from '../status.ts';
import type { CaseState } from '../state.ts';
import { findRunningClock } from '../state.ts';
import type { Notice, PartOfNotices } from './notice.ts';
import { toPost, toTold } from './notice.ts';

/** What goes between the home station and a further one that it asks. */
export const furtherVerificationNotices = {
  further_verification_requested: ({ station }, state) => {
    const clock = findRunningClock(state, 'further_verification');
    const due = clock === undefined ? '尽快' : `于${localDateOf(clock.deadline.dueAt)}前`;
    return toStation(station, `户籍地派出所请你所协助查证一件“跨省通办”申请，请查看所问事项，并${due}反馈。`);
  },
  further_verification_cancelled: ({ n }, state) =>
    state.furtherVerifications
      .filter((asking) => asking.n === n)
      .flatMap(({ station }) => toStation(station, '户籍地派出所已撤销协助查证的请求，无需再查。')),
  further_verification_answered: ({ result }) => [
    toPost(
      'home_station',
      'liaison_officer',
      `协助查证已反馈：${furtherResultTitles[result]}，请据此完成查证。`,
    ),
  ],
} as const satisfies PartOfNotices;

/** What nobody waits for any more since an event is asked of nobody any more. */
export function lapsedVerificationNotices(
  { seq }: RecordedEvent,
  { furtherVerifications }: CaseState,
): Notice[] {
  return furtherVerifications
    .filter((asking) => lapsedWith(asking, seq))
    .flatMap(({ station }) => toStation(station, '所请协助查证的申请已不在查证中，无需再查。'));
}

function lapsedWith({ outcome }: FurtherVerification, seq: number): boolean {
  return outcome?.kind === 'lapsed' && outcome.seq === seq;
}

function toStation(unitCode: UnitCode, text: string): Notice[] {
  return toTold([{ unitCode, post: 'liaison_officer' }], { kind: 'case', urgency: 'normal', text });
}
