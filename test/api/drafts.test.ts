import { describe, expect, it } from 'vitest';
import { sampleApplication } from '../house/case-driver.ts';
import { openHouseWithDoor } from './door.ts';

const { door } = await openHouseWithDoor();

describe('a draft', () => {
  it('S46 is begun by an auxiliary, who can neither submit it nor confirm an identity', async () => {
    const kept = await door.call('auxiliary', 'POST', '/v1/drafts', { body: sampleApplication });
    expect(kept.statusCode).toBe(201);
    const refused = await door.call('auxiliary', 'POST', '/v1/cases', { body: sampleApplication });
    expect(refused.json()).toMatchObject({ status: 403, code: 'role_not_allowed' });

    const { id } = kept.json<{ id: string }>();
    const submitted = await door.call('window', 'POST', '/v1/cases', {
      body: { ...sampleApplication, draftId: id },
    });
    expect(submitted.statusCode).toBe(201);
    expect((await door.call('window', 'GET', `/v1/drafts/${id}`)).statusCode).toBe(404);
  });

  it('is changed by whoever has seen it, and seen by its station only', async () => {
    const kept = await door.call('auxiliary', 'POST', '/v1/drafts', { body: { purpose: '入学' } });
    const { id } = kept.json<{ id: string }>();
    const address = `/v1/drafts/${id}`;
    expect((await door.call('window', 'GET', address)).json()).toMatchObject({
      application: { purpose: '入学' },
    });
    expect((await door.call('stranger', 'GET', address)).statusCode).toBe(404);
    const change = { body: { purpose: '就业' }, headers: { 'if-match': String(kept.headers.etag) } };
    expect((await door.call('window', 'PUT', address, change)).statusCode).toBe(200);
    expect((await door.call('window', 'PUT', address, change)).json()).toMatchObject({ status: 412 });
    expect((await door.call('window', 'DELETE', address)).statusCode).toBe(204);
    expect((await door.call('window', 'GET', address)).statusCode).toBe(404);
  });
});
