import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { Client } from '@temporalio/client';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import { afterAll } from 'vitest';
import type { App } from '../../api/app.ts';
import { buildApp } from '../../api/app.ts';
import { neverShed } from '../../api/hardening.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { createAttachmentFiles } from '../../db/attachment-files.ts';
import { connectDatabase } from '../../db/database.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { Application } from '../../domain/application/application.ts';
import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { Role } from '../../domain/roles.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { loadConfig } from '../../platform/config.ts';
import { openUploads } from '../../platform/files/uploads.ts';
import type { LocalIssuer } from '../../platform/identity/local-issuer.ts';
import { createLocalIssuer } from '../../platform/identity/local-issuer.ts';
import { createTokenVerifier } from '../../platform/identity/token-verifier.ts';
import { createOutgoingGuard } from '../../platform/outgoing/guard.ts';
import { createLogger } from '../../platform/logger.ts';
import { loadDivisions } from '../../platform/reference-data.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { sampleApplication } from '../house/case-driver.ts';
import type { House, TemporalOfHouse } from '../house/house.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { testKeyRing } from '../services/test-key-ring.ts';
import { expectDeclaredHeaders } from './undeclared-headers.ts';
import type { UndeclaredProblems } from './undeclared-problems.ts';
import { watchUndeclaredProblems } from './undeclared-problems.ts';

/** People of the sample units: number, roles, unit. */
const people = {
  window: ['officer-1', ['window_officer'], '440106990000'],
  acceptingLeader: ['officer-3', ['station_leader'], '440106990000'],
  auxiliary: ['officer-4', ['auxiliary'], '440106990000'],
  liaison: ['officer-2', ['liaison_officer'], '520302990000'],
  homeLeader: ['officer-5', ['station_leader'], '520302990000'],
  acceptingCounty: ['officer-6', ['county_supervisor'], '440106000000'],
  homeProvince: ['officer-7', ['province_supervisor'], '520000000000'],
  acceptingProvince: ['officer-13', ['province_supervisor'], '440000000000'],
  successor: ['officer-10', ['liaison_officer'], '520302980000'],
  successorWindow: ['officer-11', ['window_officer'], '440106980000'],
  homeCounty: ['officer-12', ['county_supervisor'], '520302000000'],
  administrator: ['officer-9', ['system_administrator'], '440000000000'],
  homeAdministrator: ['officer-13', ['system_administrator'], '520000000000'],
  countyAdministrator: ['officer-14', ['system_administrator'], '440106000000'],
  securityAdministrator: ['officer-19', ['security_administrator'], '440000000000'],
  auditor: ['officer-15', ['auditor'], '440100000000'],
  homeAuditor: ['officer-16', ['auditor'], '520000000000'],
  furtherAdministrator: ['officer-17', ['system_administrator'], '650000000000'],
  furtherAuditor: ['officer-18', ['auditor'], '650000000000'],
  stranger: ['officer-8', ['window_officer', 'station_leader', 'liaison_officer'], '650102990000'],
} as const satisfies Record<string, readonly [string, readonly Role[], string]>;

export type Person = keyof typeof people;

interface Call {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
  readonly payload?: InjectOptions['payload'];
}

/** The product with its door: what a caller sees of it. */
export interface Door {
  readonly app: App;
  readonly issuer: LocalIssuer;
  readonly logLines: string[];
  /** Asked after every call, and when the door closes. */
  readonly undeclared: UndeclaredProblems;
  call(
    person: Person,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    call?: Call,
  ): Promise<Response>;
  /** Submits the sample of a person of his own and returns the case number. */
  submit(change?: Partial<Application>): Promise<string>;
  /** Waits until the case, as the window officer sees it, is so. */
  until(caseNo: string, condition: (view: Record<string, unknown>) => boolean): Promise<void>;
}

/** Opens the API on a house's database and Temporal; it closes after the test file. */
export async function openDoor(url: string, temporal: Client, change: Partial<ApiDeps> = {}): Promise<Door> {
  const door = await createDoor(url, temporal, change);
  afterAll(() => door.close());
  return door;
}

/** The same, closed by the caller. */
export async function createDoor(
  url: string,
  temporal: Client,
  change: Partial<ApiDeps> = {},
): Promise<Door & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongban-door-'));
  const issuer = await createLocalIssuer({
    keyFile: path.join(folder, 'token-key.json'),
    environment: 'development',
  });
  const database = connectDatabase({ url, role: 'tongban_api', maxConnections: 4, keyRing: testKeyRing });
  const logLines: string[] = [];
  const undeclared = watchUndeclaredProblems();
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logLines.push(chunk.toString());
      undeclared.read(chunk.toString());
      done();
    },
  });
  const log = createLogger({ name: 'api', level: 'debug', destination });
  const uploads = openUploads(loadConfig({}), log);
  const clock = change.clock ?? systemClock;
  const app = await buildApp({
    database,
    attachmentFiles: createAttachmentFiles({ database, clock }),
    uploads,
    units: createUnitDirectory(database, clock),
    temporal,
    verifyToken: createTokenVerifier(issuer.verification),
    divisions: loadDivisions(),
    escalationChannels: new Set(),
    outgoing: createOutgoingGuard({ environment: 'development', allowedNetworks: [] }),
    clock,
    log,
    // A busy test machine is no missing worker.
    commandTimeoutMs: 30_000,
    // Nor is it asked too much.
    shedding: neverShed,
    ...change,
  });
  const call: Door['call'] = async (person, method, address, { body, key, headers, payload } = {}) => {
    const [officerId, roles, unit] = people[person];
    const token = await issuer.sign({ officerId, roles, unitCode: parseUnitCode(unit) });
    const response = await app.inject({
      method,
      url: address,
      headers: {
        authorization: `Bearer ${token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body as object }),
      ...(payload === undefined ? {} : { payload }),
    });
    undeclared.expectNone();
    expectDeclaredHeaders(method, address, response);
    return response;
  };
  return {
    app,
    issuer,
    logLines,
    undeclared,
    call,
    async submit(personChange = {}) {
      const body = { ...anotherApplication(), ...personChange };
      const response = await call('window', 'POST', '/v1/cases', { body });
      if (response.statusCode !== 201) throw new Error(`${response.statusCode} ${response.body}`);
      return response.json<{ caseNo: string }>().caseNo;
    },
    async until(caseNo, condition) {
      const isSo = async () => condition((await call('window', 'GET', `/v1/cases/${caseNo}`)).json());
      await waitFor(isSo, { timeoutMs: 30_000, what: 'the case to be so' });
    },
    async close() {
      await app.close();
      await uploads.close();
      await database.close();
      await rm(folder, { recursive: true });
      undeclared.expectNone();
    },
  };
}

/** The whole product, its door included, on a database and a namespace of the calling file's own. */
export async function openHouseWithDoor(): Promise<{
  readonly url: string;
  readonly temporal: TemporalOfHouse;
  readonly house: House;
  readonly door: Door;
}> {
  const url = await createHouseDatabase();
  const temporal = await connectOwnNamespace();
  const house = await openHouse(url, { temporal, clock: systemClock });
  afterAll(() => house.close());
  return { url, temporal, house, door: await openDoor(url, temporal.client) };
}

let applicants = 0;

/** The sample application by another invented person each time: nobody may have two open cases of a matter. */
export function anotherApplication(): Application {
  applicants += 1;
  const digits = `52030219900307${String(applicants).padStart(3, '0')}`;
  const idNumber = digits + idNumberCheckCharacterOf(digits);
  return { ...sampleApplication, applicant: { ...sampleApplication.applicant, idNumber } };
}
