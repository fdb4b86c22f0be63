import { randomUUID } from 'node:crypto';
import type { Address, NoticeChannel, NoticeMessage } from '../../activities/notices/channels/channel.ts';
import { DeliveryError } from '../../activities/notices/channels/channel.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { BundleId, DeliveryFailure } from '../../domain/notices/delivery.ts';
import type { MessageNotice } from '../../domain/notices/message-text.ts';
import { instantFromEpochMs, parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

export const caseNo = '4401069900002026112500001K' as CaseNo;

export function messageNotice(change: Partial<MessageNotice> = {}): MessageNotice {
  return {
    id: 7,
    caseNo,
    unitCode: parseUnitCode('520302990000'),
    role: 'liaison_officer',
    kind: 'case',
    urgency: 'normal',
    text: '收到一件“跨省通办”查证申请，请签收。',
    createdAt: parseInstant('2026-11-25T09:05:00+08:00'),
    ...change,
  };
}

/** A message with a number of its own. */
export function messageTo<To extends Address>(
  to: To,
  notices: NoticeMessage<To>['notices'] = [messageNotice()],
): NoticeMessage<To> {
  return {
    id: randomUUID() as BundleId,
    to,
    at: instantFromEpochMs(Date.now()),
    notices,
    stationTelephone: '020-00000001',
    dueDate: '2026-12-02（暂定）',
  };
}

/** How a channel failed to hand a message over. */
export async function failureOf<To extends Address>(
  channel: NoticeChannel<To>,
  message: NoticeMessage<To>,
): Promise<DeliveryFailure & { retryAfterMs?: number }> {
  try {
    await channel.send(message);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const { failure, retryAfterMs } = error;
    return { ...failure, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  throw new Error('the message was handed over');
}
