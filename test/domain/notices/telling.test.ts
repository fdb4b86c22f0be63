import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../domain/directory/recipients.ts';
import type { Channel } from '../../../domain/notices/channel.ts';
import type { Destination, EndpointId } from '../../../domain/notices/destination.ts';
import { destinationKeyOf } from '../../../domain/notices/destination.ts';
import { tellingsOf } from '../../../domain/notices/telling.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { personIn, station } from '../directory/persons.ts';

const at = parseInstant('2026-11-25T10:00:00+08:00');
const toLiaison = { id: 1, unitCode: station, role: 'liaison_officer', createdAt: at } as const;
const toLeader = { id: 2, unitCode: station, role: 'station_leader', createdAt: at } as const;

const officer = personIn('liaison_officer', station, { email: 'A@test.invalid' });
const deputy = personIn('deputy_liaison_officer', station, { email: 'b@test.invalid' });
/** The officer in another post. */
const leader = personIn('station_leader', station, { email: 'a@test.invalid' });
const persons = new Map([officer, deputy, leader].map((person) => [person.id, person]));

function way(noticeId: number, channel: Channel, destination: Destination) {
  return { noticeId, channel, destination: destinationKeyOf(destination) };
}

const toPerson = (noticeId: number, { id: personId }: { id: typeof officer.id }) =>
  way(noticeId, 'email', { kind: 'person', personId });

const named = ({ unitCode, post, id: personId }: typeof officer): Recipient => ({ unitCode, post, personId });
const stationItself: Recipient = { unitCode: station, post: 'liaison_officer', personId: null };

function tell(told: readonly Recipient[], ways: readonly ReturnType<typeof way>[], notices = [toLiaison]) {
  return tellingsOf(told, { notices, ways, persons }).map(({ recipient, inInboxAt, ways: out }) => [
    recipient.personId ?? recipient.post,
    inInboxAt,
    ...out.map(({ channel }) => channel),
  ]);
}

describe('who was told over what', () => {
  it('is each person by his own address, and by the group of his unit', () => {
    const group = way(1, 'robot', { kind: 'group', unitCode: station });
    expect(tell([named(officer), named(deputy)], [toPerson(1, officer), group])).toEqual([
      [officer.id, at, 'email', 'robot'],
      [deputy.id, at, 'robot'],
    ]);
  });

  it('is one human being in two posts by the address of either', () => {
    const ways = [toPerson(1, officer), toPerson(2, officer)];
    expect(tellingsOf([named(leader)], { notices: [toLeader], ways, persons })).toMatchObject([
      { recipient: named(leader), ways: [toPerson(2, officer)] },
    ]);
  });

  it('is a station as such by its duty telephone, and nobody by a program', () => {
    const duty = way(1, 'sms', { kind: 'duty', unitCode: station });
    const program = way(1, 'webhook', { kind: 'endpoint', endpointId: '8b4e07c1' as EndpointId });
    expect(tell([stationItself], [duty, program])).toEqual([['liaison_officer', at, 'sms']]);
    expect(tell([named(officer)], [duty, program])).toEqual([[officer.id, at]]);
  });

  it('is whoever reads the inbox of a notice, though the event does not name him', () => {
    expect(tell([], [toPerson(1, deputy)])).toEqual([[deputy.id, at, 'email']]);
    expect(tell([], [])).toEqual([['liaison_officer', at]]);
  });

  it('is the named one without any notice', () => {
    expect(tell([named(officer)], [], [])).toEqual([[officer.id, null]]);
  });
});
