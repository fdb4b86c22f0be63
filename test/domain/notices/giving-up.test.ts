import { describe, expect, it } from 'vitest';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import type { BundleId } from '../../../domain/notices/delivery.ts';
import type { GivenUpMessage, LostNotice } from '../../../domain/notices/giving-up.ts';
import { noticesOfGivingUp } from '../../../domain/notices/giving-up.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { otherStation, province, station } from '../directory/persons.ts';

const at = parseInstant('2026-11-25T10:00:00+08:00');
const caseNo = '5201031100012026111800001K' as CaseNo;
const unit = { code: station, name: '测试派出所', province };
const toOfficer: LostNotice = { caseNo, for: 'staff', role: 'liaison_officer', kind: 'escalation', unit };
const toApplicant: LostNotice = {
  caseNo,
  for: 'applicant',
  role: 'window_officer',
  kind: 'certificate_ready',
  unit,
};

function told(change: Partial<GivenUpMessage>): string[] {
  const message: GivenUpMessage = {
    id: 'b-1' as BundleId,
    channel: 'email',
    failure: { kind: 'temporary', code: 'unreachable', message: '无法连接邮件服务器。' },
    notices: [toOfficer],
    ...change,
  };
  return noticesOfGivingUp(message, at).map(
    ({ dedupeKey, unitCode, role, text }) => `${dedupeKey} ${unitCode} ${role} ${text}`,
  );
}

describe('when a message is given up', () => {
  it('the province’s administrators hear once a day that a channel is down', () => {
    const elsewhere = { ...toOfficer, unit: { ...unit, code: otherStation } };
    expect(told({ notices: [toOfficer, elsewhere] })).toEqual([
      `given-up/email/${province}/2026-11-25 ${province} system_administrator ` +
        '有通知经电子邮件连续7天未能送出，已停止发送。无法连接邮件服务器。请检查该渠道；未送出的通知见各件的通知记录。',
    ]);
  });

  it('they hear of every address that is wrong', () => {
    const failure = {
      kind: 'permanent',
      code: 'smtp_550',
      message: '邮件服务器拒收（550），请核对邮箱地址。',
    } as const;
    expect(told({ failure })).toEqual([
      `given-up/b-1/${province} ${province} system_administrator ` +
        '给测试派出所的通知（电子邮件）被拒收，已停止发送。邮件服务器拒收（550），请核对邮箱地址。',
    ]);
  });

  it('the station calls an applicant whom no short message reached', () => {
    const [, toStation] = told({ channel: 'sms', notices: [toApplicant] });
    expect(toStation).toBe(
      `given-up/b-1/${caseNo}/certificate_ready ${station} window_officer ` +
        '给申请人的短信（证明可领取）未能送达，请电话告知。',
    );
  });

  it('a program that is away concerns no applicant', () => {
    expect(told({ channel: 'webhook', notices: [toApplicant] })).toHaveLength(1);
  });

  it('that nobody could be told of it is not told on for ever', () => {
    expect(told({ notices: [{ ...toOfficer, kind: 'delivery_failure' }] })).toEqual([]);
  });
});
