import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { FieldFault } from '../../api/schemas/problem.ts';
import { listPersonsOfUnits, savePersons } from '../../db/repositories/directory.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { now, openDirectory, sibling, station } from './directory-door.ts';

const { call, download, faultsOf, idOf, owner, persons, upload } = await openDirectory();
afterAll(() => owner.close());

beforeEach(async () => {
  await owner.execute(sql`truncate directory_absences, directory_persons`);
  await savePersons(owner, persons, { by: 'test', at: now });
});

const header = '单位代码,职务,姓名,电话';

const stored = () => listPersonsOfUnits(owner, [station, sibling].map(parseUnitCode));

describe('an export', () => {
  it('is a table of what the caller keeps, and imported again changes nothing', async () => {
    const response = await download('county');
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="directory-persons.csv"',
    });
    const lines = response.body.split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF单位代码,单位名称,职务,姓名,电话,电子邮箱,传真,警号,任职起始日,任职截止日,最近确认日,请假,编号',
    );
    expect(lines).toHaveLength(9);
    const again = await upload('county', response.body);
    expect(again.json()).toEqual({ dryRun: false, created: 0, updated: 0, unchanged: 7, warnings: [] });
    expect((await stored()).every(({ version }) => version === 1)).toBe(true);
    expect((await download('stranger')).statusCode).toBe(403);
    expect((await download('leader')).body.split('\r\n')).toHaveLength(5);
  });

  it('brings back absences, ends and whatever a spreadsheet would calculate', async () => {
    await upload(
      'county',
      `${header},请假,任职截止日,传真,警号\r\n${station},所领导,测试所领导子,+86 851 0000,2026/12/1至2026/12/3；2027-02-01,2027-12-31,(0851) 00000009,officer-5`,
    );
    const { body } = await download('leader');
    expect(body).toContain("'+86 851 0000");
    const edited = body.replace('测试所领导子', '测试所领导丑');
    expect((await upload('leader', edited)).json()).toMatchObject({ created: 0, updated: 1, unchanged: 3 });
    const person = (await stored()).find(({ name }) => name === '测试所领导丑');
    expect(person).toMatchObject({
      telephone: '+86 851 0000',
      faxNumber: '(0851) 00000009',
      officerId: 'officer-5',
      validUntil: '2027-12-31',
      absences: [
        { from: '2026-12-01', to: '2026-12-03' },
        { from: '2027-02-01', to: '2027-02-01' },
      ],
    });
  });

  it('of entries that have ended is none', async () => {
    const ended = {
      ...persons.filter(({ id }) => id === idOf('liaison_officer'))[0],
      validUntil: '2026-11-24',
    };
    await savePersons(owner, [ended as never], { by: 'test', at: now });
    expect((await download('leader')).body).not.toContain(ended.id);
  });
});

describe('an import', () => {
  const newcomers = `${header}\n${station},副专管员,测试专管员子,0851-00000071\n${sibling},副专管员,测试专管员丑,0851-00000072`;

  it('adds, changes and leaves alone; a dry run says so and does nothing', async () => {
    const text = `${newcomers}\n${station},迁移信息核验专管员,测试专管员丁,0851-00000073`;
    const planned = await upload('county', text, { query: '?dryRun=true' });
    expect(planned.json()).toEqual({ dryRun: true, created: 2, updated: 1, unchanged: 0, warnings: [] });
    expect(await stored()).toHaveLength(6);
    const done = await upload('county', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(done.json()).toEqual({ dryRun: false, created: 2, updated: 1, unchanged: 0, warnings: [] });
    const changed = (await stored()).find(({ id }) => id === idOf('liaison_officer'));
    // Columns that the file leaves out stay as they are.
    expect(changed).toMatchObject({ telephone: '0851-00000073', version: 2 });
    expect(changed?.email).toContain('@example.org');
    expect((await upload('county', text)).json()).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  it('repeated under its key says what is there and writes nothing', async () => {
    const first = await upload('county', newcomers, { headers: { 'idempotency-key': 'import-1' } });
    expect(first.json()).toMatchObject({ created: 2 });
    const added = (await stored()).find(({ name }) => name === '测试专管员子');
    if (added === undefined) throw new Error('not imported');
    await savePersons(owner, [{ ...added, telephone: '0851-00000099' }], { by: 'test', at: now });
    const again = await upload('county', newcomers, { headers: { 'idempotency-key': 'import-1' } });
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(again.statusCode).toBe(200);
    expect((await stored()).find(({ id }) => id === added.id)).toMatchObject({ telephone: '0851-00000099' });
    const other = await upload('county', `${newcomers}\n`, { headers: { 'idempotency-key': 'import-1' } });
    expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('tells every fault with line and column, and takes nothing of the file', async () => {
    const text = [
      `${header},电子邮箱,任职截止日,请假,编号`,
      `${station},副专管员,测试专管员子,0851-00000071,,,,`,
      `52030299,专管,子,12,nobody,明年,下周,7`,
      `${station},市级督办员,Bob,0851-00000072,,2025-01-01,2026-12-05至2026-12-01,`,
      `440106990000,所领导,测试所领导子,0851-00000073,,,,`,
      `999999999999,所领导,测试所领导子,0851-00000073,,,,`,
      `${station},副专管员,测试专管员子,0851-00000074,,,,`,
      `${station},所领导,测试所领导丑,0851-00000075,,,,00000000-0000-4000-8000-000000000000`,
      `${sibling},所领导,测试所领导丑,0851-00000076,,,,${idOf('station_leader')}`,
      `${station},所领导,测试所领导寅`,
      `${station},所领导,"测试"所领导卯,0851-00000077,,,,`,
      `${station},所领导,,,,,,`,
    ].join('\n');
    expect(await faultsOf('county', text)).toEqual([
      '/3/单位代码 wrong_characters',
      '/3/职务 not_a_choice',
      '/3/电话 wrong_characters',
      '/3/电子邮箱 wrong_form',
      '/3/任职截止日 wrong_form',
      '/3/请假 wrong_form',
      '/3/编号 wrong_characters',
      '/3/姓名 wrong_name',
      '/4/姓名 wrong_name',
      '/4/职务 wrong_level',
      '/4/任职截止日 ends_before_start',
      '/4/请假 absence_reversed',
      '/5/单位代码 unit_not_allowed',
      '/6/单位代码 unknown_unit',
      '/7/姓名 repeated',
      '/8/编号 unknown_id',
      '/9/单位代码 seat_fixed',
      '/10 wrong_cell_count',
      '/11 broken_line',
      '/12/姓名 missing',
      '/12/电话 missing',
    ]);
    expect(await stored()).toHaveLength(6);
    const response = await upload('county', text);
    const [unit, post] = response.json<{ errors: FieldFault[] }>().errors;
    expect(unit?.message).toBe('第3行“单位代码”：应为12位单位代码；表格软件中请将此列设为文本。');
    expect(post?.message).toContain('只能是：迁移信息核验专管员、副专管员');
  });

  it('asks for an id where two of one name hold a post', async () => {
    const [person] = persons.filter(({ id }) => id === idOf('liaison_officer'));
    const twin = { ...person, id: '00000000-0000-4000-8000-00000000000f' };
    await savePersons(owner, [twin as never], { by: 'test', at: now });
    const line = `${station},迁移信息核验专管员,测试专管员丁,0851-00000073`;
    expect(await faultsOf('county', `${header}\n${line}`)).toEqual(['/2/编号 ambiguous']);
    const named = await upload('county', `${header},编号\n${line},${twin.id}`);
    expect(named.json()).toMatchObject({ updated: 1 });
  });

  it('refuses what is no such table, with the reason', async () => {
    expect(await faultsOf('county', Buffer.from([0xb5, 0xa5, 0xce, 0xbb]))).toEqual([' not_utf8']);
    expect(await faultsOf('county', '\n\n')).toEqual([' empty_file']);
    expect(await faultsOf('county', `"单位代码\n`)).toEqual(['/1 broken_line']);
    expect(await faultsOf('county', '单位代码,职务,姓名,手机,姓名\n')).toEqual([
      '/1/第4列 unknown_column',
      '/1/姓名 repeated',
      '/1/电话 missing',
    ]);
    expect(await faultsOf('county', 'x\n'.repeat(20_001))).toEqual([' too_many']);
    const tooLarge = await upload('county', 'x'.repeat(6 * 1024 * 1024));
    expect(tooLarge.json()).toMatchObject({ status: 413 });
    const json = await call('county', 'POST', '/imports', { payload: {} });
    expect(json.json()).toMatchObject({ status: 415 });
  });

  it('repeats nothing of a file without its header, whose first line is a person', async () => {
    const response = await upload('county', `${station},迁移信息核验专管员,测试专管员丁,0851-00000073\n`);
    expect(response.statusCode).toBe(422);
    expect(response.body).not.toMatch(/测试专管员丁|0851-00000073/);
  });

  it('is for maintainers', async () => {
    for (const caller of ['liaison', 'stranger', 'administrator'] as const) {
      expect((await upload(caller, newcomers)).statusCode).toBe(403);
    }
    expect(await faultsOf('leader', newcomers)).toEqual(['/3/单位代码 unit_not_allowed']);
  });
});
