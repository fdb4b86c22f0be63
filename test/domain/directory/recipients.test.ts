import { describe, expect, it } from 'vitest';
import type { Seat } from '../../../domain/directory/chain.ts';
import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { resolveOn } from '../../../domain/directory/recipients.ts';
import type { PersonalChannel } from '../../../domain/notices/channel.ts';
import { personalChannels } from '../../../domain/notices/channel.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { localDateOf } from '../../../domain/time/plain-date.ts';
import { unitCode } from '../units/units.ts';
import {
  city,
  county,
  directoryOf,
  ended,
  onLeave,
  otherStation,
  personIn,
  province,
  station,
  unconfirmed,
  unreachable,
} from './persons.ts';

const at = parseInstant('2026-11-25T08:30:00+08:00');

function resolve(
  persons: readonly DirectoryPerson[],
  wanted: readonly Seat[],
  { when = at, open = personalChannels }: { when?: Instant; open?: readonly PersonalChannel[] } = {},
) {
  const { told, gaps } = resolveOn(
    { ...directoryOf(persons), escalationChannels: new Set(open) },
    wanted,
    localDateOf(when),
  );
  return {
    told: told.map(({ personId, unitCode: unit, post }) => personId ?? `${unit} ${post}`),
    gaps: gaps.map(({ post, reason }) => `${post} ${reason}`),
  };
}

const liaison: Seat = { unitCode: station, post: 'liaison_officer' };
const deputy: Seat = { unitCode: station, post: 'deputy_liaison_officer' };
/** A station without 专管员 is told as such. */
const asSuch = `${station} liaison_officer`;
const leader: Seat = { unitCode: station, post: 'station_leader' };

describe('who is told', () => {
  it('is everybody available in the post', () => {
    const [one, other] = [personIn('liaison_officer'), personIn('liaison_officer')];
    const away = personIn('liaison_officer', station, onLeave);
    const elsewhere = personIn('liaison_officer', otherStation);
    expect(resolve([one, away, other, elsewhere], [liaison])).toEqual({ told: [one.id, other.id], gaps: [] });
  });

  it.each([
    ['on_leave', onLeave],
    ['not_valid', ended],
    ['unconfirmed', unconfirmed],
  ] as const)('is the deputy when the liaison officer is %s, which is a gap', (reason, change) => {
    const first = personIn('liaison_officer', station, change);
    const second = personIn('deputy_liaison_officer');
    expect(resolve([first, second], [liaison])).toEqual({
      told: [second.id],
      gaps: [`liaison_officer ${reason}`],
    });
  });

  it('is the next one up who is there, past every empty post, each of them a gap (S36)', () => {
    const chief = personIn('county_supervisor', county);
    const away = personIn('station_leader', station, onLeave);
    expect(resolve([away, chief], [liaison])).toEqual({
      told: [chief.id, asSuch],
      gaps: [
        'liaison_officer nobody_named',
        'deputy_liaison_officer nobody_named',
        'station_leader on_leave',
      ],
    });
  });

  it('is the station as such and the 专管员 of its county, too, where it has neither 专管员 nor deputy (S36)', () => {
    const colleague = personIn('liaison_officer', county);
    const second = personIn('deputy_liaison_officer');
    const chief = personIn('station_leader');
    expect(resolve([colleague, chief], [liaison, deputy]).told).toEqual([chief.id, asSuch, colleague.id]);
    expect(resolve([colleague, second, chief], [liaison]).told).toEqual([second.id]);
    const officer = personIn('liaison_officer');
    expect(resolve([officer, colleague, chief], [deputy]).told).toEqual([chief.id]);
    expect(resolve([colleague], [leader]).told).not.toContain(colleague.id);
  });

  it('goes on to the city and the province, and passes over levels that the tree leaves out', () => {
    const governor = personIn('province_supervisor', province);
    expect(resolve([governor], [leader]).told).toEqual([governor.id]);
    const mayor = personIn('city_supervisor', city);
    expect(resolve([governor, mayor], [leader]).told).toEqual([mayor.id]);
    const shanghai = personIn('province_supervisor', unitCode('31'));
    const wanted: Seat = { unitCode: unitCode('310110'), post: 'city_supervisor' };
    expect(resolve([shanghai], [wanted])).toEqual({ told: [shanghai.id], gaps: [] });
  });

  it('is nobody twice, however many posts lead to him', () => {
    const chief = personIn('county_supervisor', county);
    const supervisor: Seat = { unitCode: county, post: 'county_supervisor' };
    const bySameStation: Seat = { unitCode: station, post: 'county_supervisor' };
    const { told } = resolve([chief], [liaison, deputy, leader, supervisor, bySameStation]);
    expect(told).toEqual([chief.id, asSuch]);
  });

  it('needs no stand-in for a deputy whose liaison officer is told', () => {
    const [first, chief] = [personIn('liaison_officer'), personIn('station_leader')];
    expect(resolve([first, chief], [liaison, deputy])).toEqual({
      told: [first.id],
      gaps: ['deputy_liaison_officer nobody_named'],
    });
    expect(resolve([chief], [liaison, deputy]).told).toEqual([chief.id, asSuch]);
  });

  it('is the inbox where whoever is on duty reads it, or the persons who are named', () => {
    const window: Seat = { unitCode: station, post: 'window_officer' };
    expect(resolve([], [window])).toEqual({ told: [`${station} window_officer`], gaps: [] });
    const named = personIn('window_officer');
    expect(resolve([named], [window])).toEqual({ told: [named.id], gaps: [] });
    const former = personIn('window_officer', station, ended);
    expect(resolve([former], [window])).toEqual({ told: [`${station} window_officer`], gaps: [] });
  });

  it.each([
    ['on_leave', onLeave],
    ['unconfirmed', unconfirmed],
  ] as const)(
    'is the inbox and the next one up where everybody named there is %s, which is a gap',
    (reason, change) => {
      const window: Seat = { unitCode: station, post: 'window_officer' };
      const away = personIn('window_officer', station, change);
      const [chief, supervisor] = [personIn('station_leader'), personIn('county_supervisor', county)];
      expect(resolve([away, chief, supervisor], [window])).toEqual({
        told: [`${station} window_officer`, chief.id],
        gaps: [`window_officer ${reason}`],
      });
      const colleague = personIn('window_officer');
      expect(resolve([away, colleague, chief], [window])).toEqual({ told: [colleague.id], gaps: [] });
      expect(resolve([away, supervisor], [window])).toEqual({
        told: [`${station} window_officer`, supervisor.id],
        gaps: [`window_officer ${reason}`, 'station_leader nobody_named'],
      });
    },
  );

  it('is the inbox of the wanted post when the whole chain is empty, an inbox once', () => {
    const { told, gaps } = resolve([], [liaison, deputy]);
    expect(told).toEqual([`${station} liaison_officer`]);
    expect(gaps).toHaveLength(6);
  });

  it('is decided by the local date: the first and the last day of an absence count', () => {
    const person = personIn('liaison_officer', station, onLeave);
    const toldAt = (instant: string) => resolve([person], [liaison], { when: parseInstant(instant) }).told;
    expect(toldAt('2026-11-24T23:59:00+08:00')).toEqual([person.id]);
    expect(toldAt('2026-11-24T16:00:00Z')).not.toContain(person.id);
    expect(toldAt('2026-11-25T23:59:59+08:00')).not.toContain(person.id);
    expect(toldAt('2026-11-26T00:00:00+08:00')).toEqual([person.id]);
  });

  it('says the most telling of several reasons', () => {
    const persons = [
      personIn('liaison_officer', station, ended),
      personIn('liaison_officer', station, unconfirmed),
      personIn('liaison_officer', station, onLeave),
    ];
    expect(resolve(persons, [liaison]).gaps[0]).toBe('liaison_officer on_leave');
    expect(resolve(persons.slice(0, 2), [liaison]).gaps[0]).toBe('liaison_officer unconfirmed');
  });

  it('is also the next one up where neither e-mail nor short messages reach a supervisor', () => {
    const supervisor: Seat = { unitCode: county, post: 'county_supervisor' };
    const chief = personIn('county_supervisor', county, unreachable);
    const mayor = personIn('city_supervisor', city, unreachable);
    const governor = personIn('province_supervisor', province);
    expect(resolve([chief, mayor, governor], [supervisor])).toEqual({
      told: [chief.id, mayor.id, governor.id],
      gaps: ['county_supervisor unreachable', 'city_supervisor unreachable'],
    });
    expect(resolve([chief], [supervisor]).told).toEqual([chief.id]);
  });

  it('is a supervisor alone whom one of the two reaches, or a colleague of whom that is true', () => {
    const supervisor: Seat = { unitCode: county, post: 'county_supervisor' };
    const mayor = personIn('city_supervisor', city);
    const byTelephone = personIn('county_supervisor', county, { email: null, telephone: '13800000001' });
    expect(resolve([byTelephone, mayor], [supervisor])).toEqual({ told: [byTelephone.id], gaps: [] });
    const colleague = personIn('county_supervisor', county, unreachable);
    expect(resolve([colleague, byTelephone, mayor], [supervisor]).gaps).toEqual([]);
    // An officer works at his inbox.
    const officer = personIn('liaison_officer', station, unreachable);
    expect(resolve([officer], [liaison])).toEqual({ told: [officer.id], gaps: [] });
  });

  it('is also the next one up where a supervisor’s only address is for a channel that takes no escalations', () => {
    const supervisor: Seat = { unitCode: county, post: 'county_supervisor' };
    const byMail = personIn('county_supervisor', county);
    const byTelephone = personIn('county_supervisor', county, { email: null, telephone: '13800000001' });
    const mayor = personIn('city_supervisor', city, { telephone: '13800000002' });
    const gaps = ['county_supervisor unreachable'];
    const toldOver = (chief: DirectoryPerson, open: readonly PersonalChannel[]) =>
      resolve([chief, mayor], [supervisor], { open });
    expect(toldOver(byTelephone, ['email'])).toEqual({ told: [byTelephone.id, mayor.id], gaps });
    expect(toldOver(byMail, ['sms'])).toEqual({ told: [byMail.id, mayor.id], gaps });
    expect(toldOver(byTelephone, ['sms'])).toEqual({ told: [byTelephone.id], gaps: [] });
    expect(toldOver(byMail, ['email'])).toEqual({ told: [byMail.id], gaps: [] });
  });

  it('is a supervisor alone where the inbox is the only way to anybody', () => {
    const supervisor: Seat = { unitCode: county, post: 'county_supervisor' };
    const [chief, mayor] = [
      personIn('county_supervisor', county, unreachable),
      personIn('city_supervisor', city),
    ];
    expect(resolve([chief, mayor], [supervisor], { open: [] })).toEqual({ told: [chief.id], gaps: [] });
  });

  it('asks for units of the tree only', () => {
    expect(() => resolve([], [{ unitCode: unitCode('99'), post: 'liaison_officer' }])).toThrow(RangeError);
  });
});
