import type { Delivery } from '../db/repositories/deliveries.ts';
import type { NoticeRow } from '../db/repositories/notices.ts';
import { channelTitleOf } from '../domain/notices/channel.ts';
import { deliveryStatusTitles, suppressionTitles } from '../domain/notices/delivery.ts';
import { noticeKindTitles } from '../domain/notices/kind.ts';
import type { DeliveryView } from './schemas/delivery.ts';

/** A notice as staff see it, with what became of it on every way. */
export function noticeView(notice: NoticeRow, deliveries: readonly Delivery[]) {
  const { id, kind, urgency, text, createdAt } = notice;
  const ways = deliveries.filter(({ noticeId }) => noticeId === id).map(deliveryView);
  return {
    ...{ id, kind, urgency, text, createdAt },
    kindTitle: noticeKindTitles[kind],
    // A notice to a role is in its inbox as soon as it is written.
    deliveries: notice.role === null ? ways : [inboxView(notice), ...ways],
  };
}

const untouched = {
  slotAt: null,
  attempts: 0,
  handedOverAt: null,
  givenUpAt: null,
  lastFailure: null,
  suppression: null,
} as const;

function inboxView({ createdAt }: NoticeRow): DeliveryView {
  return {
    ...untouched,
    ...{ channel: 'inbox', channelTitle: channelTitleOf('inbox'), destination: 'inbox' },
    ...{ status: 'delivered', statusTitle: deliveryStatusTitles.delivered, handedOverAt: createdAt },
  };
}

function deliveryView({ channel, destination, state }: Delivery): DeliveryView {
  const { status } = state;
  return {
    ...untouched,
    ...{ channel, channelTitle: channelTitleOf(channel), destination },
    ...{ status, statusTitle: deliveryStatusTitles[status] },
    ...outcomeOf(state),
  };
}

function outcomeOf(state: Delivery['state']): Partial<DeliveryView> {
  if (state.status !== 'suppressed') {
    const { status: _status, ...outcome } = state;
    return outcome;
  }
  const originalNoticeId = state.reason === 'duplicate' ? state.original : null;
  return {
    suppression: { reason: state.reason, message: suppressionTitles[state.reason], originalNoticeId },
  };
}
