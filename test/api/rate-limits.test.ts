import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { auditEntries } from '../../db/schema/index.ts';
import type { Role } from '../../domain/roles.ts';
import { connectOwner } from '../house/house.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import type { Door } from './door.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door: unlimited, temporal, url } = await openHouseWithDoor();

const owner = connectOwner(url);
afterAll(() => owner.close());

interface Asking {
  readonly roles?: readonly Role[];
  readonly unit?: string;
}

async function ask(
  door: Door,
  officerId: string,
  clientId: string,
  { roles = ['window_officer'], unit = '440106990000' }: Asking = {},
) {
  const token = await door.issuer.sign({ officerId, clientId, roles, unitCode: parseUnitCode(unit) });
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

  it('tells people of one number apart by their units', async () => {
    const door = await limited(100, 1);
    for (const unit of ['440106990000', '650102990000', '440106980000']) {
      expect((await ask(door, '000123', 'software', { unit })).statusCode).toBe(200);
      expect((await ask(door, '000123', 'software', { unit })).statusCode).toBe(429);
    }
  });

  it('counts a program as a client and as no person', async () => {
    const door = await limited(3, 1);
    const program = () => ask(door, 'program', 'program', { roles: ['api_client'] });
    const first = await program();
    expect(first.headers['ratelimit-policy']).toBe('"client";q=3;w=60');
    const rest = [await program(), await program(), await program()];
    expect(rest.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
  });

  it('bounds what is refused to somebody for who he is, and what the audit keeps of it', async () => {
    const door = await limited(100, 2);
    const lock = await door.app.inject({
      ...{ method: 'POST', url: '/v1/account-locks', payload: { subject: 'locked', reason: '离岗' } },
      headers: {
        authorization: `Bearer ${await door.issuer.sign({
          ...{ officerId: 'security', roles: ['security_administrator'] },
          unitCode: parseUnitCode('440000000000'),
        })}`,
      },
    });
    expect(lock.statusCode).toBe(201);
    for (const [officerId, code, roles] of [
      ['locked', 'account_locked', ['window_officer']],
      ['united', 'roles_not_separated', ['window_officer', 'auditor']],
    ] as const) {
      const codes: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        codes.push((await ask(door, officerId, 'software', { roles })).json<{ code: string }>().code);
      }
      expect(codes).toEqual([code, code, ...Array.from({ length: 4 }, () => 'too_many_requests')]);
      expect(await owner.$count(auditEntries, eq(auditEntries.officerId, officerId))).toBe(2);
    }
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
