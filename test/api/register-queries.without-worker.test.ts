import { expect, it } from 'vitest';
import type { RegisterQueryView } from '../../api/schemas/register-query.ts';
import { systemClock } from '../../platform/clock.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { openDoor } from './door.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const patient = await openDoor(url, temporal.client);
const impatient = await openDoor(url, temporal.client, { commandTimeoutMs: 300 });

it('a query without a worker is kept, said to be so, and asked when one comes', async () => {
  const open = () => openHouse(url, { temporal, clock: systemClock });
  const before = await open();
  const caseNo = await patient.submit({
    applicant: { ...sampleApplication.applicant },
    matters: [{ code: 'REGISTRATION' }],
  });
  await before.close();

  const response = await impatient.call('window', 'POST', `/v1/cases/${caseNo}/register-queries`, {
    body: { purpose: 'annex_2', reason: '核对' },
  });
  expect(response.statusCode).toBe(202);
  expect(response.json()).toMatchObject({ outcome: 'pending' });
  const address = String(response.headers.location);
  expect((await impatient.call('window', 'GET', address)).statusCode).toBe(202);

  const back = await open();
  const read = await patient.call('window', 'GET', address);
  expect([read.statusCode, read.json<RegisterQueryView>().outcome]).toEqual([200, 'found']);
  await back.close();
});
