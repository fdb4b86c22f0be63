import { afterAll, expect, it } from 'vitest';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { storeApplication } from '../house/stored-application.ts';
import { sweep } from '../house/sweep.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const { client } = temporal;
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());

it('an application whose workflow a crash left unstarted is started by the sweep, once', async () => {
  const caseNo = await storeApplication(house.owner, 120_000);

  expect(await sweep(client)).toBe(1);
  const row = await waitFor(() => findCase(house.owner, caseNo), { timeoutMs: 60_000, what: 'the case' });
  expect(row.status).toBe('accepted');
  expect(await sweep(client)).toBe(0);
});

it('all that a long outage left unstarted are started by one sweep, each once', async () => {
  const caseNos: CaseNo[] = [];
  // More than two batches; some share their instant.
  for (let n = 0; n < 210; n += 1) caseNos.push(await storeApplication(house.owner, 3_600_000));
  expect(await sweep(client)).toBe(210);
  const isAccepted = async () =>
    (await Promise.all(caseNos.map((no) => findCase(house.owner, no)))).every(Boolean);
  await waitFor(isAccepted, { timeoutMs: 120_000, what: 'every case' });
  expect(await sweep(client)).toBe(0);
});

it('an application of this moment is left to the request that stored it', async () => {
  await storeApplication(house.owner, 0);
  expect(await sweep(client)).toBe(0);
});
