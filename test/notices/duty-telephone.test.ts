import { afterAll, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { sampleContacts } from '../../commands/sample-directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { createNoticeDatabase, openNoticeHouse, waitForMessages } from './notice-house.ts';
import { acceptingStation, addCase, tellOfCase } from './outbox.ts';
import { startHttpServer } from './receivers.ts';

const { url, owner } = await createNoticeDatabase();
afterAll(() => owner.close());

it('a short message to the applicant names the duty telephone that the station maintains', async () => {
  const gateway = await startHttpServer();
  const smsGateway = JSON.stringify({
    url: gateway.url,
    body: { to: '{{telephone}}', tel: '{{stationTelephone}}' },
    templates: { default: 'T' },
  });
  const channels = openNoticeChannels({ mailFrom: 'notice@tongban.invalid', smsGateway }, 'development');
  const house = await openNoticeHouse(url, { from: '2054-11-25T10:00:00', channels });
  const { clock } = house;
  for (const contacts of sampleContacts(localDateOf(clock.now()))) {
    if (contacts.unitCode !== acceptingStation) continue;
    const maintained = { ...contacts, dutyTelephone: '020-00000077', version: 0 };
    await changeContacts(owner, maintained, { by: 'test', at: clock.now() });
  }
  const caseNo = await addCase(owner, clock.now());
  await tellOfCase(owner, clock.now(), { caseNo, seq: 1 });
  await house.dispatch();
  await waitForMessages(owner, 1, 'delivered');
  expect(gateway.posted.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
    { tel: '020-00000077' },
  ]);
});
