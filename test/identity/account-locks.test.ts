import { describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Role } from '../../domain/roles.ts';
import { createHouseDatabase } from '../house/house.ts';
import { openDoor } from '../api/door.ts';
import { sessions } from '../../db/schema/index.ts';
import type { Browser } from './browser.ts';
import { openStage } from './stage.ts';

const url = await createHouseDatabase();
const door = await openDoor(url, undefined as never);

async function call(
  who: readonly [string, Role, string],
  method: 'GET' | 'POST',
  address: string,
  body?: object,
) {
  const [officerId, role, unit] = who;
  const token = await door.issuer.sign({ officerId, roles: [role], unitCode: parseUnitCode(unit) });
  return door.app.inject({
    method,
    url: address,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body }),
  });
}

const officer = ['officer-1', 'window_officer', '440106990000'] as const;
const sameNumber = ['officer-1', 'window_officer', '520302990000'] as const;
const county = ['officer-20', 'security_administrator', '440106000000'] as const;
const province = ['officer-21', 'security_administrator', '440000000000'] as const;
const elsewhere = ['officer-22', 'security_administrator', '520000000000'] as const;
const reason = { reason: '账号疑似被盗用' };

describe('lock-out', () => {
  it('keeps somebody of the unit out at once, whatever the provider says, until it is lifted', async () => {
    expect((await call(officer, 'GET', '/v1/cases')).statusCode).toBe(200);
    const locked = await call(province, 'POST', '/v1/account-locks', { subject: 'officer-1', ...reason });
    expect(locked.statusCode).toBe(201);
    expect(locked.json()).toMatchObject({ unitCode: '440000000000', lockedBy: 'officer-21', ...reason });
    const refused = await call(officer, 'GET', '/v1/cases');
    expect(refused.json()).toMatchObject({ status: 403, code: 'account_locked' });
    // Another province numbers its officers by itself.
    expect((await call(sameNumber, 'GET', '/v1/cases')).statusCode).toBe(200);

    const { id } = locked.json<{ id: string }>();
    const lift = { reason: '已核实，恢复使用' };
    for (const stranger of [county, elsewhere]) {
      const response = await call(stranger, 'POST', `/v1/account-locks/${id}/lift`, lift);
      expect(response.json()).toMatchObject({ code: 'not_found' });
    }
    expect((await call(province, 'POST', `/v1/account-locks/${id}/lift`, lift)).statusCode).toBe(204);
    expect((await call(officer, 'GET', '/v1/cases')).statusCode).toBe(200);
    expect((await call(province, 'POST', `/v1/account-locks/${id}/lift`, lift)).statusCode).toBe(404);
  });

  it('leaves no line in the log that says what was typed as a number', async () => {
    const subject = '测试姓名 13800000000';
    const locked = await call(province, 'POST', '/v1/account-locks', { subject, ...reason });
    const { id } = locked.json<{ id: string }>();
    await call(province, 'POST', `/v1/account-locks/${id}/lift`, reason);
    const lines = door.logLines.filter((line) => line.includes(id));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      ...['account locked', 'account unlocked'],
    ]);
    expect(door.logLines.join('')).not.toContain(subject);
  });

  it('is for security administrators, of the unit or above it, with a reason', async () => {
    const body = { subject: 'officer-30', ...reason };
    const asOfficer = await call(officer, 'POST', '/v1/account-locks', body);
    expect(asOfficer.json()).toMatchObject({ code: 'role_not_allowed' });
    for (const [wrong, code] of [
      [{ unitCode: '520302990000' }, 'not_found'],
      [{ unitCode: '440000000000' }, 'not_found'],
      [{ unitCode: '999999999999' }, 'validation_failed'],
      [{ reason: '' }, 'validation_failed'],
    ] as const) {
      const response = await call(county, 'POST', '/v1/account-locks', { ...body, ...wrong });
      expect([wrong, response.json()]).toMatchObject([wrong, { code }]);
    }
  });

  it('is listed for whoever answers for it, page by page', async () => {
    for (const n of [31, 32, 33]) {
      const unitCode = n === 33 ? '440106990000' : '440106000000';
      await call(province, 'POST', '/v1/account-locks', { subject: `officer-${n}`, unitCode, ...reason });
    }
    // Locking twice changes nothing.
    const again = { subject: 'officer-33', unitCode: '440106990000', reason: '另一理由' };
    expect((await call(county, 'POST', '/v1/account-locks', again)).json()).toMatchObject(reason);
    type Page = { items: { subject: string }[]; nextCursor: string | null };
    const first = (await call(county, 'GET', '/v1/account-locks?limit=2')).json<Page>();
    expect(first.items.map(({ subject }) => subject)).toEqual(['officer-33', 'officer-32']);
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const rest = (await call(county, 'GET', `/v1/account-locks?limit=2&cursor=${cursor}`)).json<Page>();
    expect(rest.items.map(({ subject }) => subject)).toEqual(['officer-31']);
    expect(rest.nextCursor).toBeNull();
    expect((await call(elsewhere, 'GET', '/v1/account-locks')).json()).toMatchObject({ items: [] });
    const one = await call(county, 'GET', '/v1/account-locks?subject=officer-32');
    expect(one.json<Page>().items).toHaveLength(1);
  });
});

describe('the sessions of officers', async () => {
  const stage = await openStage();
  const { apiUrl } = stage;
  const isIn = async (browser: Browser) => (await browser.request(`${apiUrl}/v1/session`)).ok;
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const list = (browser: Browser) => browser.request(`${apiUrl}/v1/sessions?subject=officer-1`);
  const end = (browser: Browser, id: string) =>
    browser.request(`${apiUrl}/v1/sessions/${id}`, {
      method: 'DELETE',
      headers: { 'sec-fetch-site': 'same-origin' },
    });

  it('are ended by the security administrator above, and by nobody else', async () => {
    const officer = await stage.loggedIn('subject-window');
    const administrator = await stage.loggedIn('subject-security');
    const stranger = await stage.loggedIn('subject-elsewhere');
    const { items } = (await (await list(administrator)).json()) as { items: { id: string }[] };
    expect(items).toMatchObject([
      { subject: 'officer-1', unitCode: '440106990000', roles: ['window_officer'] },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/eyJ|hash|token/i);
    expect(await (await list(stranger)).json()).toEqual({ items: [] });
    const id = items[0]?.id ?? '';
    expect((await end(stranger, id)).status).toBe(404);
    expect((await end(officer, id)).status).toBe(403);
    expect(await isIn(officer)).toBe(true);
    expect((await end(administrator, id)).status).toBe(204);
    expect(await isIn(officer)).toBe(false);
    expect((await end(administrator, id)).status).toBe(404);
  });

  it('end with a lock, and no login makes another', async () => {
    const officer = await stage.loggedIn('subject-window');
    const administrator = await stage.loggedIn('subject-security');
    const locked = await administrator.request(`${apiUrl}/v1/account-locks`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ subject: 'officer-1', ...reason }),
    });
    expect(locked.status).toBe(201);
    expect(await isIn(officer)).toBe(false);
    const rows = await stage.owner.select().from(sessions);
    expect(rows.filter(({ subject }) => subject === 'officer-1')).toEqual([]);
    const refused = await stage.logIn(officer, 'subject-window');
    expect(await refused.json()).toMatchObject({ status: 403, code: 'account_locked' });
  });
});
