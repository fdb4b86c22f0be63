import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { systemClock } from '../../platform/clock.ts';
import { openDoor } from '../api/door.ts';
import { playPeople } from '../api/people.ts';
import { createHouseDatabase, openHouse, publicUrl } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { anotherClient, ask } from '../inquiries/public.ts';
import { log, openPrinter, readPdf } from './documents-fixture.ts';
import { afterAll } from 'vitest';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const { chromium, fonts } = await openPrinter();
const printer = createPdfRenderer({ chromium, fonts, log });
const house = await openHouse(url, {
  temporal,
  clock: systemClock,
  renderer: createDocumentRenderer({ renderer: printer, fonts }),
});
afterAll(async () => {
  await house.close();
  await printer.close();
});
const door = await openDoor(url, temporal.client);
const { issued } = playPeople(door);

const dotsPerPoint = 4;

/** What the QR code of the first page says, read as a camera reads it. */
async function qrTextOf(pdf: Uint8Array): Promise<string> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    const page = await (await loading.promise).getPage(1);
    const viewport = page.getViewport({ scale: dotsPerPoint });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    return decodeQr({ width, height, data }, { timeLimit: 10_000 });
  } finally {
    await loading.destroy();
  }
}

async function pdfAt(address: string): Promise<Uint8Array> {
  return (await door.call('window', 'GET', address)).rawPayload;
}

describe('what is printed', () => {
  it('on a certificate leads to its own check, by QR code and by number and code', async () => {
    const [one, other] = [await issued(), await issued()];
    for (const caseNo of [one, other]) {
      const pdf = await pdfAt(`/v1/cases/${caseNo}/certificate`);
      const address = await qrTextOf(pdf);
      expect(address.startsWith(`${publicUrl}/verify/`)).toBe(true);
      const scanned = await door.app.inject({
        url: new URL(address).pathname,
        remoteAddress: anotherClient(),
      });
      expect([scanned.statusCode, scanned.body.includes('李**')]).toEqual([200, true]);
      const { text } = await readPdf(pdf);
      const [, certificateNo, checkCode] =
        /证明编号：([0-9A-Z]{26})校验码：([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
      expect(text).toContain(`登录${publicUrl}/verify可核验真伪`);
      const typed = await ask(door.app, '/v1/certificate-checks', { certificateNo, checkCode });
      expect(typed.json()).toMatchObject({ outcome: 'valid' });
      const checks = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate-checks`);
      expect(checks.json<{ items: { way: string }[] }>().items.map(({ way }) => way)).toEqual([
        'number',
        'token',
      ]);
    }
  });

  it('on a receipt tells its holder how his case stands', async () => {
    const caseNo = await door.submit();
    const { text } = await readPdf(await pdfAt(`/v1/cases/${caseNo}/papers/acceptance_receipt`));
    expect(text).toContain(`登录${publicUrl}/status`);
    const [, code] = /查询码：([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
    const told = await ask(door.app, '/v1/status', { caseNo, code });
    expect(told.json()).toMatchObject({ situation: 'being_forwarded' });
  });
});
