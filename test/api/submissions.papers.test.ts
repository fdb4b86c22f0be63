import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pdfWith } from '../files/pdf-with.ts';
import { anotherApplication, openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = pdfWith([]);

interface File {
  readonly content: Buffer;
  readonly type?: string;
  readonly name?: string;
  readonly field?: string;
}

/** A form as a browser sends it. */
async function sendForm(files: readonly File[], application: unknown = anotherApplication(), key?: string) {
  const form = new FormData();
  if (typeof application === 'string') form.append('application', application);
  else form.append('application', new Blob([JSON.stringify(application)], { type: 'application/json' }));
  for (const { content, type = '', name = '扫描件.png', field = 'attachments' } of files) {
    form.append(field, new Blob([new Uint8Array(content)], { type }), name);
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return door.call('window', 'POST', '/v1/cases', {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    ...(key === undefined ? {} : { key }),
  });
}

describe('papers of a dossier', () => {
  it('are kept as they are checked, hashed, and handed out to the two stations only', async () => {
    const response = await sendForm([
      { content: png, type: 'image/png', name: '../身份证<正面>.png' },
      { content: pdf, type: 'application/pdf', name: '申请表.pdf' },
    ]);
    expect(response.statusCode).toBe(201);
    const { caseNo, attachments } = response.json<{
      caseNo: string;
      attachments: { id: string; sha256: string; mediaType: string; fileName: string; pages: number }[];
    }>();
    expect(attachments.map(({ mediaType, fileName, pages }) => [mediaType, fileName, pages])).toEqual([
      ['image/png', '身份证_正面_.png', 1],
      ['application/pdf', '申请表.pdf', 1],
    ]);
    const address = `/v1/cases/${caseNo}/attachments/${attachments[0]?.id ?? ''}`;
    const paper = await door.call('liaison', 'GET', address);
    // Not what was sent: the digest that everybody is shown is that of what is kept.
    expect(paper.rawPayload.equals(png)).toBe(false);
    expect(createHash('sha256').update(paper.rawPayload).digest('hex')).toBe(attachments[0]?.sha256);
    expect((await sharp(paper.rawPayload).stats()).channels).toHaveLength(3);
    expect(paper.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(paper.rawPayload.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'repr-digest': digestFieldOf(paper.rawPayload),
    });
    expect(paper.headers['content-disposition']).toMatch(
      /^attachment; filename="_\.png"; filename\*=UTF-8''%E8%BA%AB/,
    );
    expect((await door.call('acceptingCounty', 'GET', address)).statusCode).toBe(403);
    expect((await door.call('stranger', 'GET', address)).statusCode).toBe(404);
    expect((await door.call('window', 'GET', `/v1/cases/${caseNo}/attachments/1`)).statusCode).toBe(404);
  });

  it('may come with an application that is a plain field, and without a declared type', async () => {
    const response = await sendForm([{ content: png }], JSON.stringify(anotherApplication()));
    expect(response.statusCode).toBe(201);
  });

  it('are 415 when they are something else than they may be, or than they say', async () => {
    const response = await sendForm([
      { content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), type: 'image/svg+xml' },
      { content: png, type: 'image/png' },
      { content: png, type: 'application/pdf' },
      { content: Buffer.from('MZ hello'), type: 'image/png' },
    ]);
    expect(response.json()).toMatchObject({
      status: 415,
      errors: [
        { pointer: '/attachments/0', code: 'file_type_not_allowed' },
        { pointer: '/attachments/2', code: 'file_type_differs' },
        { pointer: '/attachments/3', code: 'file_type_not_allowed' },
      ],
    });
  });

  it('are 413 when one, their number or their sum is too large', async () => {
    const big = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
    const faultsOf = async (files: readonly File[]) => {
      const problem = (await sendForm(files)).json<{
        status: number;
        errors: { pointer: string; code: string }[];
      }>();
      expect(problem).toMatchObject({ status: 413, code: 'body_too_large' });
      return problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    };
    expect(await faultsOf([{ content: big }, { content: png }, { content: big }])).toEqual([
      '/attachments/0 file_too_large',
      '/attachments/2 file_too_large',
    ]);
    for (const length of [21, 30]) {
      const many = Array.from({ length }, () => ({ content: png }));
      expect(await faultsOf(many)).toEqual(['/attachments too_many_files']);
    }
    const nine = Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024)]);
    expect(await faultsOf(Array.from({ length: 5 }, () => ({ content: nine })))).toEqual([
      '/attachments files_too_large',
    ]);
  });

  it('are in the one 422 when empty or out of place', async () => {
    const response = await sendForm(
      [
        { content: Buffer.alloc(0), type: 'image/png' },
        { content: png, field: 'photo' },
        { content: png.subarray(0, 50), name: '断.png' },
      ],
      { ...anotherApplication(), agreed: false },
    );
    expect(response.json<{ errors: object[] }>().errors).toEqual([
      expect.objectContaining({ pointer: '/photo', code: 'unknown_field' }),
      expect.objectContaining({ pointer: '/attachments/0', code: 'file_empty' }),
      expect.objectContaining({ pointer: '/attachments/1', code: 'file_unreadable' }),
      expect.objectContaining({ pointer: '/agreed', code: 'not_agreed' }),
    ]);
  });

  it('are 400 in a form that breaks off or whose application is no JSON', async () => {
    expect((await sendForm([], '{"homeStation":')).json()).toMatchObject({ status: 400 });
    for (const payload of [
      '--x\r\nContent-Disposition: form-data; name="attachments"; filename="a"\r\n\r\nabc',
      'nonsense',
    ]) {
      const response = await door.call('window', 'POST', '/v1/cases', {
        payload,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      expect(response.json()).toMatchObject({ status: 400, code: 'malformed_request' });
    }
  });

  it('belong to the request that a key stands for', async () => {
    const application = anotherApplication();
    const first = await sendForm([{ content: png }], application, 'papers-1');
    const again = await sendForm([{ content: png }], application, 'papers-1');
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json()).toMatchObject({ caseNo: first.json<{ caseNo: string }>().caseNo });
    const other = await sendForm([{ content: pdf }], application, 'papers-1');
    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });
});

function digestFieldOf(bytes: Buffer): string {
  return `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;
}
