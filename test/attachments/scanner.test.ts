import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { applications } from '../../db/schema/index.ts';
import { loadConfig } from '../../platform/config.ts';
import { openUploads } from '../../platform/files/uploads.ts';
import { createLogger } from '../../platform/logger.ts';
import { anotherApplication, openDoor, openHouseWithDoor } from '../api/door.ts';
import { scan } from '../api/people.ts';
import { infectedFile, startClamd } from '../files/clamd-server.ts';

const clamd = await startClamd();
const { url, temporal, house } = await openHouseWithDoor();
const lines: string[] = [];
const log = createLogger({
  name: 'api',
  level: 'debug',
  destination: new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  }),
});
const uploads = openUploads(loadConfig({ TONGBAN_CLAMD_ADDRESS: `127.0.0.1:${clamd.port}` }), log);
afterAll(() => uploads.close());
const door = await openDoor(url, temporal.client, { uploads, log });

async function send(contents: readonly Buffer[]) {
  const form = new FormData();
  form.append('application', JSON.stringify(anotherApplication()));
  for (const content of contents)
    form.append('attachments', new Blob([new Uint8Array(content)]), '李样例.pdf');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return door.call('window', 'POST', '/v1/cases', {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  });
}

const countApplications = () => house.owner.$count(applications);

describe('a virus scanner', () => {
  it('lets clean files in, and of an infected one says which it was; the log says what was in it, not whose it was', async () => {
    expect((await send([scan])).statusCode).toBe(201);
    const before = await countApplications();
    const refused = await send([scan, infectedFile]);
    expect(refused.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/attachments/1', code: 'file_infected' }],
    });
    expect(await countApplications()).toBe(before);
    const logged = lines.filter((line) => line.includes('infected file'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('Tongban.Test');
    expect(lines.join('')).not.toContain('李样例');
  });

  it('that is away lets nothing in: 503, to be tried again; what has no files goes on', async () => {
    await clamd.stop();
    const before = await countApplications();
    const refused = await send([scan]);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
    expect(refused.json()).toMatchObject({
      code: 'service_unavailable',
      detail: expect.stringContaining('病毒扫描') as string,
    });
    expect(await countApplications()).toBe(before);
    expect((await send([])).statusCode).toBe(201);
  });
});
