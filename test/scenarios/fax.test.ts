import { afterAll, expect, it } from 'vitest';
import { createHylafaxClient } from '../../activities/transmission-channels/hylafax-client.ts';
import { sampleContacts } from '../../commands/sample-directory.ts';
import { changeContacts } from '../../db/repositories/station-contacts.ts';
import { transmissions } from '../../db/schema/index.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { CaseDriver, homeStation } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import { createFakeHylafax } from '../transmission-channels/fake-hylafax.ts';
import { playScenario } from './scenario.ts';

const hylafax = createFakeHylafax();
afterAll(() => {
  hylafax.remove();
});

async function enterFaxNumber({ owner, clock }: House, faxNumber: string): Promise<void> {
  const now = clock.now();
  for (const contacts of sampleContacts(localDateOf(now))) {
    if (contacts.unitCode !== homeStation) continue;
    await changeContacts(
      owner,
      { ...contacts, faxNumbers: [faxNumber], version: 0 },
      { by: 'test', at: now },
    );
  }
}

it('a fax begins the term when its last page is confirmed, and a receipt of fewer pages reopens the transmission', () => {
  // Cover sheet and application form. Of the first fax the server counts one page.
  hylafax.plan({ pages: 2, courses: [[['D', 1, 1]], [['D', 2, 1]], [['D', 2, 1]]] });
  const fax = createHylafaxClient(hylafax.settings);
  return playScenario({ from: '2026-11-02T15:00:00+08:00', fax }, async ({ house, sleepUntil, tell }) => {
    await enterFaxNumber(house, '0851-2888 0001');
    const driver = await CaseDriver.accept(house);
    await driver.transmit('fax');
    await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
    const unconfirmed = await driver.state();
    expect(Object.values(unconfirmed.pending)).toMatchObject([
      { progress: { failure: { failureClass: 'fax_not_confirmed' } } },
    ]);
    expect(Object.keys(unconfirmed.clocks)).not.toContain('verification/1');

    await sleepUntil('2026-11-03T10:00:00+08:00');
    // By itself it is looked for again, and never sent again.
    expect(hylafax.jobs()).toHaveLength(1);
    await driver.transmit('fax');
    await driver.waitUntil('the fax to be confirmed', ({ clocks }) => 'verification/1' in clocks);
    const { startedAt, dueAt } = await driver.deadline();
    expect([tell(startedAt), tell(dueAt)]).toEqual(['2026-11-03T10:00', '2026-11-10T17:30']);
    expect(await house.owner.select().from(transmissions)).toMatchObject([
      { n: 2, channel: 'fax', deliveredAt: startedAt, pages: 2, faxNumber: '085128880001' },
    ]);

    await driver.receive(null, 1);
    expect(await driver.state()).toMatchObject({ status: 'verifying', defect: 'pages_missing' });
    expect(await driver.noticesTo('window_officer')).toContain(
      '户籍地派出所反映申请材料缺页或不清，请补发，必要时重新扫描并补充上传。',
    );
    await driver.transmit('fax');
    await driver.waitUntil('the pages to be sent again', ({ defect }) => defect === null);
    expect(hylafax.jobs().map(({ tag, number }) => [tag, number])).toEqual(
      [1, 2, 3].map((n) => [`${driver.caseNo}/${String(n)}/1`, '085128880001']),
    );
    expect((await driver.deadline()).dueAt).toBe(dueAt);
  });
});
