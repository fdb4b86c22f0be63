import { describe, expect, it } from 'vitest';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { openHouseWithDoor } from '../api/door.ts';
import { sampleApplication } from '../house/case-driver.ts';

const { door, house } = await openHouseWithDoor();

describe('what the door decides', () => {
  it('S35 a station that was merged away: the case goes to its successor', async () => {
    const merged = parseUnitCode('520302980000');
    await changeContacts(
      house.owner,
      {
        unitCode: merged,
        dutyTelephone: null,
        faxNumbers: [],
        groupRobotUrl: null,
        lastConfirmedOn: parsePlainDate('2026-07-01'),
        succession: { successor: sampleApplication.homeStation, since: parsePlainDate('2026-07-01') },
        version: 0,
      },
      { by: 'test', at: systemClock.now() },
    );
    const caseNo = await door.submit({ homeStation: merged });
    const view = (await door.call('window', 'GET', `/v1/cases/${caseNo}`)).json<{
      homeStation: { code: string; name: string };
    }>();
    expect(view.homeStation).toMatchObject({ code: sampleApplication.homeStation });
  });

  it('S51 a province sees the cases of its own stations on both sides, masked, and no certificate', async () => {
    const caseNo = await door.submit();
    await door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`);
    const list = (await door.call('homeProvince', 'GET', '/v1/cases?overdue=true')).json<{
      items: unknown[];
    }>();
    expect(list.items).toEqual([]);
    const view = await door.call('homeProvince', 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({ personalData: 'masked', caseNo });
    expect((await door.call('homeProvince', 'GET', `/v1/cases/${caseNo}/certificate`)).statusCode).toBe(403);
    const statistics = await door.call('homeProvince', 'GET', '/v1/statistics?side=home');
    expect(statistics.json()).toMatchObject({ unitCode: '520000000000', total: { cases: 2 } });
    const others = await door.call('homeProvince', 'GET', '/v1/statistics?unit=440000000000');
    expect(others.statusCode).toBe(404);
  });
});
