import type { RecordedEvent } from '../domain/case/event.ts';
import type { NoticeAudience } from '../domain/case/notices/notice.ts';
import { noticesFor } from '../domain/case/notices.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Seat } from '../domain/directory/chain.ts';
import { seatOf } from '../domain/directory/chain.ts';
import { menderOf } from '../domain/directory/keepers.ts';
import { postRules } from '../domain/directory/post.ts';
import { unitOfCase } from '../domain/escalation/unit-of-case.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import type { AddressedNotice } from '../db/repositories/ledger.ts';

/** The notices of an event with the units of this case in the place of their parts in it. */
export function addressNotices(tree: UnitTree, recorded: RecordedEvent, state: CaseState): AddressedNotice[] {
  return noticesFor(recorded, state).map(({ audience, ...notice }, position) => {
    const seat = seatFor(tree, state, audience);
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

function seatFor(tree: UnitTree, state: CaseState, audience: NoticeAudience): Seat | null {
  switch (audience.kind) {
    case 'applicant':
      return null;
    case 'post':
      return seatOf(tree, { unitCode: unitOfCase(tree, state, audience.unit), post: audience.post });
    case 'seat':
      return seatOf(tree, audience);
    case 'mender':
      return menderOf(tree, audience.seat, audience.empty);
  }
}
