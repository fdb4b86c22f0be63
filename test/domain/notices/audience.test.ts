import { describe, expect, it } from 'vitest';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import { isMobileNumber } from '../../../domain/directory/reachability.ts';
import type { AddressedTo, Reach } from '../../../domain/notices/audience.ts';
import { waysOf } from '../../../domain/notices/audience.ts';
import { defaultFreshnessPolicy } from '../../../domain/directory/standing.ts';
import type { EndpointId } from '../../../domain/notices/destination.ts';
import { destinationKeyOf, destinationOf } from '../../../domain/notices/destination.ts';
import { ended, onLeave, otherStation, personIn, station, today } from '../directory/persons.ts';

const caseNo = '4401069900002026112500001K' as CaseNo;
const mobile = '13800000001';

const toLiaison: AddressedTo = {
  caseNo,
  unitCode: station,
  role: 'liaison_officer',
  personId: null,
  kind: 'case',
  urgency: 'normal',
};
const toApplicant: AddressedTo = { ...toLiaison, unitCode: null, role: null, kind: 'certificate_ready' };

function ways(notice: AddressedTo, reach: Partial<Reach> = {}): string[] {
  return waysOf(notice, {
    persons: [],
    hasGroupRobot: false,
    dutyTelephone: null,
    endpoints: [],
    isOpen: () => true,
    day: today,
    freshness: defaultFreshnessPolicy,
    ...reach,
  }).map(
    ({ channel, destination, suppression }) =>
      `${channel} ${destination}${suppression ? ` ${suppression.reason}` : ''}`,
  );
}

describe('a notice to a role', () => {
  const officer = personIn('liaison_officer', station, { email: 'a@test.invalid', telephone: mobile });
  const deputy = personIn('deputy_liaison_officer', station, { email: 'b@test.invalid' });
  const leader = personIn('station_leader', station, { email: 'c@test.invalid' });
  const persons = [officer, deputy, leader];

  it('goes to everybody available who reads its inbox, and to the unit’s group', () => {
    expect(ways(toLiaison, { persons, hasGroupRobot: true })).toEqual([
      `email person/${officer.id}`,
      `email person/${deputy.id}`,
      `robot group/${station}`,
    ]);
  });

  it('leaves out who is away, has left, works elsewhere or has no address', () => {
    const others = [
      personIn('liaison_officer', station, { email: 'd@test.invalid', ...onLeave }),
      personIn('liaison_officer', station, { email: 'e@test.invalid', ...ended }),
      personIn('liaison_officer', otherStation, { email: 'f@test.invalid' }),
      personIn('liaison_officer', station, { email: null }),
    ];
    expect(ways(toLiaison, { persons: others })).toEqual([]);
  });

  it('goes to the one person whom the directory named, and not to the group', () => {
    const named = { ...toLiaison, personId: leader.id };
    expect(ways(named, { persons, hasGroupRobot: true })).toEqual([`email person/${leader.id}`]);
  });

  it('goes to a mobile telephone as well when it is urgent', () => {
    expect(ways({ ...toLiaison, urgency: 'urgent' }, { persons })).toEqual([
      `email person/${officer.id}`,
      `email person/${deputy.id}`,
      `sms person/${officer.id}`,
    ]);
  });

  it('goes to the mobile telephone of somebody without e-mail, urgent or not', () => {
    const supervisor = personIn('liaison_officer', station, { email: null, telephone: mobile });
    expect(ways(toLiaison, { persons: [supervisor] })).toEqual([`sms person/${supervisor.id}`]);
    const withoutMail: Reach['isOpen'] = (channel) => channel === 'sms';
    expect(ways(toLiaison, { persons: [officer], isOpen: withoutMail })).toEqual([
      `sms person/${officer.id}`,
    ]);
  });

  it('goes to the duty telephone of a station without 专管员, if that takes short messages (S36)', () => {
    const away = personIn('liaison_officer', station, { telephone: mobile, ...onLeave });
    const reach = { persons: [away, leader], dutyTelephone: mobile };
    expect(ways(toLiaison, reach)).toEqual([`sms duty/${station}`]);
    expect(ways(toLiaison, { ...reach, dutyTelephone: '0851-80000000' })).toEqual([]);
    expect(ways(toLiaison, { ...reach, persons: [deputy] })).toEqual([`email person/${deputy.id}`]);
    // Whoever reads the inbox of the counter need not be named.
    expect(ways({ ...toLiaison, role: 'window_officer' }, reach)).toEqual([]);
  });

  it('reaches somebody with two posts once', () => {
    const again = personIn('deputy_liaison_officer', station, { email: 'A@test.invalid' });
    expect(ways(toLiaison, { persons: [officer, again] })).toEqual([`email person/${officer.id}`]);
  });

  it('says of somebody to whom only a closed channel leads that it does, while others are reached', () => {
    const byTelephone = personIn('liaison_officer', station, { email: null, telephone: mobile });
    const mailOnly: Reach['isOpen'] = (channel) => channel === 'email';
    const escalation = { ...toLiaison, kind: 'escalation', urgency: 'urgent' } as const;
    expect(ways(escalation, { persons: [officer, byTelephone], isOpen: mailOnly })).toEqual([
      `email person/${officer.id}`,
      `sms person/${byTelephone.id} channel_off`,
    ]);
    const smsOnly: Reach['isOpen'] = (channel) => channel === 'sms';
    expect(ways(escalation, { persons: [officer, deputy], isOpen: smsOnly })).toEqual([
      `sms person/${officer.id}`,
      `email person/${deputy.id} channel_off`,
    ]);
  });

  it('takes open channels only', () => {
    const closed: Reach['isOpen'] = (channel) => channel === 'robot';
    expect(ways(toLiaison, { persons, hasGroupRobot: true, isOpen: closed })).toEqual([
      `robot group/${station}`,
    ]);
  });
});

describe('a notice to the applicant', () => {
  it('is a short message', () => {
    expect(ways(toApplicant)).toEqual([`sms applicant/${caseNo}`]);
  });

  it('says that there is no way to him where there is none', () => {
    expect(ways(toApplicant, { isOpen: () => false })).toEqual([`sms applicant/${caseNo} channel_off`]);
  });
});

it('programs are told of both', () => {
  const endpoints = ['8b4e07c1-0000-4000-8000-000000000001' as EndpointId];
  for (const notice of [toLiaison, toApplicant]) {
    expect(ways(notice, { endpoints })).toContain('webhook endpoint/8b4e07c1-0000-4000-8000-000000000001');
  }
});

it('short messages go to mainland mobile numbers only', () => {
  expect([mobile, '+86 138 0000 0001', '86-13800000001'].map(isMobileNumber)).toEqual([true, true, true]);
  expect(['0851-80000000', '12800000001', '1380000000', '+852 61234567'].map(isMobileNumber)).toEqual(
    Array(4).fill(false),
  );
});

it('a destination comes back from its key', () => {
  const { id: personId } = personIn('liaison_officer');
  const endpointId = '8b4e07c1-0000-4000-8000-000000000001' as EndpointId;
  for (const destination of [
    { kind: 'person', personId },
    { kind: 'applicant', caseNo },
    { kind: 'group', unitCode: station },
    { kind: 'duty', unitCode: station },
    { kind: 'endpoint', endpointId },
  ] as const) {
    expect(destinationOf(destinationKeyOf(destination))).toEqual(destination);
  }
});
