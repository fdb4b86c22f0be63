import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { verifying } from '../domain/case/roads.ts';
import { openHouseWithDoor } from './door.ts';
import { openLedgerDoor } from './ledger-door.ts';
import { playPeople, scan } from './people.ts';

const { door } = await openHouseWithDoor();
const { act, submitWithScan, transmitted } = playPeople(door);

interface Faulty {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

const faultsIn = (response: Awaited<ReturnType<typeof act>>) =>
  response.json<Faulty>().errors.map(({ pointer, code }) => `${pointer} ${code}`);

const ago = (minutes: number) => addMs(systemClock.now(), -60_000 * minutes);

/** Handed over by hand just now. */
async function faxedByHand(): Promise<string> {
  const caseNo = await submitWithScan();
  const manual = { way: 'fax', handedOverAt: systemClock.now(), faxNumber: '0851-00000018', pages: 3 };
  await act('window', caseNo, 'transmit', { channel: 'manual', manual });
  await door.until(caseNo, ({ pending }) => Array.isArray(pending) && pending.length === 0);
  return caseNo;
}

describe('a record of a handing over by hand', () => {
  it.each([
    ['in the future', { handedOverAt: ago(-60) }, ['/manual/handedOverAt in_the_future']],
    ['before the acceptance', { handedOverAt: ago(60) }, ['/manual/handedOverAt before_acceptance']],
    ['no page', { pages: 0 }, ['/manual/pages too_small']],
    ['a thousand pages', { pages: 1000 }, ['/manual/pages too_large']],
    ['no number', { faxNumber: '----------' }, ['/manual/faxNumber wrong_number']],
    ['somebody', { handedTo: '值班民警' }, ['/manual/handedTo unknown_field']],
  ])('that says %s is refused at its field', async (_, change, faults) => {
    const caseNo = await submitWithScan();
    const manual = { way: 'fax', handedOverAt: systemClock.now(), faxNumber: '0851-00000018', pages: 3 };
    const body = { channel: 'manual', manual: { ...manual, ...change } };
    const refused = await door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`, { body });
    expect(refused.statusCode).toBe(422);
    expect(faultsIn(refused)).toEqual(faults);
  });

  it('cannot have carried a paper that was not there yet', async () => {
    const caseNo = await submitWithScan();
    const handedOverAt = systemClock.now();
    const form = new FormData();
    const later = await sharp(scan).negate().png().toBuffer();
    form.append('attachments', new Blob([new Uint8Array(later)], { type: 'image/png' }), '补充材料.png');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const added = await door.call('window', 'POST', `/v1/cases/${caseNo}/attachments`, {
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    });
    expect(added.statusCode).toBe(201);
    const body = {
      channel: 'manual',
      manual: { way: 'carried', handedOverAt, handedTo: '值班民警', pages: 3 },
    };
    const refused = await door.call('window', 'POST', `/v1/cases/${caseNo}/transmit`, { body });
    expect(faultsIn(refused)).toEqual(['/manual/handedOverAt before_papers']);
  });

  it('of a paper case may lie before its entry', async () => {
    const day = ago(3 * 24 * 60);
    const caseNo = await door.submit({ acceptedOnPaper: day.slice(0, 10) });
    const manual = { way: 'carried', handedOverAt: day, handedTo: '值班民警', pages: 3 };
    await act('window', caseNo, 'transmit', { channel: 'manual', manual });
    await door.until(caseNo, ({ deadline }) => deadline !== null);
    const view = await door.call('window', 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({ deadline: { receivedAt: day } });
  });
});

describe('the receipt of a sending', () => {
  it('names its pages and lies after it', async () => {
    const caseNo = await faxedByHand();
    const url = `/v1/cases/${caseNo}/receive`;
    const refused = await door.call('liaison', 'POST', url, { body: { receivedAt: ago(5) } });
    expect([refused.statusCode, refused.json<Faulty>().code]).toEqual([422, 'validation_failed']);
    expect(faultsIn(refused)).toEqual([
      '/receivedAt receipt_time_implausible',
      '/pagesReceived pages_not_counted',
    ]);
    const future = await door.call('liaison', 'POST', url, {
      body: { receivedAt: ago(-5), pagesReceived: 3 },
    });
    expect(faultsIn(future)).toEqual(['/receivedAt in_the_future']);
    const view = (await act('liaison', caseNo, 'receive', { pagesReceived: 3 })).json<object>();
    expect(view).toMatchObject({
      status: 'verifying',
      transmissions: [
        {
          receiptStanding: 'received',
          receiptStandingTitle: '已签收',
          receipt: { pagesReceived: 3, by: { role: 'liaison_officer' } },
        },
      ],
    });
  });

  it('over the platform is compared with its papers where it counts them: others may be sent again', async () => {
    const caseNo = await transmitted(await submitWithScan());
    const view = (await act('liaison', caseNo, 'receive', { pagesReceived: 2 })).json<object>();
    expect(view).toMatchObject({
      status: 'verifying',
      defect: 'pages_missing',
      transmissions: [{ pages: 1 }],
    });
    await act('window', caseNo, 'transmit');
    await door.until(caseNo, ({ defect }) => defect === null);
    const again = await door.call('window', 'GET', `/v1/cases/${caseNo}`);
    expect(again.json()).toMatchObject({ transmissions: [{ pages: 1 }, { pages: 1 }] });
  });

  it('is one: a second is refused, the same command again is the same', async () => {
    const caseNo = await transmitted(await submitWithScan());
    const url = `/v1/cases/${caseNo}/receive`;
    const headers = { 'idempotency-key': randomUUID() };
    const statuses = [
      await door.call('liaison', 'POST', url, { body: {}, headers }),
      await door.call('liaison', 'POST', url, { body: {}, headers }),
      await door.call('liaison', 'POST', url, { body: {} }),
    ].map((response) => [response.statusCode, response.json<{ code?: string }>().code]);
    expect(statuses).toEqual([
      [200, undefined],
      [200, undefined],
      [409, 'already_received'],
    ]);
  });
});

describe('a sending that nobody has received', () => {
  it('is shown as such in the case and among its transmissions', async () => {
    const { door: ledgerDoor, keep } = await openLedgerDoor('2026-11-04T09:00:00+08:00');
    const ledger = verifying().do('report_defect').do('transmit').handOver();
    const caseNo = await keep(ledger);
    const expected = [
      { n: 1, receiptStanding: 'received', receipt: { receivedAt: '2026-11-02T09:00:02.000+08:00' } },
      { n: 2, receiptStanding: 'awaited', receiptStandingTitle: '待签收', receipt: null },
    ];
    const view = await ledgerDoor.call('window', 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({ transmissions: expected });
    const listed = await ledgerDoor.call('window', 'GET', `/v1/cases/${caseNo}/transmissions`);
    expect(listed.json()).toMatchObject({ items: expected });
    expect((await ledgerDoor.call('window', 'GET', `/v1/cases/${caseNo}/clocks`)).json()).toMatchObject({
      clocks: expect.arrayContaining([expect.objectContaining({ key: 'receipt/1' })]) as object,
    });
  });
});
