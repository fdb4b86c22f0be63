import type { RecordedEvent } from '../domain/case/event.ts';
import type { NoticeAudience } from '../domain/case/notices/notice.ts';
import { dutyTelephoneNotices } from '../domain/case/notices/duty-telephone.ts';
import { noticesFor } from '../domain/case/notices.ts';
import { stationsOf } from '../domain/case/further-verification.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Seat } from '../domain/directory/chain.ts';
import { menderOf } from '../domain/directory/keepers.ts';
import { postRules } from '../domain/directory/post.ts';
import type { Workplaces } from '../domain/directory/workplace.ts';
import { inboxOn } from '../domain/directory/workplace.ts';
import { seatInCase } from '../domain/escalation/unit-of-case.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import type { AddressedNotice } from '../db/repositories/ledger.ts';

/** The notices of an event with the units of this case in the place of their parts in it. */
export function addressNotices(
  workplaces: Workplaces,
  recorded: RecordedEvent,
  state: CaseState,
): AddressedNotice[] {
  const day = localDateOf(recorded.occurredAt);
  const { tree } = workplaces;
  const notices = [...noticesFor(recorded, state), ...dutyTelephoneNotices(recorded.event, tree)];
  return notices.map(({ audience, ...notice }, position) => {
    const seat = seatFor(workplaces, state, audience, day);
    return {
      ...notice,
      seq: recorded.seq,
      position,
      createdAt: recorded.occurredAt,
      unitCode: seat?.unitCode ?? null,
      role: seat === null ? null : postRules[seat.post].inbox,
    };
  });
}

/** Where the notice goes on the day of its event: a post's work may be done elsewhere by then than when it was named. */
function seatFor(
  workplaces: Workplaces,
  state: CaseState,
  audience: NoticeAudience,
  day: PlainDate,
): Seat | null {
  switch (audience.kind) {
    case 'applicant':
      return null;
    case 'post':
      return inboxOn(workplaces, seatInCase(workplaces, stationsOf(state), audience, day), day);
    case 'seat':
      return inboxOn(workplaces, audience, day);
    case 'mender':
      return menderOf(workplaces.tree, audience.seat, audience.empty);
  }
}
