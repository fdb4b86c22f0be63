import { describe, expect, it } from 'vitest';
import { pdfWith } from '../files/pdf-with.ts';
import type { Person } from './door.ts';
import { openHouseWithDoor } from './door.ts';
import { consistent, playPeople, scan } from './people.ts';

const { door } = await openHouseWithDoor();
const { act, answered, submitWithScan, transmitted } = playPeople(door);

const page = (text: string) => pdfWith([`(${text})`]);

interface Attachment {
  readonly id: string;
  readonly sha256: string;
  readonly fileName?: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

interface Sending {
  readonly person?: Person;
  readonly key?: string;
  readonly field?: string;
}

async function add(caseNo: string, contents: readonly Buffer[], sending: Sending = {}) {
  const { person = 'window', key, field = 'attachments' } = sending;
  const form = new FormData();
  for (const content of contents) form.append(field, new Blob([new Uint8Array(content)]), '身份证反面.pdf');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return door.call(person, 'POST', `/v1/cases/${caseNo}/attachments`, {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    ...(key === undefined ? {} : { key }),
  });
}

async function papersOf(caseNo: string, person: Person = 'liaison'): Promise<Attachment[]> {
  const response = await door.call(person, 'GET', `/v1/cases/${caseNo}`);
  return response.json<{ attachments: Attachment[] }>().attachments;
}

/** How many papers each cover sheet of a case lists. */
async function coverSheetsOf(caseNo: string): Promise<number[]> {
  const listed = await door.call('window', 'GET', `/v1/cases/${caseNo}/papers`);
  const { items } = listed.json<{ items: { paper: string; href: string }[] }>();
  const counts: number[] = [];
  for (const { href } of items.filter(({ paper }) => paper === 'cover_sheet')) {
    const { body } = await door.call('window', 'GET', href);
    // The blank renderer writes the view that it was given.
    const view = JSON.parse(body.slice(body.indexOf('{'))) as { papers: unknown[] };
    counts.push(view.papers.length);
  }
  return counts;
}

describe('papers that come after the acceptance', () => {
  it('are seen by the home station at once, and go with the next handing over', async () => {
    const caseNo = await transmitted(await submitWithScan());
    await act('liaison', caseNo, 'receive');
    await act('liaison', caseNo, 'report_defect', { defect: 'unreadable', description: '反面不清' });
    const added = await add(caseNo, [page('back'), page('stamp')]);
    expect(added.statusCode).toBe(201);
    const items = added.json<{ items: Attachment[] }>().items;
    expect(items).toMatchObject([{ addedBy: 'officer-1', fileName: '身份证反面.pdf' }, {}]);
    const seen = await papersOf(caseNo);
    expect(seen.map(({ sha256 }) => sha256).slice(1)).toEqual(items.map(({ sha256 }) => sha256));
    const address = `/v1/cases/${caseNo}/attachments/${items[0]?.id ?? ''}`;
    expect((await door.call('liaison', 'GET', address)).rawPayload.equals(page('back'))).toBe(true);

    await act('window', caseNo, 'transmit');
    await door.until(caseNo, ({ defect }) => defect === null);
    const listed = await door.call('window', 'GET', `/v1/cases/${caseNo}/transmissions`);
    const handedOver = listed.json<{ items: { papers: unknown[] }[] }>().items;
    expect(handedOver.map(({ papers }) => papers.length)).toEqual([1, 3]);
    // Each cover sheet lists the form and what went with it, though both are made only now.
    expect(await coverSheetsOf(caseNo)).toEqual([2, 4]);
  });

  it('are not kept twice, whether they come again or with a key that was used', async () => {
    const caseNo = await submitWithScan();
    const first = await add(caseNo, [page('a'), scan, page('a')], { key: 'later-1' });
    const [a, known, again] = first.json<{ items: Attachment[] }>().items;
    expect(again).toEqual(a);
    expect(await papersOf(caseNo, 'window')).toEqual([known, a]);
    expect((await add(caseNo, [page('a')])).json()).toEqual({ items: [a] });
    const repeated = await add(caseNo, [page('a'), scan, page('a')], { key: 'later-1' });
    expect(repeated.headers['idempotency-replayed']).toBe('true');
    expect(repeated.json()).toEqual(first.json());
    expect((await add(caseNo, [page('b')], { key: 'later-1' })).json()).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
  });

  it('take their places one after the other when they come at once', async () => {
    const caseNo = await submitWithScan();
    const numbers = [1, 2, 3, 4, 5, 6];
    // So large that writing one takes longer than reading which places are taken.
    const large = (number: number) => Buffer.concat([page(String(number)), Buffer.alloc(5 * 1024 * 1024)]);
    const added = await Promise.all(numbers.map((number) => add(caseNo, [large(number)])));
    expect(added.map(({ statusCode }) => statusCode)).toEqual(numbers.map(() => 201));
    expect(await papersOf(caseNo, 'window')).toHaveLength(1 + numbers.length);
  });

  it('are taken at the counter of the accepting station and nowhere else', async () => {
    const caseNo = await transmitted(await submitWithScan());
    const tried = async (person: Person) => (await add(caseNo, [page('x')], { person })).json<object>();
    expect(await tried('liaison')).toMatchObject({ status: 403 });
    expect(await tried('homeLeader')).toMatchObject({ status: 403, code: 'unit_not_allowed' });
    expect(await tried('auxiliary')).toMatchObject({ status: 403, code: 'role_not_allowed' });
    expect(await tried('acceptingCounty')).toMatchObject({ status: 403 });
    expect(await tried('stranger')).toMatchObject({ status: 404, code: 'case_not_found' });
    expect((await add(caseNo, [page('x')], { person: 'acceptingLeader' })).statusCode).toBe(201);
  });

  it('are taken until the home station has answered; the case says whether they are', async () => {
    const caseNo = await answered(consistent);
    expect((await add(caseNo, [page('late')])).json()).toMatchObject({
      status: 409,
      code: 'papers_no_longer_taken',
      currentStatus: 'answered',
    });
    const view = await door.call('window', 'GET', `/v1/cases/${caseNo}`);
    expect(view.json()).toMatchObject({ mayAddPapers: false });
    const open = await door.submit();
    expect((await door.call('window', 'GET', `/v1/cases/${open}`)).json()).toMatchObject({
      mayAddPapers: true,
    });
    expect((await door.call('acceptingCounty', 'GET', `/v1/cases/${open}`)).json()).toMatchObject({
      mayAddPapers: false,
    });
  });

  it('are judged as those of a submission', async () => {
    const caseNo = await door.submit();
    expect((await add(caseNo, [Buffer.from('MZ hello')])).json()).toMatchObject({
      status: 415,
      errors: [{ pointer: '/attachments/0', code: 'file_type_not_allowed' }],
    });
    expect((await add(caseNo, [Buffer.alloc(0)])).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/attachments/0', code: 'file_empty' }],
    });
    expect((await add(caseNo, [page('x')], { field: 'application' })).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/application', code: 'unknown_field' }, { pointer: '/attachments' }],
    });
    const big = Buffer.concat([page('big'), Buffer.alloc(10 * 1024 * 1024)]);
    expect((await add(caseNo, [page('x'), big])).json()).toMatchObject({
      status: 413,
      errors: [{ pointer: '/attachments/1', code: 'file_too_large' }],
    });
    expect(
      (await add(caseNo, [pdfWith([], { page: '/AA<</O<</S/JavaScript/JS(x)>>>>' }), scan])).json(),
    ).toMatchObject({
      status: 422,
      code: 'validation_failed',
      errors: [{ pointer: '/attachments/0', code: 'pdf_has_scripts' }],
    });
    const json = await door.call('window', 'POST', `/v1/cases/${caseNo}/attachments`, { body: {} });
    expect(json.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  });
});
