import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faxNumbersOn } from '../../../domain/directory/fax-numbers.ts';
import { reviewDirectory } from '../../../domain/directory/freshness.ts';
import { menderOf } from '../../../domain/directory/keepers.ts';
import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { resolveOn } from '../../../domain/directory/recipients.ts';
import type { StationContacts } from '../../../domain/directory/station-contacts.ts';
import { contactsByUnit, isClosedOn, officeOn } from '../../../domain/directory/station-contacts.ts';
import { defaultFreshnessPolicy } from '../../../domain/directory/standing.ts';
import { withDutyTelephone } from '../../../domain/directory/station-telephone.ts';
import { upkeepOn } from '../../../domain/directory/upkeep.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import { getUnit } from '../../../domain/units/unit-tree.ts';
import {
  city,
  county,
  directoryOf,
  onLeave,
  otherStation,
  personIn,
  province,
  station,
  today,
  tree,
} from './persons.ts';

const contacts: StationContacts = {
  unitCode: station,
  dutyTelephone: '000-00000001',
  faxNumbers: ['000-00000002'],
  groupRobotUrl: null,
  lastConfirmedOn: today,
  succession: null,
  closure: null,
};
const confirmedBefore = (days: number): StationContacts => ({
  ...contacts,
  lastConfirmedOn: addDays(today, -days),
});

describe('the duty telephone of a station', () => {
  const unit = getUnit(tree, station);
  const shown = (known: StationContacts | undefined) => {
    const { telephone } = { telephone: '', ...withDutyTelephone(unit, known, today, defaultFreshnessPolicy) };
    return telephone;
  };

  it('is the maintained one as long as it is believed, and else what came with the unit', () => {
    expect(shown(contacts)).toBe('000-00000001');
    expect(shown(confirmedBefore(119))).toBe('000-00000001');
    for (const none of [undefined, { ...contacts, dutyTelephone: null }, confirmedBefore(120)]) {
      expect(shown(none)).toBe('0851-80000000');
    }
    const unitAbove = getUnit(tree, county);
    expect(withDutyTelephone(unitAbove, contacts, today, defaultFreshnessPolicy)).toEqual(unitAbove);
  });
});

describe('where a fax goes', () => {
  const withFax = personIn('liaison_officer', station, { faxNumber: '000-00000003' });

  it('is the station’s own number until nobody has confirmed it for 120 days', () => {
    expect(faxNumbersOn(confirmedBefore(119), [withFax], today, defaultFreshnessPolicy)).toEqual({
      ...{ numbers: ['000-00000002'], source: 'station' },
    });
    expect(faxNumbersOn(confirmedBefore(120), [withFax], today, defaultFreshnessPolicy)).toEqual({
      ...{ numbers: ['000-00000003'], source: 'people_instead' },
    });
  });

  it('is nowhere when nobody there has one that is believed', () => {
    const away = personIn('liaison_officer', station, { ...onLeave, faxNumber: '000-00000003' });
    const blocked = { numbers: [], source: 'unconfirmed' };
    expect(
      faxNumbersOn(confirmedBefore(120), [away, personIn('station_leader')], today, defaultFreshnessPolicy),
    ).toEqual(blocked);
    const none = { numbers: [], source: 'not_entered' };
    expect(faxNumbersOn(undefined, [withFax], today, defaultFreshnessPolicy)).toEqual(none);
    expect(faxNumbersOn({ ...contacts, faxNumbers: [] }, [withFax], today, defaultFreshnessPolicy)).toEqual(
      none,
    );
  });

  it('is never a number that nobody has confirmed for 120 days', () => {
    const days = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(days, days, (ofStation, ofPerson) => {
        const lastConfirmedOn = addDays(today, -ofPerson);
        const person = personIn('liaison_officer', station, { faxNumber: '000-00000003', lastConfirmedOn });
        const { numbers } = faxNumbersOn(confirmedBefore(ofStation), [person], today, defaultFreshnessPolicy);
        if (ofStation >= 120) expect(numbers).not.toContain('000-00000002');
        if (ofPerson >= 120) expect(numbers).not.toContain('000-00000003');
      }),
    );
  });
});

describe('contacts that nobody confirms', () => {
  const leader = personIn('station_leader');
  const chief = personIn('county_supervisor', county);
  const people = [personIn('liaison_officer'), leader, chief];
  const asked = (known: StationContacts) =>
    upkeepOn(directoryOf(people, [known]), [getUnit(tree, station)], today);

  it('are asked of the leader after 90 days, and of the county too after 120', () => {
    expect(asked(confirmedBefore(89))).toEqual([]);
    expect(asked(confirmedBefore(90)).map(({ recipient }) => recipient.personId)).toEqual([leader.id]);
    const blocked = asked(confirmedBefore(120));
    expect(blocked.map(({ recipient }) => recipient.personId)).toEqual([leader.id, chief.id]);
    expect(blocked[0]?.text).toContain('传真改送');
    expect(asked({ ...confirmedBefore(120), dutyTelephone: null, faxNumbers: [] })).toEqual([]);
  });

  it('are in the review', () => {
    const { contacts: found } = reviewDirectory(
      directoryOf(people, [confirmedBefore(120)]),
      [getUnit(tree, station)],
      today,
    );
    expect(found).toMatchObject([{ freshness: 'blocked', contacts: { unitCode: station } }]);
  });
});

describe('a gap is told to whoever can mend it', () => {
  const gapsAt = (unit: typeof county, persons: readonly DirectoryPerson[]) =>
    upkeepOn(directoryOf(persons, []), [getUnit(tree, unit)], today).map(
      ({ recipient: { unitCode, post } }) => `${unitCode.slice(0, 4)} ${post}`,
    );

  it('and never to the empty post', () => {
    expect(gapsAt(county, [personIn('city_supervisor', city)])).toEqual(['5201 city_supervisor']);
    expect(gapsAt(county, [personIn('province_supervisor', province)])).toEqual(['5200 province_supervisor']);
    expect(gapsAt(province, [])).toEqual(['5200 system_administrator']);
    expect(gapsAt(county, [])).toEqual(['5200 system_administrator']);
    expect(gapsAt(station, [])).toEqual(['5200 system_administrator', '5200 system_administrator']);
  });

  it('also where a rung found it', () => {
    const liaison = { unitCode: station, post: 'liaison_officer' } as const;
    const ofCounty = { unitCode: county, post: 'county_supervisor' } as const;
    const ofCity = { unitCode: city, post: 'city_supervisor' } as const;
    const ofProvince = { unitCode: province, post: 'province_supervisor' } as const;
    expect(menderOf(tree, liaison, [liaison])).toEqual(ofCounty);
    expect(menderOf(tree, ofCounty, [liaison, ofCounty])).toEqual(ofCity);
    expect(menderOf(tree, ofCounty, [ofCounty, ofCity])).toEqual(ofProvince);
    expect(menderOf(tree, ofProvince, [ofProvince])).toEqual({
      ...{ unitCode: province, post: 'system_administrator' },
    });
  });
});

describe('an office that is shut or was merged', () => {
  const liaison = { unitCode: station, post: 'liaison_officer' } as const;
  const [here, there] = [personIn('liaison_officer'), personIn('liaison_officer', otherStation)];
  const chief = personIn('county_supervisor', county);
  const closed = { from: today, to: addDays(today, 3) };
  const resolved = (known: readonly StationContacts[], day = today) => {
    const { told, gaps } = resolveOn(directoryOf([here, there, chief], known), [liaison], day);
    return { told: told.map(({ personId }) => personId), gaps: gaps.map(({ reason }) => reason) };
  };

  it('sends to the one named instead, on its days only', () => {
    const known = [{ ...contacts, closure: { ...closed, alternative: otherStation } }];
    expect(resolved(known)).toEqual({ told: [there.id], gaps: [] });
    for (const day of [addDays(today, -1), addDays(today, 4)]) {
      expect(resolved(known, day)).toEqual({ told: [here.id], gaps: [] });
    }
  });

  it('sends up at once where none is named, and is a gap', () => {
    const known = [{ ...contacts, closure: { ...closed, alternative: null } }];
    const shut = ['office_closed', 'office_closed', 'office_closed'];
    expect(resolved(known)).toEqual({ told: [chief.id], gaps: shut });
  });

  it('sends to the successor from its day on', () => {
    const succession = { successor: otherStation, since: today };
    expect(resolved([{ ...contacts, succession }])).toEqual({ told: [there.id], gaps: [] });
    expect(resolved([{ ...contacts, succession }], addDays(today, -1))).toEqual({
      told: [here.id],
      gaps: [],
    });
  });

  it('is left for one that is open, or for itself, whoever names whom', () => {
    const codes = [station, otherStation];
    const known = fc.record({
      alternative: fc.constantFrom(null, ...codes),
      successor: fc.constantFrom(null, ...codes),
      closed: fc.boolean(),
    });
    fc.assert(
      fc.property(known, known, fc.constantFrom(...codes), (first, second, from) => {
        const all = [first, second].map(({ alternative, successor, closed: shut }, index) => ({
          ...contacts,
          unitCode: codes[index] ?? station,
          succession: successor === null ? null : { successor, since: today },
          closure: shut ? { ...closed, alternative } : null,
        }));
        const contactsOf = contactsByUnit(all);
        const office = officeOn(from, today, contactsOf);
        expect(codes).toContain(office);
        if (all.every((each) => !isClosedOn(each, today) && each.succession === null))
          expect(office).toBe(from);
      }),
    );
  });
});
