import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleRefusals } from '../../api/audit/anonymous-refusals.ts';
import { sessionCookie } from '../../api/session-token.ts';
import { auditEntries, sessions } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import type { AuditedAct } from '../../domain/audit/entry.ts';
import { auditOutcomeTitles } from '../../domain/audit/kinds.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { openBrowser } from './browser.ts';
import { strongAcr } from './provider.ts';
import { openStage } from './stage.ts';

const { app, apiUrl, provider, owner, logLines, logIn, loggedIn } = await openStage({
  settings: {
    TONGBAN_OIDC_REQUIRED_AUTHENTICATION: JSON.stringify({ security_administrator: { acr: [strongAcr] } }),
  },
});
const sameOrigin = { 'sec-fetch-site': 'same-origin' };
const callback = `${apiUrl}/session/callback`;
const window = { officerId: 'officer-1', roles: ['window_officer'], unitCode: '440106990000' };
const nobody = { officerId: null, roles: [], unitCode: null, objectId: null, outcome: 'denied' };

beforeEach(async () => {
  await owner.delete(sessions);
  await owner.delete(auditEntries);
});

/** The rows since the test began. */
async function rows() {
  const found = await owner.select().from(auditEntries).orderBy(auditEntries.day, auditEntries.seq);
  return found.filter(({ kind }) => kind === 'log_in' || kind === 'log_out');
}

const sessionIds = async () => (await owner.select({ id: sessions.id }).from(sessions)).map(({ id }) => id);

describe('the audit of logins', () => {
  it('has who logged in, under the number of his session, and who logged out', async () => {
    const browser = await loggedIn('subject-window');
    const [objectId] = await sessionIds();
    await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers: sameOrigin });
    const row = { ...window, objectId, caseNo: null, outcome: 'allowed', code: null };
    expect(await rows()).toMatchObject([
      { ...row, kind: 'log_in', operation: 'completeLogin' },
      { ...row, kind: 'log_out', operation: 'logout' },
    ]);
    expect(await owner.client.begin((transaction) => verifyAudit(transaction, {}, []))).toMatchObject({
      rows: 2,
      broken: null,
    });
  });

  it('has the session that another login in the same browser replaced', async () => {
    const browser = await loggedIn('subject-window');
    const [first] = await sessionIds();
    await logIn(browser, 'subject-window');
    const [second] = await sessionIds();
    expect(await rows()).toMatchObject([
      { kind: 'log_in', objectId: first },
      { kind: 'log_out', operation: 'completeLogin', objectId: first },
      { kind: 'log_in', objectId: second },
    ]);
  });

  it('has whose session the provider ended', async () => {
    const browser = await loggedIn('subject-window');
    const [objectId] = await sessionIds();
    const { url, response } = await browser.follow(`${provider.issuer}/session/end?client_id=tongban`);
    await browser.submit(url, await response.text(), { logout: 'yes' });
    expect((await rows())[1]).toMatchObject({
      ...{ kind: 'log_out', operation: 'backChannelLogout', ...window, objectId },
    });
  });

  it('has whose session an administrator ended, one by one or with a lock, and who he was', async () => {
    const administrator = await loggedIn('subject-security', 'two');
    await loggedIn('subject-window');
    const [id = ''] = (await sessionIds()).slice(-1);
    const headers = { ...sameOrigin, 'content-type': 'application/json' };
    await administrator.request(`${apiUrl}/v1/sessions/${id}`, { method: 'DELETE', headers: sameOrigin });
    const officer = await loggedIn('subject-window');
    const body = JSON.stringify({ subject: 'officer-1', reason: '账号疑似被盗用' });
    const url = `${apiUrl}/v1/account-locks`;
    const locked = await administrator.request(url, { method: 'POST', headers, body });
    const ended = (await rows()).filter(({ kind }) => kind === 'log_out');
    expect(ended).toMatchObject([
      { operation: 'endSession', ...window, objectId: id },
      { operation: 'lockAccount', ...window },
    ]);
    const all = await owner.select().from(auditEntries);
    for (const { operation, requestId } of ended) {
      const by = all.filter((row) => row.requestId === requestId && row.kind === 'administer');
      expect(by).toMatchObject([{ operation, officerId: 'officer-2' }]);
    }

    await owner.delete(auditEntries);
    expect((await logIn(officer, 'subject-window')).status).toBe(403);
    expect(await rows()).toMatchObject([
      { kind: 'log_in', ...window, outcome: 'denied', code: 'account_locked', objectId: null },
    ]);
    const { id: lockId } = (await locked.json()) as { id: string };
    const lift = JSON.stringify({ reason: '已核实' });
    await administrator.request(`${url}/${lockId}/lift`, { method: 'POST', headers, body: lift });
  });

  it('has whoever proved too little, once and not when he is asked for more, or unites what is to be kept apart', async () => {
    expect((await logIn(openBrowser(), 'subject-security', 'one')).status).toBe(401);
    const united = await logIn(openBrowser(), 'subject-united');
    expect(await united.json()).toMatchObject({ status: 403, code: 'roles_not_separated' });
    const denied = { kind: 'log_in', operation: 'completeLogin', outcome: 'denied' };
    expect(await rows()).toMatchObject([
      { ...denied, officerId: 'officer-2', code: 'insufficient_user_authentication' },
      { ...denied, officerId: 'officer-6', code: 'roles_not_separated' },
    ]);
    expect(await sessionIds()).toEqual([]);
  });

  it('is read by the auditor, and by unit too', async () => {
    await loggedIn('subject-window');
    const auditor = await loggedIn('subject-auditor');
    const list = async (query: string) => {
      const response = await auditor.request(`${apiUrl}/v1/audit?kind=log_in${query}`);
      return ((await response.json()) as { items: { officerId: string }[] }).items;
    };
    expect((await list('')).map(({ officerId }) => officerId)).toEqual(['officer-4', 'officer-1']);
    expect(await list('&unit=440106990000')).toMatchObject([{ kindTitle: '登录', officerId: 'officer-1' }]);
  });
});

describe('whoever does not prove who he is', () => {
  const present = (token: string) =>
    app.inject({ url: '/v1/session', headers: { authorization: `Bearer ${token}` } });

  it('cannot fill the audit: a row for each reason in ten minutes, the rest in the log', async () => {
    for (let time = 0; time < 20; time += 1) {
      expect((await openBrowser().request(`${callback}?code=李样例`)).status).toBe(400);
      expect((await present('eyJhbGciOiJub25lIn0.e30.')).statusCode).toBe(401);
      const payload = 'logout_token=nonsense';
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const url = '/session/backchannel-logout';
      expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(400);
    }
    expect(await rows()).toMatchObject([
      { ...nobody, kind: 'log_in', operation: 'completeLogin', code: 'login_failed' },
      { ...nobody, kind: 'log_in', operation: 'getCaller', code: 'unauthenticated' },
      { ...nobody, kind: 'log_out', operation: 'backChannelLogout', code: 'invalid_logout_token' },
    ]);
    expect(JSON.stringify(await rows())).not.toMatch(/李样例|eyJ|nonsense/);
    expect(logLines.filter((line) => line.includes('"token refused"'))).toHaveLength(20);
    // Another reason is not hidden by it.
    expect((await logIn(openBrowser(), 'subject-nobody')).status).toBe(400);
    expect((await rows()).slice(3)).toMatchObject([{ ...nobody, code: 'login_failed' }]);

    const auditor = await loggedIn('subject-auditor');
    const list = async (query: string) =>
      (await auditor.request(`${apiUrl}/v1/audit?outcome=denied${query}`)).json() as Promise<{
        items: object[];
      }>;
    expect((await list('')).items).toHaveLength(4);
    expect((await list('&unit=440000000000')).items).toEqual([]);
    const csv = await auditor.request(`${apiUrl}/v1/audit?outcome=denied&format=csv`);
    expect(await csv.text()).toContain(`,getCaller,${auditOutcomeTitles.denied},,,,,,`);
    const verdict = await owner.client.begin((transaction) => verifyAudit(transaction, {}, []));
    expect(verdict.broken).toBeNull();
  });

  it('is sampled again when the time is over, and when a row could not be written', async () => {
    const written: AuditedAct[] = [];
    let state: 'up' | 'away' = 'away';
    let now = '2026-11-02T10:00:00.000+08:00';
    const append = (act: AuditedAct) => {
      if (state === 'away') return Promise.reject(new Error('away'));
      written.push(act);
      return Promise.resolve();
    };
    const refusals = sampleRefusals({ append }, { now: () => now as Instant });
    const request = { id: 'r', log: { error: () => undefined } } as never;
    const note = () =>
      refusals.note(request, {
        ...{ kind: 'log_in', operation: 'getCase', code: 'unauthenticated', reason: 'expired' },
      });
    await note();
    state = 'up';
    await note();
    await note();
    expect(written).toHaveLength(1);
    now = '2026-11-02T10:10:00.000+08:00';
    await note();
    expect(written).toHaveLength(2);
  });
});

describe('where the row cannot be written', () => {
  it('nobody gets a session or is told that his has ended; who proves nothing is refused as ever', async () => {
    const browser = await loggedIn('subject-window');
    const token = browser.cookies.get(sessionCookie) ?? '';
    await owner.execute(sql`revoke execute on function append_audit from tongban_api`);
    try {
      const other = openBrowser();
      const refused = await logIn(other, 'subject-window');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      expect(other.cookies.has(sessionCookie)).toBe(false);
      expect((await logIn(openBrowser(), 'subject-united')).status).toBe(503);
      const left = await browser.request(`${apiUrl}/session/logout`, { method: 'POST', headers: sameOrigin });
      expect(left.status).toBe(503);
      expect(await sessionIds()).toHaveLength(1);
      const headers = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
      expect((await app.inject({ url: '/v1/session', headers })).statusCode).toBe(401);
    } finally {
      await owner.execute(sql`grant execute on function append_audit to tongban_api`);
    }
    // And can try again.
    expect(browser.cookies.get(sessionCookie)).toBe(token);
    expect((await browser.request(`${apiUrl}/v1/session`)).status).toBe(200);
  });
});
