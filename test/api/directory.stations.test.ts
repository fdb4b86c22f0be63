import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findContacts } from '../../db/repositories/station-contacts.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { openDirectory, sibling, station } from './directory-door.ts';

const { download, faultsOf, owner, upload } = await openDirectory();
afterAll(() => owner.close());
beforeEach(() => owner.execute(sql`truncate station_contacts`));

describe('the table of stations', () => {
  const query = '?table=contacts';

  it('is a form to fill in, read back as it was written', async () => {
    const empty = await download('county', query);
    expect(empty.body.split('\r\n')).toHaveLength(4);
    expect((await upload('county', empty.body, { query })).json()).toMatchObject({
      created: 0,
      unchanged: 2,
    });

    const filled = `单位代码,值班电话,传真号码,群机器人地址,承接单位,承接日期\n${station},0851-00000001,0851-00000002;0851-00000003,https://robot.example.org/?key=1,${sibling},2026/7/1\n${sibling},,,,,`;
    expect((await upload('county', filled, { query })).json()).toMatchObject({ created: 1, unchanged: 1 });
    expect(await findContacts(owner, parseUnitCode(station))).toEqual({
      unitCode: station,
      dutyTelephone: '0851-00000001',
      faxNumbers: ['0851-00000002', '0851-00000003'],
      groupRobotUrl: 'https://robot.example.org/?key=1',
      lastConfirmedOn: '2026-11-25',
      succession: { successor: sibling, since: '2026-07-01' },
      closure: null,
      version: 1,
    });
    const again = await upload('county', (await download('county', query)).body, { query });
    expect(again.json()).toEqual({ dryRun: false, created: 0, updated: 0, unchanged: 2, warnings: [] });
    const partial = await upload('leader', `单位代码,值班电话\n${station},0851-00000009`, { query });
    expect(partial.json()).toMatchObject({ updated: 1 });
    expect(await findContacts(owner, parseUnitCode(station))).toMatchObject({
      dutyTelephone: '0851-00000009',
      succession: { successor: sibling },
      closure: null,
      version: 2,
    });
  });

  it('tells every fault, a ring of successors within the file among them', async () => {
    const text = [
      '单位代码,值班电话,传真号码,群机器人地址,承接单位,承接日期,最近确认日',
      `${station},12,x；y,http://robot,,2026-07-01,`,
      `${sibling},,,,520302000000,2026-07-01,2027-01-01`,
      `${sibling},,,,,,`,
      '520302000000,0851-00000001,,,,,',
    ].join('\n');
    expect(await faultsOf('county', text, query)).toEqual([
      '/2/值班电话 wrong_characters',
      '/2/传真号码 wrong_characters',
      '/2/群机器人地址 wrong_characters',
      '/2/承接单位 missing',
      '/3/承接单位 unknown_successor',
      '/3/最近确认日 in_future',
      '/4/单位代码 repeated',
      '/5/单位代码 no_station',
    ]);
    const ring = `单位代码,承接单位,承接日期\n${station},${sibling},2026-07-01\n${sibling},${station},2026-07-01`;
    expect(await faultsOf('county', ring, query)).toEqual([
      '/2/承接单位 successor_ring',
      '/3/承接单位 successor_ring',
    ]);
    expect(await findContacts(owner, parseUnitCode(station))).toBeUndefined();
  });
});
