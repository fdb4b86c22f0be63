import { afterAll, expect, it } from 'vitest';
import { createDocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../../activities/documents/pdf-renderer.ts';
import { systemClock } from '../../platform/clock.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { anotherApplication, openDoor } from '../api/door.ts';
import type { Person } from '../api/door.ts';
import { consistent, playPeople } from '../api/people.ts';
import { hostileTexts, printableHostileTexts } from '../fuzz/payloads.ts';
import { textFields, withText } from '../fuzz/text-fields.ts';
import { createHouseDatabase, openHouse } from '../house/house.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { log, openPrinter, readPdf } from './documents-fixture.ts';

const url = await createHouseDatabase();
const temporal = await connectOwnNamespace();
const { chromium, fonts } = await openPrinter();
const printer = createPdfRenderer({ chromium, fonts, log });
const renderer = createDocumentRenderer({ renderer: printer, fonts });
const house = await openHouse(url, { temporal, clock: systemClock, renderer });
afterAll(async () => {
  await house.close();
  await printer.close();
});
const door = await openDoor(url, temporal.client);
const { act, transmitted } = playPeople(door);

/** What stands in the words of an application: the rest is judged as numbers, dates and codes. */
const fields = textFields.filter(
  ({ operation, mediaType }) =>
    operation.operationId === 'submitApplication' && mediaType === 'application/json',
);
const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
/** As many as a field of that length takes, from one of them on. */
function packed(maxLength: number, from = 0, between = ' '): string {
  const texts = [...printableHostileTexts.slice(from), ...printableHostileTexts.slice(0, from)];
  return texts.reduce(
    (all, text) => (all.length + text.length < maxLength ? `${all}${between}${text}` : all),
    '测',
  );
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

it('what the door refuses of an application it refuses by the field; what it takes is printed', async () => {
  const outcomes = new Map<string, number>();
  for (const { path } of fields) {
    const text = hostileTexts[fields.findIndex((field) => field.path === path) % hostileTexts.length] ?? '';
    const response = await door.call('window', 'POST', '/v1/cases', {
      body: withText(anotherApplication(), path, text),
    });
    outcomes.set(String(response.statusCode), (outcomes.get(String(response.statusCode)) ?? 0) + 1);
    if (response.statusCode === 201) continue;
    const { code, errors } = response.json<Problem>();
    expect([response.statusCode, code]).toEqual([
      422,
      expect.stringMatching(/validation_failed|application_not_eligible/),
    ]);
    expect(errors.some(({ pointer }) => pointer.startsWith(`/${path[0] ?? ''}`))).toBe(true);
  }
  expect([...outcomes.keys()].sort()).toEqual(['201', '422']);
});

async function pdfOf(person: Person, address: string): Promise<string> {
  const made = async () => {
    const response = await door.call(person, 'GET', address);
    if (response.statusCode === 202) return undefined;
    if (response.statusCode !== 200) throw new Error(`${String(response.statusCode)} ${response.body}`);
    return response.rawPayload;
  };
  const { text } = await readPdf(await waitFor(made, { timeoutMs: 60_000, what: address }));
  // The margin of the next page may stand in the middle of a text.
  return text.replaceAll(/第\d+页共\d+页(?:(?:申请件|告知书|证明)编号：[0-9A-Z]{26})?/g, '');
}

it('a case full of hostile texts has papers and a certificate that say them, character by character', async () => {
  const said = {
    address: packed(190),
    details: packed(120, 4),
    purpose: packed(190, 9),
    // A line of its own for each: a page ends between two of them.
    text: packed(3000, 0, '\n'),
  };
  const given = anotherApplication();
  const applicant = { ...given.applicant, residenceAddress: said.address };
  const matters = [{ code: 'NAME_CHANGE', details: said.details }] as typeof given.matters;
  const caseNo = await transmitted(await door.submit({ applicant, matters, purpose: said.purpose }));
  await act('liaison', caseNo, 'receive');
  await act('liaison', caseNo, 'answer', {
    ...consistent,
    certificateText: said.text,
  });
  await act('window', caseNo, 'issue');
  await door.until(caseNo, ({ certificate }) => certificate !== null);

  const at = `/v1/cases/${caseNo}`;
  const certificate = await pdfOf('window', `${at}/certificate`);
  for (const text of printableHostileTexts) expect(certificate).toContain(withoutSpace(text));
  expect(certificate).toContain(withoutSpace(said.details));
  const form = await pdfOf('window', `${at}/papers/application_form`);
  for (const text of [said.address, said.details, said.purpose]) expect(form).toContain(withoutSpace(text));
  expect(await pdfOf('window', `${at}/papers/acceptance_receipt`)).toContain(withoutSpace(said.details));
  expect(await pdfOf('liaison', `${at}/papers/verification_report`)).toContain(
    withoutSpace(printableHostileTexts[0] ?? ''),
  );
});
