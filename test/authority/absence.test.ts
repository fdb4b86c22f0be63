import { afterAll, describe, expect, it } from 'vitest';
import { authority } from '../../domain/authority/table.ts';
import type { OperationId } from '../../domain/authority/table.ts';
import { jurisdictions } from '../../domain/authority/line.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { Role } from '../../domain/roles.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { connectDatabase } from '../../db/database.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import { openDoor } from '../api/door.ts';
import { testKeyRing } from '../services/test-key-ring.ts';
import { clock } from './facts.ts';
import { openMatrix } from './open-matrix.ts';
import { operations } from './operations.ts';
import { requestOf } from './requests.ts';
import type { Seeded } from './seed.ts';
import { accepting, unitOf } from './units.ts';

const matrix = await openMatrix();
const database = connectDatabase({
  url: matrix.url,
  role: 'tongban_api',
  maxConnections: 1,
  keyRing: testKeyRing,
});
afterAll(() => database.close());
const units = createUnitDirectory(database, clock);
const { app, issuer } = await openDoor(matrix.url, undefined as never, { clock, database, units });

// Every statement that this door sends, with what Postgres is asked for left out.
const statements: string[] = [];
database.client.options.debug = (_connection, statement) => {
  statements.push(statement);
};

const { seeded } = matrix;
const digits = (text: string) => text.replace(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'));
/** The same kind of thing under a number that nobody ever gave out. */
const absent: Seeded = {
  ...seeded,
  caseNo: formatCaseNo(accepting, parsePlainDate('2026-11-02'), 99_999),
  furtherCaseNo: formatCaseNo(accepting, parsePlainDate('2026-11-02'), 99_998),
  rejectionNo: formatCaseNo(accepting, parsePlainDate('2026-11-20'), 99_999) as never,
  draftId: digits(seeded.draftId) as never,
  endpointId: digits(seeded.endpointId) as never,
  sessionId: digits(seeded.sessionId) as never,
  lockId: digits(seeded.lockId) as never,
};

const hidden = operations.filter(({ operationId, path }) => {
  const { over } = authority[operationId as OperationId];
  return path.includes('{') && jurisdictions[over].outside === 'absent';
});

async function answerTo(operation: (typeof operations)[number], role: Role, what: Seeded) {
  const request = requestOf(operation, role, what);
  const line = authority[operation.operationId as OperationId];
  const unitCode = unitOf(request.owner, line, role, 'other_province');
  const token = await issuer.sign({ officerId: 'officer-8', roles: [role], unitCode });
  const headers = { ...request.options.headers, authorization: `Bearer ${token}` };
  statements.length = 0;
  const response = await app.inject({ ...request.options, headers });
  const { instance: _, ...body } = response.json<{ instance: string }>();
  const { date: _date, ...sent } = response.headers;
  return { status: response.statusCode, body, headers: sent, statements: [...statements] };
}

describe('what is outside somebody’s jurisdiction', () => {
  it('is looked for in most operations that name something', () => {
    expect(hidden.length).toBeGreaterThan(60);
  });

  it.each(hidden)('is to $operationId as if it were not there: answer and statements', async (operation) => {
    const [role] = authority[operation.operationId as OperationId].roles;
    if (role === undefined) throw new Error('nobody may do it');
    await answerTo(operation, role, absent); // reads once what the process keeps
    const outside = await answerTo(operation, role, seeded);
    const nowhere = await answerTo(operation, role, absent);
    expect(outside.status).toBe(404);
    expect(outside).toEqual(nowhere);
    expect(outside.statements.length).toBeGreaterThan(0);
  });
});
