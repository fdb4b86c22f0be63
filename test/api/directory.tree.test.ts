import { afterAll, describe, expect, it } from 'vitest';
import { sampleUnits } from '../../commands/sample-units.ts';
import { listUnits } from '../../db/repositories/units.ts';
import type { Caller } from './directory-door.ts';
import { openDirectory, sibling, station } from './directory-door.ts';

const { call, download, faultsOf, owner, upload } = await openDirectory();
afterAll(() => owner.close());

const county = '520302000000';
const added = '520302970000';
const query = '?table=units';
const header = '单位代码,单位名称,级别,上级单位代码,行政区划代码,地址,电话';

const content = {
  ...{ name: '遵义市公安局红花岗分局测试派出所', level: 'station', parentCode: county, region: '520302' },
  ...{ address: '测试路7号', telephone: '0851-00000007' },
};

const put = (caller: Caller, code: string, payload: object, version = 0) =>
  call(caller, 'PUT', `/units/${code}`, { payload, headers: { 'if-match': `"${version}"` } });

const stored = async () => new Map((await listUnits(owner)).map((unit) => [unit.code as string, unit]));

describe('a unit', () => {
  it('is entered and changed by whoever keeps the level above, over the version that was seen', async () => {
    const created = await put('county', added, content);
    expect(created.statusCode).toBe(201);
    expect(created.headers.etag).toBe('"1"');
    expect(created.json()).toMatchObject({
      unit: { ...content, code: added, levelTitle: '派出所' },
      warnings: [],
    });
    const read = await call('stranger', 'GET', `/units/${added}`);
    expect(read.headers.etag).toBe('"1"');
    expect(read.json()).toMatchObject({ unit: content });

    const renamed = { ...content, name: '遵义市公安局红花岗分局测试路派出所' };
    expect((await put('county', added, renamed)).statusCode).toBe(412);
    const changed = await put('city', added, renamed, 1);
    expect([changed.statusCode, changed.headers.etag]).toEqual([200, '"2"']);
    expect((await stored()).get(added)).toMatchObject({ name: renamed.name });
    const blind = await call('county', 'PUT', `/units/${added}`, { payload: renamed });
    expect(blind.json()).toMatchObject({ status: 428 });
  });

  it('is not for others to enter or change', async () => {
    const before = await stored();
    for (const caller of ['leader', 'liaison', 'stranger'] as const) {
      expect((await put(caller, '520302960000', content)).json()).toMatchObject({ code: 'role_not_allowed' });
    }
    expect((await put('administrator', '520302960000', content)).json()).toMatchObject({
      code: 'unit_not_allowed',
    });
    const own = { name: '测试分局', level: 'county', parentCode: '520300000000', region: '520302' };
    expect((await put('county', county, own, 1)).json()).toMatchObject({ code: 'unit_not_allowed' });
    const root = { name: '贵州省公安厅', level: 'province', region: '520000' };
    expect((await put('province', '520000000000', root, 1)).statusCode).toBe(403);
    expect(await stored()).toEqual(before);
    expect((await put('administrator', '520000000000', root, 1)).statusCode).toBe(200);
  });

  it('comes back with everything wrong in it; a code unlike its parent’s is a warning', async () => {
    const wrong = await put('county', '520302960000', { ...content, level: 'county', name: '某 所' });
    expect(wrong.json<{ errors: { pointer: string; code: string }[] }>().errors).toMatchObject([
      { pointer: '/name', code: 'wrong_character' },
      { pointer: '/address', code: 'station_only' },
      { pointer: '/telephone', code: 'station_only' },
      { pointer: '/parentCode', code: 'levels_out_of_order' },
    ]);
    const odd = await put('county', '990302960000', content);
    expect(odd.json<{ warnings: string[] }>().warnings).toEqual([
      `${content.name}的代码与上级单位代码前缀不一致。`,
    ]);
  });
});

describe('the table of units', () => {
  it('is what somebody keeps, and read back changes nothing', async () => {
    const { body } = await download('city', query);
    expect(body.split('\r\n')[0]).toBe(`\uFEFF${header}`);
    expect(body).not.toContain('遵义市公安局,');
    const before = await stored();
    expect((await upload('city', body, { query })).json()).toMatchObject({ created: 0, updated: 0 });
    expect(await stored()).toEqual(before);
    expect((await download('leader', query)).statusCode).toBe(403);
  });

  it('brings a county with its stations at once; a dry run only says so', async () => {
    const text = [
      header,
      '520304980000,遵义市公安局播州分局测试派出所,派出所,520304000000,520304,测试路8号,0851-00000018',
      '520304000000,遵义市公安局播州分局,县级,520300000000,520304,,',
    ].join('\n');
    const planned = await upload('city', text, { query: `${query}&dryRun=true` });
    expect(planned.json()).toMatchObject({ dryRun: true, created: 2 });
    expect((await stored()).has('520304000000')).toBe(false);
    expect((await upload('city', text, { query })).json()).toMatchObject({ created: 2, warnings: [] });
    const partial = `单位代码,电话\n520304980000,0851-00000019`;
    expect((await upload('city', partial, { query })).json()).toMatchObject({ updated: 1 });
    expect((await stored()).get('520304980000')).toMatchObject({ telephone: '0851-00000019', version: 2 });
  });

  it('tells every fault with line and column, and takes nothing of the file', async () => {
    const before = await stored();
    const text = [
      header,
      '520302950000,测试派出所,派出所,520302000000,520302,测试路9号,0851-00000010',
      '5203,测 试,所,52,5203,,x',
      '520302940000,,,520302000000,,测试路9号,0851-00000010',
      '520302930000,测试派出所,派出所,529999000000,520302,,',
      '440106990000,测试派出所,派出所,520302000000,520302,测试路9号,0851-00000010',
      '520302950000,测试派出所,派出所,520302000000,520302,测试路9号,0851-00000010',
    ].join('\n');
    expect(await faultsOf('city', text, query)).toEqual([
      '/3/单位代码 wrong_characters',
      '/3/级别 not_a_choice',
      '/3/上级单位代码 wrong_characters',
      '/3/行政区划代码 wrong_characters',
      '/3/电话 wrong_characters',
      '/4/单位名称 missing',
      '/4/级别 missing',
      '/4/行政区划代码 missing',
      '/5/地址 missing',
      '/5/电话 missing',
      '/5/上级单位代码 unit_not_allowed',
      '/5/上级单位代码 parent_missing',
      '/6/单位代码 unit_not_allowed',
      '/7/单位代码 repeated',
    ]);
    expect(await stored()).toEqual(before);
    const tooLong = `${header}\n520302950000,${'测'.repeat(61)},派出所,520302000000,520302,测试路9号,0851-00000010`;
    expect(await faultsOf('county', tooLong, query)).toEqual(['/2/单位名称 too_long']);
    expect([...before.keys()]).toEqual(expect.arrayContaining([station, sibling]));
    expect(before.size).toBeGreaterThan(sampleUnits.length);
  });
});
