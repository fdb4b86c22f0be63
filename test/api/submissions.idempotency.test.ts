import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createInquiryActivities } from '../../activities/periodic/inquiries.ts';
import { connectDatabase } from '../../db/database.ts';
import { applicantIdHashes } from '../../db/repositories/applications.ts';
import { applications, idempotencyKeys } from '../../db/schema/index.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { anotherApplication, openDoor, openHouseWithDoor } from './door.ts';

const { door, house, temporal, url } = await openHouseWithDoor();

const submit = (body: object, key: string) => door.call('window', 'POST', '/v1/cases', { body, key });
const caseNoOf = (response: { json(): unknown }) => (response.json() as { caseNo: string }).caseNo;
const casesOf = (idNumber: string) =>
  house.owner.$count(
    applications,
    inArray(applications.applicantIdHash, applicantIdHashes(house.owner, idNumber)),
  );

describe('a repeat with the same Idempotency-Key', () => {
  it('is answered alike and done once', async () => {
    const body = anotherApplication();
    const first = await submit(body, 'once');
    expect([first.statusCode, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const again = await submit(body, 'once');
    expect([again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(again.headers.location).toBe(first.headers.location);
    expect(caseNoOf(again)).toBe(caseNoOf(first));
    expect(await casesOf(body.applicant.idNumber)).toBe(1);
  });

  it('does not mind the order of fields, but any other content is 422', async () => {
    const body = anotherApplication();
    await submit(body, 'order');
    const turned = Object.fromEntries(Object.entries(body).toReversed());
    expect((await submit(turned, 'order')).statusCode).toBe(201);
    expect((await submit({ ...body, purpose: '另一用途' }, 'order')).json()).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it('makes one case of many repeats at the same moment', async () => {
    const body = anotherApplication();
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(body, 'storm')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(caseNoOf)).size).toBe(1);
    expect(await casesOf(body.applicant.idNumber)).toBe(1);
  });

  it('goes on where a crash left it: the number is allotted, the case not started', async () => {
    const body = anotherApplication();
    const unreachable = await openDoor(url, temporal.client, { commandTimeoutMs: 0 });
    const lost = await unreachable.call('window', 'POST', '/v1/cases', { body, key: 'crash' });
    expect(lost.statusCode).toBe(202);
    const again = await submit(body, 'crash');
    expect(again.statusCode).toBe(201);
    expect(caseNoOf(lost)).toBe(caseNoOf(again));
    expect(await casesOf(body.applicant.idNumber)).toBe(1);
  });

  it('belongs to one caller: another one’s key of the same text is another key', async () => {
    const body = anotherApplication();
    await submit(body, 'shared');
    const other = await door.call('acceptingLeader', 'POST', '/v1/cases', {
      body: anotherApplication(),
      key: 'shared',
    });
    expect(other.statusCode).toBe(201);
  });

  it('may be tried again with the same key after a refusal', async () => {
    const body = anotherApplication();
    expect((await submit({ ...body, agreed: false }, 'refused')).statusCode).toBe(422);
    expect((await submit({ ...body, agreed: false }, 'refused')).json()).toMatchObject({
      code: 'application_not_eligible',
    });
  });

  it('keeps no personal data with the key', async () => {
    const body = anotherApplication();
    // A program may take for its key whatever it knows the application by.
    expect((await submit(body, body.applicant.idNumber)).statusCode).toBe(201);
    expect((await submit(body, body.applicant.idNumber)).headers['idempotency-replayed']).toBe('true');
    const rows = await house.owner.select().from(idempotencyKeys);
    const commands = await house.owner.select({ acceptance: applications.acceptance }).from(applications);
    const kept = JSON.stringify([rows, commands]);
    const principal = 'officer-1 440106990000';
    const guessed = [body.applicant.idNumber, JSON.stringify([principal, body.applicant.idNumber])].map(
      (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
    );
    for (const personal of [body.applicant.idNumber, body.applicant.name, ...guessed]) {
      expect(kept).not.toContain(personal);
    }
  });

  it('is forgotten after a week, and by the hourly run deleted', async () => {
    await submit(anotherApplication(), 'old');
    const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
    const forgetAfter = (days: number) =>
      createInquiryActivities({
        database: worker,
        clock: { now: () => addMs(systemClock.now(), days * 86_400_000) },
        log: pino({ level: 'silent' }),
      }).forgetInquiries();
    await forgetAfter(6.9);
    expect(await house.owner.$count(idempotencyKeys)).toBeGreaterThan(0);
    await forgetAfter(7.1);
    expect(await house.owner.$count(idempotencyKeys)).toBe(0);
    await worker.close();
  });

  it('records an act once', async () => {
    const caseNo = await door.submit();
    const transmit = () => door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`, { key: 'send-it' });
    const answers = await Promise.all([transmit(), transmit(), transmit()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await transmit()).headers['idempotency-replayed']).toBe('true');
    const { items } = (await door.call('window', 'GET', `/v1/cases/${caseNo}/timeline`)).json<{
      items: { type: string }[];
    }>();
    expect(items.filter(({ type }) => type === 'transmission_requested')).toHaveLength(1);
    const withdraw = await door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, {
      key: 'send-it',
      body: {},
    });
    expect(withdraw.json()).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('repeats the act that closed the case', async () => {
    const caseNo = await door.submit();
    const withdraw = () =>
      door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, { key: `w-${caseNo}`, body: {} });
    const answers = await Promise.all([withdraw(), withdraw(), withdraw()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  });

  it('is 400 with a key that is none', async () => {
    for (const key of ['', 'with space', '键', 'k'.repeat(256)]) {
      const response = await door.call('window', 'POST', '/v1/cases', {
        body: {},
        headers: { 'idempotency-key': key },
      });
      expect(response.json()).toMatchObject({ status: 400, code: 'malformed_request' });
    }
  });
});
