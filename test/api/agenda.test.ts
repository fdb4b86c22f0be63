import { describe, expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { calendar, calendarUntil2026, homeStation } from '../domain/case/facts.ts';
import { Ledger } from '../domain/case/ledger.ts';
import { verifying } from '../domain/case/roads.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { clock, door, keep, owner } = await openLedgerDoor('2026-11-03T09:00:00+08:00');

const away = [{ from: parsePlainDate('2026-11-01'), to: parsePlainDate('2026-11-08') }];
const persons = samplePersons(parsePlainDate('2026-11-01')).map((person) =>
  person.unitCode === homeStation && person.post === 'liaison_officer'
    ? { ...person, absences: away }
    : person,
);
await savePersons(owner, persons, { by: 'test', at: clock.now() });

interface Item {
  readonly at: string;
  readonly rung: string;
  readonly to: readonly {
    readonly unitCode: string | null;
    readonly personName: string | null;
  }[];
  readonly gaps: readonly string[];
}

/** What will fire when and to whom: `R2 2026-11-06T08:30`, then each as `520302990000 测试专管员乙`. */
async function agendaOf(ledger: Ledger) {
  const response = await door.call('window', 'GET', `/v1/cases/${await keep(ledger)}/agenda`);
  return response.json<{ items: Item[] }>().items.map(({ at, rung, to, gaps }) => ({
    fires: `${rung} ${at.slice(0, 16)}`,
    to: to.map(({ unitCode, personName }) => `${unitCode ?? 'applicant'} ${personName ?? ''}`),
    gaps,
  }));
}

describe('the agenda says what will fire when, and names whom the directory would then name', () => {
  it('where the liaison officer is on leave: his deputy as long as he is away, then him too', async () => {
    // R2 fires on the 6th, R3 on the 9th. To the red rungs the station owes a reply.
    const owing = ['专管员', '副专管员', '所领导'].map((post) => `520302990000 测试${post}丁`);
    expect(await agendaOf(verifying())).toEqual([
      {
        fires: 'R2 2026-11-06T08:30',
        to: ['520302990000 测试副专管员丁'],
        gaps: ['遵义市公安局红花岗分局桃溪派出所：迁移信息核验专管员请假、外出'],
      },
      {
        fires: 'R3 2026-11-09T08:30',
        to: [
          '520302990000 测试专管员丁',
          '520302990000 测试副专管员丁',
          '520302990000 测试所领导丁',
          '520302000000 测试县级督办员丙',
        ],
        gaps: [],
      },
      {
        fires: 'R4 2026-11-09T17:30',
        to: ['520302000000 测试县级督办员丙', '440106990000 ', ...owing],
        gaps: [],
      },
      { fires: 'R5 2026-11-11T17:30', to: ['520300000000 测试市级督办员乙', ...owing], gaps: [] },
      {
        fires: 'R6 2026-11-16T17:30',
        to: ['520000000000 测试省级督办员乙', '440000000000 测试省级督办员甲', ...owing],
        gaps: [],
      },
    ]);
  });

  it('where the station is merged before the rung: the successor’s people from that day on', async () => {
    const merged = {
      ...{ unitCode: homeStation, dutyTelephone: null, faxNumbers: [], groupRobotUrl: null, version: 0 },
      lastConfirmedOn: parsePlainDate('2026-11-01'),
      succession: {
        successor: parseUnitCode('520302980000'),
        since: parsePlainDate('2026-11-09'),
      },
      closure: null,
    };
    await changeContacts(owner, merged, { by: 'test', at: clock.now() });
    const [r2, r3] = await agendaOf(verifying());
    expect(r2).toMatchObject({ fires: 'R2 2026-11-06T08:30', to: ['520302990000 测试副专管员丁'] });
    expect(r3).toEqual({
      fires: 'R3 2026-11-09T08:30',
      to: [
        '520302980000 测试专管员戊',
        '520302980000 测试副专管员戊',
        '520302980000 测试所领导戊',
        '520302000000 测试县级督办员丙',
      ],
      gaps: [],
    });
  });

  it('where a clock waits for a calendar: nothing that would be a guess, and all of it with the calendar', async () => {
    const sent = (at: string) =>
      new Ledger({ calendar: calendarUntil2026 }).goTo(at).accept().do('transmit').handOver();
    const firing = async (ledger: Ledger) => (await agendaOf(ledger)).map(({ fires }) => fires);

    expect(await agendaOf(sent('2026-12-28T10:00:00+08:00'))).toEqual([]);
    const published = await agendaOf(sent('2026-12-28T10:00:00+08:00').revise({ calendar }));
    expect(published.map(({ fires }) => fires)).toEqual([
      'R1 2026-12-29T17:30',
      'R2 2027-01-04T08:30',
      'R3 2027-01-05T08:30',
      'R4 2027-01-05T17:30',
      'R5 2027-01-07T17:30',
      'R6 2027-01-12T17:30',
    ]);
    expect(published[0]?.to).toEqual([
      '520302980000 测试专管员戊',
      '520302980000 测试副专管员戊',
      '440106990000 ',
    ]);

    // The end of the term is known, the last rung beyond it is not.
    const known = sent('2026-12-21T10:00:00+08:00');
    expect((await firing(known)).at(-1)).toBe('R5 2026-12-30T17:30');
    expect((await firing(known.revise({ calendar }))).at(-1)).toBe('R6 2027-01-05T17:30');
  });
});
