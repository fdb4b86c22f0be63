import type { InjectOptions } from 'fastify';
import { expect } from 'vitest';
import type { FieldFault } from '../../api/schemas/problem.ts';
import type { Database } from '../../db/database.ts';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { Post } from '../../domain/directory/post.ts';
import type { Role } from '../../domain/roles.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { openDoor } from './door.ts';

/** Whoever calls, by role and unit. */
export const callers = {
  leader: ['station_leader', '520302990000'],
  liaison: ['liaison_officer', '520302990000'],
  sibling: ['station_leader', '520302980000'],
  county: ['county_supervisor', '520302000000'],
  city: ['city_supervisor', '520300000000'],
  province: ['province_supervisor', '520000000000'],
  stranger: ['window_officer', '440106990000'],
  administrator: ['system_administrator', '520000000000'],
} as const satisfies Record<string, readonly [Role, string]>;

export type Caller = keyof typeof callers;

export const station = '520302990000';
export const sibling = '520302980000';
export const now = parseInstant('2026-11-25T08:30:00+08:00');
const today = parsePlainDate('2026-11-25');

/** The directory of the sample units with its door, and nothing that carries cases. */
export async function openDirectory() {
  const url = await createHouseDatabase();
  const owner: Database = connectOwner(url);
  const persons = samplePersons(today);
  await savePersons(owner, persons, { by: 'test', at: now });
  const door = await openDoor(url, undefined as never, { clock: { now: () => now } });

  async function call(
    caller: Caller,
    method: 'GET' | 'POST' | 'PUT',
    address: string,
    options: Pick<InjectOptions, 'headers' | 'payload'> = {},
  ) {
    const [role, unit] = callers[caller];
    const token = await door.issuer.sign({
      officerId: `officer-${caller}`,
      roles: [role],
      unitCode: parseUnitCode(unit),
    });
    return door.app.inject({
      method,
      url: `/v1/directory${address}`,
      ...options,
      headers: { authorization: `Bearer ${token}`, ...options.headers },
    });
  }

  function idOf(post: Post, unit = station): string {
    const person = persons.find((each) => each.post === post && each.unitCode === unit);
    if (person === undefined) throw new Error(`no ${post} at ${unit}`);
    return person.id;
  }

  const upload = (
    caller: Caller,
    payload: string | Buffer,
    { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
  ) =>
    call(caller, 'POST', `/imports${query}`, {
      payload,
      headers: { 'content-type': 'text/csv; charset=utf-8', ...headers },
    });

  /** Uploads what is refused, and says why: pointer and code of each fault. */
  async function faultsOf(caller: Caller, payload: string | Buffer, query = ''): Promise<string[]> {
    const response = await upload(caller, payload, { query });
    expect(response.json()).toMatchObject({ status: 422, code: 'validation_failed' });
    return response.json<{ errors: FieldFault[] }>().errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }

  const download = (caller: Caller, query = '') => call(caller, 'GET', `/export${query}`);

  return { owner, door, persons, call, idOf, upload, faultsOf, download };
}
