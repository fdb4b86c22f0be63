import { describe, expect, it } from 'vitest';
import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { upkeepOn } from '../../../domain/directory/upkeep.ts';
import { addDays } from '../../../domain/time/plain-date.ts';
import { getUnit } from '../../../domain/units/unit-tree.ts';
import { county, directoryOf, onLeave, personIn, station, today, tree } from './persons.ts';

function upkeep(persons: readonly DirectoryPerson[], day = today) {
  return upkeepOn(directoryOf(persons), [getUnit(tree, station)], day);
}

const leader = personIn('station_leader');
const chief = personIn('county_supervisor', county);
const confirmedBefore = (days: number) => ({ lastConfirmedOn: addDays(today, -days) });

describe('the upkeep of a directory', () => {
  it('is nothing where all is well, and leave is no reason for it', () => {
    expect(upkeep([personIn('liaison_officer'), leader, chief])).toEqual([]);
    expect(upkeep([personIn('liaison_officer', station, onLeave), leader, chief])).toEqual([]);
  });

  it('asks the station itself to confirm an entry, without naming anybody', () => {
    const stale = personIn('liaison_officer', station, confirmedBefore(95));
    expect(upkeep([stale, leader, chief])).toEqual([
      {
        key: `directory/reminder/${stale.id}/2026-08-22/0`,
        recipient: { unitCode: station, post: 'station_leader', personId: leader.id },
        text: '520103110001单位“迁移信息核验专管员”的目录信息已95天未确认，请核对并确认；满120天将停用，届时通知改送上一级。',
      },
    ]);
  });

  it('asks the county too when an entry is blocked or a post is empty (S36)', () => {
    const blocked = personIn('liaison_officer', station, confirmedBefore(200));
    const told = (persons: DirectoryPerson[]) => upkeep(persons).map(({ recipient }) => recipient.personId);
    expect(told([blocked, leader, chief])).toEqual([leader.id, chief.id]);
    expect(told([leader, chief])).toEqual([leader.id, chief.id]);
    expect(upkeep([leader, chief])[0]?.text).toContain('未指定人员');
    expect(told([personIn('liaison_officer'), chief])).toEqual([chief.id]);
  });

  it('asks under one key until the entry is confirmed, for an empty post every month', () => {
    const stale = personIn('liaison_officer', station, confirmedBefore(95));
    const keysOn = (persons: DirectoryPerson[], days: number) =>
      upkeep(persons, addDays(today, days)).map(({ key }) => key);
    expect(keysOn([stale, leader, chief], 1)).toEqual(keysOn([stale, leader, chief], 0));
    expect(keysOn([leader, chief], 1)).toEqual(keysOn([leader, chief], 0));
    expect(keysOn([leader, chief], 10)).not.toEqual(keysOn([leader, chief], 0));
  });
});
