import { sql } from 'drizzle-orm';
import Fastify from 'fastify';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { auditFindings } from '../../api/audit/findings.ts';
import { recordRequests } from '../../api/audit/record-requests.ts';
import { auditEntries } from '../../db/schema/index.ts';
import { verifyAudit } from '../../db/verification/verify-audit.ts';
import { verifyLedgers } from '../../db/verification/verify-ledgers.ts';
import type { AuditKind } from '../../domain/audit/kinds.ts';
import { auditKindNames, isRecorded } from '../../domain/audit/kinds.ts';
import type { AuditedAs, AuthorityLine } from '../../domain/authority/line.ts';
import { authority } from '../../domain/authority/table.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { connectOwner } from '../house/house.ts';
import type { Person } from './door.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door, url } = await openHouseWithDoor();
const owner = connectOwner(url);
afterAll(() => owner.close());
const { submitWithScan, readyForCollection } = playPeople(door);
const caseNo = await readyForCollection(await submitWithScan());

beforeEach(() => owner.delete(auditEntries));

/** What was written since the test began, without what differs each time. */
async function rows() {
  const found = await owner.select().from(auditEntries).orderBy(auditEntries.day, auditEntries.seq);
  return found.map(({ kind, operation, outcome, officerId, unitCode, caseNo: of, objectId }) => ({
    ...{ kind, operation, outcome, officerId, unitCode, caseNo: of, objectId },
  }));
}

async function status(
  person: Person,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  address: string,
  body?: object,
) {
  return (await door.call(person, method, address, body === undefined ? {} : { body })).statusCode;
}

const unheard = formatCaseNo(parseUnitCode('440106990000'), '2026-11-02' as PlainDate, 77);
const window = { officerId: 'officer-1', unitCode: '440106990000' };
const nothing = { caseNo: null, objectId: null };

const lines = Object.entries<AuthorityLine>(authority);

function kindsOf(as: AuditedAs): readonly AuditKind[] {
  return typeof as === 'string' ? [as] : Object.values(as ?? {});
}

describe('every operation', () => {
  it.each(lines)(
    '%s is audited, unless whoever asks proves nothing of himself',
    (_id, { over, auditedAs }) => {
      // He has no unit whose auditor would look at it.
      expect(auditedAs === null).toBe(over === 'public');
    },
  );

  it.each(lines.filter(([, { over, shows }]) => over !== 'public' && shows !== 'none'))(
    '%s, which shows somebody, leaves a row whenever it is allowed',
    (_id, { auditedAs }) => {
      expect(kindsOf(auditedAs).filter((kind) => !isRecorded(kind, 'allowed'))).toEqual([]);
    },
  );

  it('of every kind there is one', () => {
    const ofFindings = Object.values(auditFindings).map(({ kind }) => kind);
    const used = new Set<AuditKind>([
      ...lines.flatMap(([, { auditedAs }]) => kindsOf(auditedAs)),
      ...ofFindings,
    ]);
    // Sessions begin and end outside the document: test/identity/audit.test.ts.
    expect(auditKindNames.filter((kind) => !used.has(kind))).toEqual(['log_in', 'log_out']);
  });

  it('that says nothing of it cannot be served', async () => {
    const app = Fastify();
    await app.register((scope, _options, done) => {
      recordRequests(scope, { append: () => Promise.resolve() });
      expect(() => scope.get('/v1/new', { schema: { operationId: 'readNew' } }, () => '')).toThrow(
        'domain/authority/table.ts does not say what readNew is audited as',
      );
      done();
    });
  });
});

describe('the audit', () => {
  it.each([
    ['GET', '', 'read', 'getCase'],
    ['GET', '/timeline', 'read', 'getTimeline'],
    ['GET', '/certificate', 'file', 'getCertificate'],
    ['GET', '/papers/cover_sheet', 'file', 'getPaper'],
    ['GET', '/export', 'export', 'exportCase'],
  ] as const)('has one row of %s /v1/cases/…%s', async (method, address, kind, operation) => {
    expect(await status('window', method, `/v1/cases/${caseNo}${address}`)).toBe(200);
    const objectId = address === '/papers/cover_sheet' ? 'cover_sheet' : null;
    expect(await rows()).toEqual([{ kind, operation, outcome: 'allowed', ...window, caseNo, objectId }]);
  });

  it('knows the number of what was made, and the case as it was handled', async () => {
    const made = await door.submit();
    const expected = { outcome: 'allowed', ...window, ...nothing };
    expect(await rows()).toEqual([
      { ...expected, kind: 'handle', operation: 'submitApplication', caseNo: made },
    ]);
    await owner.delete(auditEntries);
    const kept = await door.call('window', 'POST', '/v1/drafts', { body: { matters: [] } });
    expect(kept.statusCode).toBe(201);
    expect(await rows()).toEqual([
      {
        ...expected,
        kind: 'handle',
        operation: 'keepDraft',
        objectId: kept.headers.location?.toString().split('/').at(-1),
      },
    ]);
  });

  it('has a row of what was refused: to the role, to the unit, and out of scope exactly as absent', async () => {
    expect(await status('acceptingCounty', 'GET', `/v1/cases/${caseNo}/certificate`)).toBe(403);
    expect(await status('window', 'GET', '/v1/webhook-endpoints')).toBe(403);
    expect(await status('stranger', 'GET', `/v1/cases/${caseNo}`)).toBe(404);
    expect(await status('stranger', 'GET', `/v1/cases/${unheard}`)).toBe(404);
    const codes = await owner
      .select({ code: auditEntries.code })
      .from(auditEntries)
      .orderBy(auditEntries.seq);
    expect(codes.map(({ code }) => code)).toEqual(['role_not_allowed', 'role_not_allowed', null, null]);
    const stranger = { officerId: 'officer-8', unitCode: '650102990000', objectId: null };
    expect(await rows()).toEqual([
      {
        ...{
          kind: 'file',
          operation: 'getCertificate',
          outcome: 'denied',
          caseNo,
          objectId: null,
        },
        ...{ officerId: 'officer-6', unitCode: '440106000000' },
      },
      { kind: 'consult', operation: 'listWebhookEndpoints', outcome: 'denied', ...window, ...nothing },
      { kind: 'read', operation: 'getCase', outcome: 'not_found', caseNo, ...stranger },
      { kind: 'read', operation: 'getCase', outcome: 'not_found', caseNo: unheard, ...stranger },
    ]);
  });

  it('has whoever looked people up in the directory', async () => {
    expect(await status('window', 'GET', '/v1/directory/persons')).toBe(200);
    const row = { kind: 'list', operation: 'listDirectoryPersons', outcome: 'allowed' };
    expect(await rows()).toEqual([{ ...row, ...window, ...nothing }]);
  });

  it('has none of what shows nothing personal, and of what nobody was refused', async () => {
    expect(await status('window', 'GET', '/v1/matters')).toBe(200);
    expect(await status('window', 'GET', '/v1/cases?limit=0')).toBe(422);
    expect(await status('window', 'GET', `/v1/cases/${caseNo}/deadline`)).toBe(200);
    expect((await door.app.inject({ url: '/v1/cases' })).statusCode).toBe(401);
    expect((await door.app.inject({ url: '/v1/health' })).statusCode).toBe(200);
    expect(await rows()).toEqual([]);
  });

  it('has the acts of administrators, and not the words of their reasons', async () => {
    const reason = '复议中';
    expect(await status('auditor', 'PUT', `/v1/cases/${caseNo}/legal-hold`, { reason })).toBe(200);
    expect(await status('auditor', 'DELETE', `/v1/cases/${caseNo}/legal-hold`)).toBe(204);
    const added = await door.call('administrator', 'POST', '/v1/webhook-endpoints', {
      body: { url: 'https://window.example.cn/notices', kinds: [] },
    });
    expect(added.statusCode).toBe(201);
    expect(JSON.stringify(await rows())).not.toContain('复议');
    expect(await rows()).toMatchObject([
      { kind: 'administer', operation: 'holdCase', caseNo },
      { kind: 'administer', operation: 'releaseCase', caseNo },
      {
        ...{ kind: 'administer', operation: 'addWebhookEndpoint' },
        objectId: added.json<{ id: string }>().id,
      },
    ]);
  });

  it('takes a HEAD for the read that it is', async () => {
    const token = await door.issuer.sign({
      ...{ officerId: 'officer-1', roles: ['window_officer'] },
      unitCode: parseUnitCode('440106990000'),
    });
    const headers = { authorization: `Bearer ${token}` };
    const url = `/v1/cases/${caseNo}/certificate`;
    const response = await door.app.inject({ method: 'HEAD', url, headers });
    expect(response.statusCode).toBe(200);
    expect((await door.app.inject({ url, headers })).statusCode).toBe(200);
    const row = {
      kind: 'file',
      operation: 'getCertificate',
      outcome: 'allowed',
      ...window,
      ...nothing,
      caseNo,
    };
    expect(await rows()).toEqual([row, row]);
  });

  it('is whole, and so is the ledger, as requests left them', async () => {
    for (const place of ['', '/timeline', '/certificate'])
      await status('window', 'GET', `/v1/cases/${caseNo}${place}`);
    await owner.client.begin(async (transaction) => {
      expect(await verifyAudit(transaction, {}, [])).toMatchObject({ rows: 3, broken: null });
      const { cases, events, broken } = await verifyLedgers(transaction);
      expect([cases > 0, events > cases, broken]).toEqual([true, true, null]);
    });
  });

  it('holds nothing that somebody types into an address', async () => {
    const { idNumber, name } = sampleApplication.applicant;
    for (const text of [idNumber, encodeURIComponent(name)]) {
      for (const place of [`cases/${text}`, `drafts/${text}`, `cases/${caseNo}/attachments/${text}`]) {
        expect(await status('window', 'GET', `/v1/${place}`)).toBe(404);
      }
    }
    const written = JSON.stringify(await owner.select().from(auditEntries));
    expect(await rows()).toHaveLength(6);
    expect(written).not.toContain(idNumber);
    expect(written).not.toContain(name);
  });
});

describe('a person looked up in passing', () => {
  const search = { kind: 'search', outcome: 'allowed', ...nothing };
  const stranger = { officerId: 'officer-8', unitCode: '650102990000' };
  const elsewhere = '440106980000';

  it.each([
    ['refused by the rules', '/v1/cases', 422, (sent: object) => ({ ...sent, agreed: false })],
    ['refused by its form too', '/v1/cases', 422, (sent: object) => ({ ...sent, agreed: 'yes' })],
    [
      'accepted for a reason',
      '/v1/cases',
      201,
      (sent: object) => ({ ...sent, openCaseVerdict: { reason: '核实' } }),
    ],
    [
      'rejected in writing',
      '/v1/rejections',
      201,
      (application: object) => ({ decision: 'rejected', application }),
    ],
  ] as const)(
    'leaves a row where the submission is %s, and no number of a case elsewhere',
    async (_how, address, expected, bodyOf) => {
      const sent = { ...anotherApplication(), homeStation: elsewhere };
      const made = await door.submit({ applicant: sent.applicant });
      await owner.delete(auditEntries);
      const answer = await door.call('stranger', 'POST', address, { body: bodyOf(sent) });
      expect(answer.statusCode).toBe(expected);
      expect(answer.body).not.toContain(made);
      expect(answer.body).toContain('其他公安机关');
      const operation = address === '/v1/cases' ? 'submitApplication' : 'rejectApplication';
      const written = await rows();
      expect(written[0]).toEqual({ ...search, ...stranger, operation });
      expect(written.slice(1).map(({ kind }) => kind)).toEqual(expected === 201 ? ['handle'] : []);
      expect(JSON.stringify(written)).not.toContain(made);
    },
  );

  it('is named to whoever sees the case, and leaves a row there too', async () => {
    const sent = anotherApplication();
    const made = await door.submit(sent);
    await owner.delete(auditEntries);
    const again = await door.call('window', 'POST', '/v1/cases', { body: sent });
    expect(again.json()).toMatchObject({ status: 422, errors: [{ code: 'open_case_of_same_matter' }] });
    expect(again.body).toContain(made);
    expect(await rows()).toEqual([{ ...search, ...window, operation: 'submitApplication' }]);
  });

  it('leaves none where nobody was found', async () => {
    const sent = { ...anotherApplication(), agreed: false };
    expect(await status('window', 'POST', '/v1/cases', sent)).toBe(422);
    expect(await rows()).toEqual([]);
  });
});

describe('where the row cannot be written', () => {
  it.each(['', '/certificate', '/export'])('nothing of /v1/cases/…%s goes out', async (address) => {
    const before = await door.call('window', 'GET', `/v1/cases/${caseNo}${address}`);
    expect(before.statusCode).toBe(200);
    await owner.execute(sql`revoke execute on function append_audit from tongban_api`);
    try {
      const response = await door.call('window', 'GET', `/v1/cases/${caseNo}${address}`);
      expect(response.json()).toMatchObject({ status: 503, code: 'service_unavailable' });
      expect(Object.keys(response.headers)).not.toContain('content-disposition');
      expect(response.headers['retry-after']).toBe('5');
      const denied = await door.call('stranger', 'GET', `/v1/cases/${caseNo}${address}`);
      expect(denied.statusCode).toBe(503);
      expect(await status('window', 'GET', '/v1/matters')).toBe(200);
    } finally {
      await owner.execute(sql`grant execute on function append_audit to tongban_api`);
    }
  });
});
