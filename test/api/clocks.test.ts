import { describe, expect, it } from 'vitest';
import { calendarUntil2026, calendarWithDay } from '../domain/case/facts.ts';
import { accepted, issued, verifying } from '../domain/case/roads.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { door, keep } = await openLedgerDoor('2026-11-04T09:00:00+08:00');

interface Clock {
  readonly key: string;
  readonly days: readonly { readonly ordinal: number | null }[];
  readonly explanation: readonly string[];
}

async function clocksOf(caseNo: string) {
  const response = await door.call('window', 'GET', `/v1/cases/${caseNo}/clocks`);
  expect(response.statusCode).toBe(200);
  return response.json<{ clocks: Clock[]; unstartedClocks: object[] }>();
}

describe('the clocks of a case', () => {
  it('are each explained day by day, with the notices that decided', async () => {
    const { clocks } = await clocksOf(await keep(issued()));
    const ordinals = clocks.map(({ key, days }) => [key, days.flatMap(({ ordinal }) => ordinal ?? [])]);
    expect(ordinals).toEqual([
      ['transmission/1', [1]],
      ['verification/1', [1, 2, 3, 4, 5]],
      ['issue/1', [1, 2]],
      ['collection/1', []],
    ]);
    const notices = [{ id: 'CN-2026', source: expect.stringContaining('http') as string }];
    expect(clocks[1]).toMatchObject({ termWorkingDays: 5, termDays: null, provisional: false, moves: [] });
    expect(clocks.at(-1)).toMatchObject({ termWorkingDays: null, termDays: 180, days: [] });
    const off = await clocksOf(await keep(verifying({ calendar: calendarWithDay('2026-11-05', 'off') })));
    expect(off.clocks[1]).toMatchObject({ notices });
  });

  it('say what moved them, from when to when, and by which notice', async () => {
    const ledger = verifying().revise({ calendar: calendarWithDay('2026-11-05', 'off') });
    const { clocks } = await clocksOf(await keep(ledger));
    expect(clocks.find(({ key }) => key === 'verification/1')).toMatchObject({
      dueAt: '2026-11-10T17:30:00.000+08:00',
      calendarDueAt: '2026-11-10T17:30:00.000+08:00',
      moves: [
        {
          from: '2026-11-09T17:30:00.000+08:00',
          to: '2026-11-10T17:30:00.000+08:00',
          cause: 'calendar_revised',
          causeTitle: '工作日历调整',
          notice: { id: 'CN-2026' },
          at: '2026-11-02T09:00:04.000+08:00',
        },
      ],
    });
  });

  it('say so where the later date stands', async () => {
    const ledger = verifying().revise({ calendar: calendarWithDay('2026-11-07', 'work') });
    const caseNo = await keep(ledger);
    const stands =
      '按调整后的规定应于2026-11-07（周六）17:30前办结；已告知的期限较晚，不予提前，仍按上述期限执行';
    const { clocks } = await clocksOf(caseNo);
    const clock = clocks.find(({ key }) => key === 'verification/1');
    expect(clock).toMatchObject({
      dueAt: '2026-11-09T17:30:00.000+08:00',
      calendarDueAt: '2026-11-07T17:30:00.000+08:00',
      moves: [{ cause: 'calendar_revised', calendarDueAt: '2026-11-07T17:30:00.000+08:00' }],
    });
    expect(clock?.explanation).toContain(stands);
    const deadline = await door.call('window', 'GET', `/v1/cases/${caseNo}/deadline`);
    expect(deadline.json()).toMatchObject({ calendarDueAt: '2026-11-07T17:30:00.000+08:00' });
    expect(deadline.json<Clock>().explanation).toContain(stands);
  });

  it('that wait for a calendar are among them', async () => {
    const ledger = accepted({ calendar: calendarUntil2026 }).goTo('2026-12-30T09:00:00+08:00');
    const { unstartedClocks } = await clocksOf(await keep(ledger.do('transmit').handOver()));
    expect(unstartedClocks).toMatchObject([
      {
        key: 'verification/1',
        clock: 'verification',
        title: '查证反馈',
        startedAt: '2026-12-30T09:00:01.000+08:00',
      },
    ]);
  });
});
