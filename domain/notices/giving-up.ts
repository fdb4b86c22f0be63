import type { CaseNo } from '../certificate/numbers.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import { localDateOf } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Channel } from './channel.ts';
import { channelRules } from './channel.ts';
import type { BundleId, DeliveryFailure } from './delivery.ts';
import type { NoticeKind } from './kind.ts';
import { noticeKindTitles } from './kind.ts';

/** A notice that did not get through, with where it belongs. */
export interface LostNotice {
  readonly caseNo: CaseNo | null;
  readonly for: 'staff' | 'applicant';
  readonly kind: NoticeKind;
  /** The unit that it was for, or the one that has the applicant's case, with who reads the inbox there. */
  readonly role: Role;
  readonly unit: { readonly code: UnitCode; readonly name: string; readonly province: UnitCode };
}

export interface GivenUpMessage {
  readonly id: BundleId;
  readonly channel: Channel;
  readonly failure: DeliveryFailure | null;
  readonly notices: readonly LostNotice[];
}

export interface GivingUpNotice {
  readonly dedupeKey: string;
  readonly unitCode: UnitCode;
  readonly role: Role;
  readonly caseNo: CaseNo | null;
  readonly text: string;
}

/**
 * Whom to tell that a message was given up: the station that stands before the applicant, so that it calls him, and
 * the province's administrators, once a day for a channel that is down and once for each address that is wrong.
 */
export function noticesOfGivingUp(message: GivenUpMessage, at: Instant): GivingUpNotice[] {
  // What these notices themselves cannot deliver stands in the inbox, and would go on for ever.
  const lost = message.notices.filter(({ kind }) => kind !== 'delivery_failure');
  return [
    ...uniqueByKey(lost.map((notice) => toAdministrators(message, notice, at))),
    ...toStations(message, lost),
  ];
}

function toAdministrators(
  { channel, failure, id }: GivenUpMessage,
  { unit }: LostNotice,
  at: Instant,
): GivingUpNotice {
  const { title } = channelRules[channel];
  const why = failure?.message ?? '';
  const base = { unitCode: unit.province, role: 'system_administrator', caseNo: null } as const;
  if (failure?.kind === 'permanent') {
    const text = `给${unit.name}的通知（${title}）被拒收，已停止发送。${why}`;
    return { ...base, dedupeKey: `given-up/${id}/${unit.province}`, text };
  }
  const dedupeKey = `given-up/${channel}/${unit.province}/${localDateOf(at)}`;
  const text = `有通知经${title}连续7天未能送出，已停止发送。${why}请检查该渠道；未送出的通知见各件的通知记录。`;
  return { ...base, dedupeKey, text };
}

function toStations({ id, channel }: GivenUpMessage, lost: readonly LostNotice[]): GivingUpNotice[] {
  return lost
    .filter((notice) => notice.for === 'applicant' && channelRules[channel].reader === 'person')
    .map(({ caseNo, kind, unit, role }) => ({
      dedupeKey: `given-up/${id}/${caseNo ?? ''}/${kind}`,
      unitCode: unit.code,
      role,
      caseNo,
      text: `给申请人的${channelRules[channel].title}（${noticeKindTitles[kind]}）未能送达，请电话告知。`,
    }));
}

function uniqueByKey(notices: readonly GivingUpNotice[]): GivingUpNotice[] {
  return [...new Map(notices.map((notice) => [notice.dedupeKey, notice])).values()];
}
