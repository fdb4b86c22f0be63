import { describe, expect, it } from 'vitest';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door } from './door.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door: unlimited, temporal, url } = await openHouseWithDoor();

async function ask(door: Door, officerId: string, clientId: string) {
  const token = await door.issuer.sign({
    ...{ officerId, clientId, roles: ['window_officer'] },
    unitCode: parseUnitCode('440106990000'),
  });
  return door.app.inject({ url: '/v1/matters', headers: { authorization: `Bearer ${token}` } });
}

function limited(perClient: number, perPerson: number): Promise<Door> {
  return openDoor(url, temporal.client, { rateLimits: { perClient, perPerson } });
}

describe('how much one may ask', () => {
  it('is said with every answer, and what is more is refused until the minute is over', async () => {
    const door = await limited(100, 2);
    const first = await ask(door, 'officer-1', 'window-software');
    expect([first.statusCode, first.headers['ratelimit-policy']]).toEqual([
      200,
      '"client";q=100;w=60, "person";q=2;w=60',
    ]);
    expect(first.headers.ratelimit).toMatch(/^"client";r=99;t=\d+, "person";r=1;t=\d+$/);
    await ask(door, 'officer-1', 'window-software');
    const refused = await ask(door, 'officer-1', 'window-software');
    expect(refused.json()).toMatchObject({
      status: 429,
      code: 'too_many_requests',
      detail: '请求过于频繁，请按 Retry-After 所示的秒数稍候再试。',
    });
    const [, seconds] = /"person";r=0;t=(\d+)/.exec(String(refused.headers.ratelimit)) ?? [];
    expect(refused.headers['retry-after']).toBe(seconds);
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(60);
    // His colleague is not he, nor is he another by coming through another system.
    expect((await ask(door, 'officer-2', 'window-software')).statusCode).toBe(200);
    expect((await ask(door, 'officer-1', 'machine')).statusCode).toBe(429);
  });

  it('counts all the people of a client together', async () => {
    const door = await limited(2, 100);
    const statuses: number[] = [];
    for (const officer of ['officer-1', 'officer-2', 'officer-3']) {
      statuses.push((await ask(door, officer, 'window-software')).statusCode);
    }
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask(door, 'officer-1', 'machine')).statusCode).toBe(200);
  });

  it('is no matter for whoever asks whether the process lives', async () => {
    const door = await limited(1, 1);
    for (let n = 0; n < 5; n += 1) {
      for (const address of ['/v1/health', '/v1/ready']) {
        const { statusCode, headers } = await door.app.inject({ url: address });
        expect([address, statusCode, headers.ratelimit]).toEqual([address, 200, undefined]);
      }
    }
  });

  it('is not limited where the limit is 0 or none is set', async () => {
    const door = await limited(0, 5);
    expect((await ask(door, 'officer-1', 'machine')).headers['ratelimit-policy']).toBe('"person";q=5;w=60');
    for (const free of [await limited(0, 0), unlimited]) {
      expect((await ask(free, 'officer-1', 'machine')).headers).not.toHaveProperty('ratelimit');
    }
  });
});
