import { describe, expect, it } from 'vitest';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import type { MessageNotice } from '../../../domain/notices/message-text.ts';
import { messageTextOf, subjectLineOf } from '../../../domain/notices/message-text.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { station } from '../directory/persons.ts';

function notice(id: number, change: Partial<MessageNotice> = {}): MessageNotice {
  return {
    id,
    caseNo: '5201031100012026111800001K' as CaseNo,
    unitCode: station,
    role: 'liaison_officer',
    kind: 'case',
    urgency: 'normal',
    text: `第${id}条。`,
    createdAt: parseInstant('2026-11-25T09:05:00+08:00'),
    ...change,
  };
}

describe('a message', () => {
  it('of one notice says in its subject what it is about and which case', () => {
    expect(subjectLineOf([notice(1)])).toBe('【跨省通办】申请件办理 5201031100012026111800001K');
    expect(subjectLineOf([notice(1, { caseNo: null, kind: 'digest' })])).toBe('【跨省通办】每日汇总');
  });

  it('of several counts them, and shows that one is urgent', () => {
    expect(subjectLineOf([notice(1), notice(2)])).toBe('【跨省通办】2条通知');
    expect(subjectLineOf([notice(1), notice(2, { urgency: 'urgent' })])).toBe('【紧急】【跨省通办】2条通知');
  });

  it('begins with what is urgent and counts what it has no room for', () => {
    const notices = [notice(1), notice(2), notice(3, { urgency: 'urgent' }), notice(4, { caseNo: null })];
    expect(messageTextOf(notices, 2)).toBe(
      [
        '11-25 09:05 5201031100012026111800001K 第3条。',
        '11-25 09:05 5201031100012026111800001K 第1条。',
        '另有2条通知，请登录系统查看。',
      ].join('\n'),
    );
    expect(messageTextOf(notices, 9).split('\n').at(-1)).toBe('11-25 09:05 第4条。');
  });
});
