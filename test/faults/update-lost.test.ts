import { afterAll, expect, it } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { idempotencyKeys } from '../../db/schema/index.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { RecordedEvent } from '../../domain/case/event.ts';
import { nextEffect } from '../../domain/case/decisions/effects.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDoor } from '../api/door.ts';
import { CaseDriver, windowOfficer } from '../house/case-driver.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const house = await openHouse(url, { temporal, clock: systemClock });
afterAll(() => house.close());
const door = await openDoor(url, temporal.client);

it('an act that the ledger has and Temporal has lost with its task takes effect when its caller asks again', async () => {
  const driver = CaseDriver.of(house, (await door.submit()) as CaseNo);
  const issue = () =>
    door.call('window', 'POST', `/v1/cases/${driver.caseNo}/issue`, { key: 'issue', body: {} });
  // Refused so far: of that nothing stays but the command that the key stands for.
  expect((await issue()).statusCode).toBe(409);
  await driver.toAnswered();
  const keys = await house.owner.select().from(idempotencyKeys);
  const commandId = keys.find(({ caseNo }) => caseNo === null)?.commandId;
  if (commandId === undefined) throw new Error('the refused act has its command');

  // As if Temporal had died when the step was recorded: neither its history nor the workflow knows of it.
  const state = await driver.state();
  const effect = { ...nextEffect(state, 'issue_certificate', commandId), kind: 'annex_1' } as const;
  const step: RecordedEvent = {
    ...{ seq: state.seq + 1, stepKey: commandId, occurredAt: systemClock.now() },
    event: { type: 'issue_requested', by: windowOfficer, effect },
  };
  const units = createUnitDirectory(house.owner, systemClock);
  const ledger = createLedgerActivities({ database: house.owner, units });
  await ledger.record({ caseNo: driver.caseNo, events: [step], next: evolve(state, step) });

  expect((await issue()).statusCode).toBe(200);
  await driver.waitUntil('the certificate', ({ status }) => status === 'issued');
  expect(await driver.certificateCount()).toBe(1);
  expect(await driver.eventsOf('issue_requested')).toHaveLength(1);
});
