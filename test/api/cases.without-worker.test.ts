import { describe, expect, it } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
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
});
