import { readCalendarFile } from '../../platform/reference-data.ts';
import type { Door } from '../api/door.ts';

export const provisional = readCalendarFile('CN-2027.json') as Record<string, unknown>;

export interface VersionHead {
  readonly id: string;
  readonly year: number;
  readonly region: string | null;
  readonly state: string;
}

/** What an administrator does with calendars through the door. */
export function openCalendarDoor(door: Door) {
  let edition = 0;

  async function list(): Promise<{ etag: string; current: string; items: VersionHead[] }> {
    const response = await door.call('administrator', 'GET', '/v1/calendars');
    return {
      etag: String(response.headers.etag),
      ...response.json<{ current: string; items: VersionHead[] }>(),
    };
  }

  function handIn(document: object, query = '') {
    const { year } = document as { year: number };
    return door.call('administrator', 'POST', `/v1/calendars/${year}/versions${query}`, { body: document });
  }

  /** A version of 2027 that is not there yet; answers its address. */
  async function handInAnother(): Promise<string> {
    edition += 1;
    const response = await handIn({ ...provisional, note: `edition ${edition}` });
    return `/v1/calendars/2027/versions/${response.json<VersionHead>().id}`;
  }

  async function publish(address: string, etag?: string) {
    const headers = { 'if-match': etag ?? (await list()).etag };
    return door.call('administrator', 'POST', `${address}/publication`, { headers });
  }

  return { list, handIn, handInAnother, publish };
}
