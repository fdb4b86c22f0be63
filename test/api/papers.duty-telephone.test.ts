import { expect, it } from 'vitest';
import { openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

it('a paper for the applicant names the duty telephone that the station maintains', async () => {
  const written = await door.call('acceptingLeader', 'PUT', '/v1/directory/units/440106990000/contacts', {
    payload: { dutyTelephone: '020-00000077' },
    headers: { 'if-match': '"0"' },
  });
  expect(written.statusCode).toBe(200);
  const caseNo = await door.submit();
  const receipt = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers/acceptance_receipt`);
  expect(receipt.statusCode).toBe(200);
  // The blank renderer of the tests writes what it was given.
  expect(receipt.body).toContain('020-00000077');
});
