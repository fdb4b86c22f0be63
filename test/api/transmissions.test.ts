import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addFaxAttempt, endFaxAttempt } from '../../db/repositories/fax-attempts.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { systemClock } from '../../platform/clock.ts';
import { openHouseWithDoor } from './door.ts';
import { playPeople } from './people.ts';

const { door, house } = await openHouseWithDoor();
const { act, submitWithScan, transmitted } = playPeople(door);

const dossierOf = (caseNo: string, query = '') => `/v1/cases/${caseNo}/dossier${query}`;

interface Listed {
  readonly items: { readonly dossier: string }[];
}

describe('the dossier of a case', () => {
  it('is printed before it is handed over by hand, and is then what was handed over', async () => {
    const caseNo = await submitWithScan();
    const printed = await door.call('window', 'GET', dossierOf(caseNo));
    expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(printed.body).toContain('"channelTitle":"人工送达"');
    const manual = { way: 'carried', handedOverAt: systemClock.now(), handedTo: '值班民警', pages: 3 };
    await act('window', caseNo, 'transmit', { channel: 'manual', manual });
    await door.until(caseNo, ({ deadline }) => deadline !== null);
    const listed = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/transmissions`);
    expect(listed.json()).toMatchObject({
      items: [
        {
          n: 1,
          channel: 'manual',
          channelTitle: '人工送达',
          pages: 3,
          papers: [
            { mediaType: 'application/pdf', pages: 1 },
            { mediaType: 'image/png', pages: 1 },
          ],
          faxAttempts: [],
        },
      ],
    });
    const [item] = listed.json<Listed>().items;
    const read = await door.call('homeLeader', 'GET', item?.dossier ?? '');
    expect(read.rawPayload.equals(printed.rawPayload)).toBe(true);
    expect(listed.body).toContain(createHash('sha256').update(printed.rawPayload).digest('hex'));
  });

  it('is one file for the home station too, where each paper went by itself', async () => {
    const caseNo = await transmitted(await submitWithScan());
    const [first, second] = [
      await door.call('liaison', 'GET', dossierOf(caseNo)),
      await door.call('window', 'GET', dossierOf(caseNo, '?transmission=1')),
    ];
    expect(first.body).toContain('"channelTitle":"平台流转"');
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
    expect((await door.call('window', 'GET', dossierOf(caseNo, '?transmission=2'))).body).toContain(
      '"transmissionNo":2',
    );
    expect((await door.call('window', 'GET', dossierOf(caseNo, '?transmission=3'))).json()).toMatchObject({
      status: 404,
      code: 'paper_not_available',
    });
  });

  it('is for those who handle the case', async () => {
    const caseNo = await transmitted(await submitWithScan());
    expect((await door.call('stranger', 'GET', dossierOf(caseNo))).statusCode).toBe(404);
    expect((await door.call('acceptingCounty', 'GET', dossierOf(caseNo))).statusCode).toBe(403);
    expect((await door.call('stranger', 'GET', `/v1/cases/${caseNo}/transmissions`)).statusCode).toBe(404);
  });

  it('shows each call of a fax with its report', async () => {
    const caseNo = (await transmitted(await submitWithScan())) as CaseNo;
    const begunAt = systemClock.now();
    const attempt = { caseNo, n: 1, attempt: 1, faxNumber: '085128880001', begunAt, end: null };
    await addFaxAttempt(house.owner, attempt);
    await endFaxAttempt(house.owner, attempt, { outcome: 'busy', endedAt: begunAt, pagesSent: 0, jobId: 7 });
    await addFaxAttempt(house.owner, { ...attempt, attempt: 2 });
    const listed = await door.call('window', 'GET', `/v1/cases/${caseNo}/transmissions`);
    expect(listed.json()).toMatchObject({
      items: [
        {
          faxAttempts: [
            { attempt: 1, faxNumber: '085128880001', end: { outcome: 'busy', outcomeTitle: '对方占线' } },
            { attempt: 2, end: null },
          ],
        },
      ],
    });
  });
});
