import { afterAll, describe, expect, it } from 'vitest';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { UnprintableTextError } from '../../activities/documents/errors.ts';
import { systemClock } from '../../platform/clock.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { openDoor } from './door.ts';
import { unzip } from './unzip.ts';

const gate = Promise.withResolvers<undefined>();
let rendered = 0;

/** Takes its time with application forms and has no font for receipts. */
const renderer: DocumentRenderer = {
  render: async (id) => {
    if (id === 'acceptance_receipt') {
      throw new UnprintableTextError([{ codePoint: 'U+323B0', reason: 'no_glyph' }]);
    }
    rendered += 1;
    await gate.promise;
    return new TextEncoder().encode(`%PDF-1.4 ${id}`);
  },
};

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const house = await openHouse(url, { temporal, clock: systemClock, renderer });
afterAll(() => house.close());
const patient = await openDoor(url, temporal.client);
const impatient = await openDoor(url, temporal.client, { commandTimeoutMs: 300 });

describe('a paper that takes longer than a caller waits', () => {
  it('is 202 with where to ask again, and is made once', async () => {
    const caseNo = await patient.submit();
    const address = `/v1/cases/${caseNo}/papers/application_form`;
    const first = await impatient.call('window', 'GET', address);
    expect([first.statusCode, first.headers.location, first.headers['retry-after']]).toEqual([
      202,
      `${address}?seq=1`,
      '2',
    ]);
    expect((await impatient.call('liaison', 'GET', address)).statusCode).toBe(202);
    gate.resolve(undefined);
    const made = await patient.call('window', 'GET', String(first.headers.location));
    expect([made.statusCode, made.body]).toEqual([200, '%PDF-1.4 application_form']);
    expect(rendered).toBe(1);
  });
});

describe('a paper that no font can print', () => {
  it('says which character, and is left out of an export that names it', async () => {
    const caseNo = await patient.submit();
    const response = await patient.call('window', 'GET', `/v1/cases/${caseNo}/papers/acceptance_receipt`);
    expect(response.json()).toMatchObject({ status: 422, code: 'unprintable_text' });
    expect(response.json<{ detail: string }>().detail).toContain('U+323B0');
    gate.resolve(undefined);
    const archive = await patient.call('window', 'GET', `/v1/cases/${caseNo}/export`);
    expect([archive.statusCode, archive.headers['content-type']]).toEqual([200, 'application/zip']);
    const manifest = (await unzip(archive.rawPayload)).get('manifest.json')?.toString() ?? '';
    expect(JSON.parse(manifest)).toMatchObject({
      notMade: [{ paper: 'acceptance_receipt', seq: 1, title: '受理回执' }],
    });
  });
});
