import { describe, expect, it } from 'vitest';
import { agenda } from '../../../domain/case/agenda.ts';
import type { Recipient } from '../../../domain/directory/recipients.ts';
import type { Post } from '../../../domain/directory/post.ts';
import { defaultLadders } from '../../../domain/escalation/default-ladders.ts';
import type { RungKey } from '../../../domain/escalation/rung.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import { calendarWithDays, homeCounty, policyWith } from './facts.ts';
import { Ledger } from './ledger.ts';
import { accepted, verifying } from './roads.ts';

const city = parseUnitCode('520300000000');
const county: Recipient = { unitCode: homeCounty, post: 'county_supervisor', personId: null };
const cityTold: Recipient = { unitCode: city, post: 'city_supervisor', personId: null };
const laterBy = (...days: string[]) => ({ calendar: calendarWithDays(days, 'off', days.join()) });
const twoDays = ['2026-11-05', '2026-11-06'];

/** What comes due next, told to somebody. */
function fire(ledger: Ledger, told: readonly Recipient[]): void {
  const [item] = agenda(ledger.state);
  if (item === undefined) throw new Error('something lies ahead');
  ledger.now = item.at;
  ledger.settle({ type: 'come_due', item, told, gaps: [] });
}

/** R4, which the county was told of, and its reply, which the city was told is missing. */
function unreplied(ledger = verifying()): Ledger {
  ledger.passUntil('2026-11-09T17:29:00+08:00');
  fire(ledger, [county]);
  fire(ledger, [cityTold]);
  return ledger;
}

function toldOfWithdrawal({ notices }: Ledger): (Post | null)[] {
  return notices
    .filter(({ text }) => text.includes('此前的督办撤销，无需回告。'))
    .map(({ audience }) => (audience.kind === 'seat' ? audience.post : null));
}

describe('a rung that is taken back', () => {
  it('is so with what urged its reply; whoever was told of either hears it, once', () => {
    const ledger = unreplied().revise(laterBy(...twoDays));
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R4': { takenBackAt: ledger.events.at(-1)?.occurredAt },
      'reply/1/reply_overdue': { takenBackAt: ledger.events.at(-1)?.occurredAt },
    });
    expect(toldOfWithdrawal(ledger)).toEqual(['county_supervisor', 'city_supervisor']);
    ledger.revise(laterBy('2026-11-04', ...twoDays));
    expect(toldOfWithdrawal(ledger)).toHaveLength(2);
  });

  it('and again, when it has fired again', () => {
    const ledger = unreplied().revise(laterBy(...twoDays));
    expect(ledger.ahead()[0]).toBe('verification/1/R4+1 2026-11-11T17:30');
    fire(ledger, [county]);
    fire(ledger, [cityTold]);
    expect(ledger.fired().slice(-2)).toEqual([
      'verification/1/R4+1 2026-11-11T17:30',
      'reply/2/reply_overdue 2026-11-12T17:30',
    ]);
    ledger.revise(laterBy('2026-11-03', '2026-11-04', ...twoDays));
    const { escalations } = ledger.state;
    const takenBack = Object.values(escalations).filter(({ takenBackAt }) => takenBackAt !== null);
    expect(takenBack.map(({ rungKey }) => rungKey)).toEqual(Object.keys(escalations).slice(-4));
    expect(takenBack[0]?.takenBackAt).not.toBe(takenBack[2]?.takenBackAt);
    expect(toldOfWithdrawal(ledger)).toHaveLength(4);
  });

  it('is so with the replies to what urged its reply, where a province demands these', () => {
    const overdueTo = [{ kind: 'post', unit: 'home_province', post: 'province_supervisor' }] as const;
    const reply = defaultLadders.reply.map((rung) => ({
      ...rung,
      reply: { withinWorkingDays: 1, overdueTo },
    }));
    const policy = policyWith('urged', { ladders: { ...defaultLadders, reply } });
    const ledger = unreplied(verifying({ policy })).passUntil('2026-11-11T17:30:00+08:00');
    expect(ledger.fired()).toContain('reply/2/reply_overdue 2026-11-11T17:30');
    ledger.revise(laterBy('2026-11-03', '2026-11-04', ...twoDays));
    expect(ledger.state.escalations['reply/2/reply_overdue' as RungKey]?.takenBackAt).not.toBeNull();
    expect(ledger.running()).toEqual(['verification/1']);
  });

  it('keeps its number while no calendar says when it is to fire', () => {
    const ledger = new Ledger().goTo('2026-12-18T10:00:00+08:00').accept().do('transmit').handOver();
    ledger.do('receive').passUntil('2026-12-29T17:30:00+08:00');
    expect(ledger.fired().at(-1)).toBe('verification/1/R5 2026-12-29T17:30');
    const whole = laterBy('2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24').calendar;
    const years = whole.years.filter(({ year }) => year < 2027);
    ledger.revise({ calendar: { ...whole, years } });
    expect(ledger.ahead()).toEqual(['verification/1/R4+1 2026-12-31T17:30']);
    ledger.revise({ calendar: { ...whole, version: 'with-2027' } });
    expect(ledger.ahead().slice(0, 2)).toEqual([
      'verification/1/R4+1 2026-12-31T17:30',
      'verification/1/R5+1 2027-01-05T17:30',
    ]);
  });

  it('by the time in a receipt: whoever was told hears it too', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    ledger.passUntil('2026-11-09T17:29:00+08:00');
    fire(ledger, [county]);
    ledger.goTo('2026-11-10T09:00:00+08:00');
    ledger.do('receive', { receivedAt: parseInstant('2026-11-04T09:00:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
    expect(toldOfWithdrawal(ledger)).toEqual(['county_supervisor']);
  });
});
