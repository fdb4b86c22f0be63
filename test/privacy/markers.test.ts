import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { createLogger } from '../../platform/logger.ts';
import type { Person } from '../api/door.ts';
import { openDoor } from '../api/door.ts';
import { scan } from '../api/people.ts';
import { pdfWith, stream } from '../files/pdf-with.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { textsOf } from '../replay/history-texts.ts';
import { foundIn, planted, plantedApplication } from './planted.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const workerLog: string[] = [];
const destination = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    workerLog.push(chunk.toString());
    done();
  },
});
const log = createLogger({ name: 'worker', level: 'debug', destination });
const house = await openHouse(url, { temporal, clock: systemClock, log });
const door = await openDoor(url, temporal.client);
afterAll(() => house.close());

/** What was answered to whoever sees the case masked, and every problem. */
const toReadMasked: string[] = [];
const problems: string[] = [];
let caseNo = '';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask(person: Person, method: Method, address: string, body?: object) {
  const response = await door.call(person, method, address, body === undefined ? {} : { body });
  if (response.statusCode >= 400) problems.push(response.body);
  return response;
}

/** As {@link ask}; the test makes no sense when it fails. */
async function done(person: Person, method: Method, address: string, body?: object) {
  const response = await ask(person, method, address, body);
  if (response.statusCode >= 300) throw new Error(`${method} ${address}: ${response.body}`);
  return response;
}

const act = (person: Person, name: string, body: object = {}) =>
  done(person, 'POST', `/v1/cases/${caseNo}/${name}`, body);

async function submit(): Promise<string> {
  const form = new FormData();
  const application = new Blob([JSON.stringify(plantedApplication())], { type: 'application/json' });
  form.append('application', application);
  form.append(
    'attachments',
    new Blob([new Uint8Array(scan)], { type: 'image/png' }),
    `${planted.fileName}.png`,
  );
  // Kept byte for byte.
  const pdf = pdfWith([stream('', Buffer.from(planted.pageText))]);
  form.append('attachments', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), '材料.pdf');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const response = await door.call('window', 'POST', '/v1/cases', {
    // Whoever calls decides what his key is.
    key: planted.idNumber,
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
  if (response.statusCode !== 201) throw new Error(response.body);
  return response.json<{ caseNo: string }>().caseNo;
}

async function playWholeCase(): Promise<void> {
  caseNo = await submit();
  await act('window', 'transmit');
  await door.until(caseNo, ({ deadline }) => deadline !== null);
  await act('liaison', 'receive');
  const { statement, reason, certificateText } = planted;
  const query = { purpose: 'verification', reason };
  await done('liaison', 'POST', `/v1/cases/${caseNo}/register-queries`, query);
  await done('administrator', 'POST', `/v1/cases/${caseNo}/policy-migration`, { reason });
  await act('window', 'request_completion', { items: [statement] });
  await act('window', 'complete_materials', { remarks: statement });
  const answer = { result: 'consistent', source: 'population_system', certificateText };
  await act('liaison', 'answer', answer);
  await done('homeCounty', 'POST', `/v1/cases/${caseNo}/unmask`, { reason, fields: ['name', 'idNumber'] });
  await act('window', 'issue');
  await door.until(caseNo, ({ certificate }) => certificate !== null);
  await act('window', 'notify', { method: 'telephone' });
  await done('window', 'GET', `/v1/cases/${caseNo}/papers/acceptance_receipt`);
  await done('auditor', 'PUT', `/v1/cases/${caseNo}/legal-hold`, { reason });
}

async function useOtherDoors(): Promise<void> {
  const {
    draftName,
    rejectedName,
    rejectionReason,
    robotSecret,
    reason,
    reference,
    person,
    personTelephone,
    mail,
  } = planted;
  const by = (name: string) => {
    const application = plantedApplication();
    return { ...application, applicant: { ...application.applicant, name } };
  };
  await done('auxiliary', 'POST', '/v1/drafts', by(draftName));
  const application = { ...by(rejectedName), residenceReasons: [] };
  const rejected = await done('window', 'POST', '/v1/rejections', {
    ...{ decision: 'rejected', application, reasons: [rejectionReason] },
  });
  const { no } = rejected.json<{ no: string }>();
  await done('auditor', 'PUT', `/v1/rejections/${no}/legal-hold`, { reason });
  await done('window', 'POST', '/v1/intake-records', {
    ...{ kind: 'other_lane', lane: 'within_province', reference },
  });
  await done('acceptingLeader', 'POST', '/v1/directory/persons', {
    ...{ unitCode: '440106990000', post: 'liaison_officer', name: person, telephone: personTelephone },
    ...{ email: mail, validFrom: '2026-01-01' },
  });
  const place = '/v1/directory/units/440106990000/contacts';
  const groupRobotUrl = `https://robot.example.cn/tongban#secret=whsec_${robotSecret}`;
  const seen = { 'if-match': String((await done('acceptingLeader', 'GET', place)).headers.etag) };
  const saved = await door.call('acceptingLeader', 'PUT', place, {
    body: { faxNumbers: [], groupRobotUrl },
    headers: seen,
  });
  if (saved.statusCode !== 200) throw new Error(saved.body);
}

async function makeMistakes(): Promise<void> {
  const { idNumber, name, telephone, certificateText, reason } = planted;
  const application = plantedApplication();
  const wrong = { ...application.applicant, idNumber: `${idNumber.slice(0, 17)}Z`, telephone: name };
  await ask('window', 'POST', '/v1/cases', { ...application, applicant: wrong });
  await ask('window', 'POST', '/v1/cases', { ...application, [name]: telephone });
  await ask('window', 'POST', '/v1/cases', application);
  await ask('window', 'GET', `/v1/cases?idNumber=${idNumber}&status=${encodeURIComponent(name)}`);
  await ask('window', 'GET', `/v1/cases/${idNumber}`);
  await ask('window', 'GET', `/v1/${encodeURIComponent(name)}/${telephone}`);
  await ask('window', 'POST', '/v1/cases/search', { idNumber: `${idNumber.slice(0, 17)}Y` });
  await ask('liaison', 'POST', `/v1/cases/${caseNo}/answer`, { result: name, certificateText });
  await ask('stranger', 'POST', `/v1/cases/${caseNo}/withdraw`, { statement: reason });
  const broken = await openDoor(url, temporal.client, {
    clock: { now: () => `2026-13-45 ${idNumber} ${name}` as never },
  });
  const failed = await broken.call('window', 'POST', '/v1/cases', { body: application, key: idNumber });
  problems.push(failed.body, ...broken.logLines);
}

async function readMasked(): Promise<void> {
  for (const person of ['homeCounty', 'acceptingProvince', 'auditor', 'administrator'] as const) {
    const places = [
      '',
      '/timeline',
      '/agenda',
      '/deadline',
      '/notices',
      '/transmissions',
      '/deliveries',
      '/register-queries',
    ];
    for (const address of [
      '/v1/cases',
      '/v1/notices',
      '/v1/rejections',
      '/v1/escalations',
      '/v1/statistics',
    ]) {
      toReadMasked.push((await ask(person, 'GET', address)).body);
    }
    for (const place of places)
      toReadMasked.push((await ask(person, 'GET', `/v1/cases/${caseNo}${place}`)).body);
  }
  const search = { idNumber: planted.idNumber };
  toReadMasked.push((await done('homeCounty', 'POST', '/v1/cases/search', search)).body);
}

beforeAll(async () => {
  await playWholeCase();
  await useOtherDoors();
  await makeMistakes();
  await readMasked();
});

describe('planted personal data', () => {
  it('were read in full by whoever handles the case: they are what is looked for', async () => {
    const view = (await done('window', 'GET', `/v1/cases/${caseNo}`)).body;
    const { name, idNumber, telephone, residenceAddress, certificateText } = planted;
    expect(foundIn(view)).toEqual(
      expect.arrayContaining([name, idNumber, telephone, residenceAddress, certificateText]),
    );
    const { attachments } = JSON.parse(view) as { attachments: { id: string }[] };
    const paper = await done('window', 'GET', `/v1/cases/${caseNo}/attachments/${attachments[1]?.id ?? ''}`);
    expect(foundIn(paper.rawPayload.toString())).toContain(planted.pageText);
    const file = await done('window', 'GET', `/v1/cases/${caseNo}/certificate`);
    expect(foundIn(file.rawPayload.toString())).toContain(name);
  });

  it('stand in no log line, whatever went wrong', () => {
    const lines = [...door.logLines, ...workerLog].join('\n');
    expect(lines).toContain('"route":"/v1/cases/:caseNo/answer"');
    expect(workerLog.length).toBeGreaterThan(0);
    expect(foundIn(lines)).toEqual([]);
  });

  it('stand in no problem', () => {
    expect(problems.length).toBeGreaterThan(8);
    expect(foundIn(problems.join('\n'))).toEqual([]);
  });

  it('stand in nothing that is shown masked', () => {
    expect(toReadMasked.join('\n')).toContain(caseNo);
    expect(foundIn(toReadMasked.join('\n'))).toEqual([]);
  });

  it('stand in no history of Temporal, nor in what it lists', async () => {
    const texts: string[] = [];
    for await (const { workflowId, runId, memo, typedSearchAttributes } of temporal.client.workflow.list()) {
      texts.push(JSON.stringify([workflowId, memo, typedSearchAttributes]));
      const history = await temporal.client.workflow.getHandle(workflowId, runId).fetchHistory();
      texts.push(...textsOf(JSON.parse(JSON.stringify(history))));
    }
    expect(texts.join('\n')).toContain(caseNo);
    expect(foundIn(texts.join('\n'))).toEqual([]);
  });

  it('stand plain in no table, whoever reads it', async () => {
    const tables = await house.owner.execute<{ name: string }>(
      sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      const found = await house.owner.execute<{ row: string }>(
        sql.raw(`select t::text as row from ${name} t`),
      );
      rows.push(...found.map(({ row }) => row));
    }
    expect(rows.filter((row) => row.includes(caseNo)).length).toBeGreaterThan(20);
    expect(rows.filter((row) => foundIn(row).length > 0)).toEqual([]);
  });

  it('stand in no file of the database, its log of changes included', async () => {
    await house.owner.execute(sql`checkpoint`);
    const [place] = await house.owner.execute<{ data: string; folder: string }>(sql`
      select current_setting('data_directory') as data,
        (select 'base/' || oid from pg_database where datname = current_database()) as folder`);
    if (place === undefined) throw new Error('Postgres says where its files are');
    const found: string[] = [];
    const withCaseNo = new Set<string>();
    for (const folder of [place.folder, 'pg_wal']) {
      const entries = await readdir(path.join(place.data, folder), { withFileTypes: true });
      for (const { name } of entries.filter((entry) => entry.isFile())) {
        const bytes = await readFile(path.join(place.data, folder, name));
        if (bytes.includes(caseNo)) withCaseNo.add(folder);
        const values = Object.values(planted).filter((value) => bytes.includes(value));
        found.push(...values.map((value) => `${folder}: ${value}`));
      }
    }
    // What is not personal is found in both: the scan reads what was written.
    expect([...withCaseNo]).toEqual([place.folder, 'pg_wal']);
    expect(found).toEqual([]);
  });
});
