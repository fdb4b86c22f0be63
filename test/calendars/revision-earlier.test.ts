import { expect, it } from 'vitest';
import { readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { openPlayedHouse } from './played-house.ts';
import { shiftFile, told } from './shifted-files.ts';

const stage = await openPlayedHouse(readCalendarFiles().map(shiftFile), '2020-01-22T10:00:00+08:00');

it('a calendar by which a running deadline would be earlier leaves the later date standing and tells both stations', async () => {
  const driver = await CaseDriver.accept(stage.house);
  await driver.transmit();
  await driver.receive();
  expect(told((await driver.deadline()).dueDate)).toBe('2020-02-06');
  await stage.sleepUntil('2020-01-27T09:00:00+08:00');

  const back = await stage.rollOut(shiftFile(readCalendarFile('CN-2020.original.json')));
  expect(back).toMatchObject({ total: 1, done: 1, moved: 1, earlier: 1, failed: [] });
  expect(told((await driver.deadline()).dueDate)).toBe('2020-02-06');
  const [move] = await driver.eventsOf('clock_moved');
  expect([move?.previousDueAt, move?.calendarDueAt].map((at) => told(at ?? '').slice(0, 10))).toEqual([
    '2020-02-06',
    '2020-02-04',
  ]);
  for (const role of ['window_officer', 'liaison_officer'] as const) {
    const texts = await driver.noticesTo(role);
    expect(texts.at(-1)).toMatch(/工作日历调整.*2048-02-04.*2048-02-06/);
  }

  // The revision again: nothing is left to move.
  const again = await stage.rollOut(shiftFile(readCalendarFile('CN-2020.json')));
  expect(again).toMatchObject({ done: 1, moved: 0, earlier: 0 });
  expect((await driver.eventsOf('calendar_revised')).length).toBe(2);
}, 120_000);
