import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { connectOwner, createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { anotherApplication, openDoor } from './door.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const patient = await openDoor(url, temporal.client);
const door = await openDoor(url, temporal.client, { commandTimeoutMs: 300 });

const open = () => openHouse(url, { temporal, clock: systemClock });

describe('while no worker runs', () => {
  it('a submission is kept, said to be so, and carried out when one comes', async () => {
    const response = await door.call('window', 'POST', '/v1/cases', { body: anotherApplication() });
    expect(response.statusCode).toBe(202);
    const { caseNo } = response.json<{ caseNo: string }>();
    expect(response.headers.location).toBe(`/v1/cases/${caseNo}`);
    const waiting = await door.call('window', 'GET', `/v1/cases/${caseNo}`);
    expect([waiting.statusCode, waiting.headers['retry-after']]).toEqual([202, '2']);
    const house = await open();
    await door.until(caseNo, ({ status }) => status === 'accepted');
    await house.close();
  });

  it('an act is kept and carried out once when one comes', async () => {
    const house = await open();
    const caseNo = await patient.submit();
    await house.close();
    const withdraw = () =>
      door.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, {
        key: 'later',
        body: { statement: '改回原籍办理' },
      });
    const response = await withdraw();
    expect([response.statusCode, response.headers.location]).toEqual([202, `/v1/cases/${caseNo}`]);
    expect((await withdraw()).statusCode).toBe(202);
    const back = await open();
    await door.until(caseNo, ({ outcome }) => outcome === 'withdrawn');
    expect((await withdraw()).statusCode).toBe(200);
    await back.close();
  });

  it('an act whose task Temporal dropped is not put off: it is sent again and carried out once', async () => {
    const house = await open();
    const caseNo = await patient.submit();
    const letGo = await holdLedger(caseNo);
    const withdrawal = patient.call('window', 'POST', `/v1/cases/${caseNo}/withdraw`, { body: {} });
    await untilAwaited();
    // The workflow cannot end with a Signal before it: the task that has taken the withdrawal will be dropped.
    const refusal = await door.call('acceptingLeader', 'POST', `/v1/cases/${caseNo}/refuse`, {
      body: { reason: '申请人未到场' },
    });
    expect(refusal.statusCode).toBe(202);
    // Nobody begins it anew before another worker comes.
    const closed = house.close();
    await letGo();
    await closed;
    const back = await open();
    const { statusCode, body } = await withdrawal;
    expect([statusCode, JSON.parse(body)]).toMatchObject([200, { outcome: 'withdrawn' }]);
    await back.close();
  });
});

/** Keeps whoever records a step of a case waiting. Answers with how to let go. */
async function holdLedger(caseNo: string): Promise<() => Promise<void>> {
  const holder = connectOwner(url);
  onTestFinished(() => holder.close());
  await holder.client`select pg_advisory_lock(hashtextextended(${caseNo}, 0))`;
  return () => holder.close();
}

/** Waits until somebody waits for the ledger of a case. */
async function untilAwaited(): Promise<void> {
  const owner = connectOwner(url);
  onTestFinished(() => owner.close());
  const isSo = async () => {
    const [row] = await owner.client`
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    return row !== undefined;
  };
  await waitFor(isSo, { timeoutMs: 30_000, what: 'somebody to wait for the ledger' });
}
