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

  async function list(): Promise<{ current: string; items: VersionHead[] }> {
    return (await door.call('administrator', 'GET', '/v1/calendars')).json();
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

  /** Tries a version out; answers the number of the dry run. */
  async function tryOut(address: string): Promise<string> {
    const { document } = (await door.call('window', 'GET', address)).json<{ document: object }>();
    return (await handIn(document, '?dryRun=true')).json<{ id: string }>().id;
  }

  async function publish(address: string, dryRun?: string) {
    const body = { dryRun: dryRun ?? (await tryOut(address)) };
    return door.call('administrator', 'POST', `${address}/publication`, { body });
  }

  return { list, handIn, handInAnother, tryOut, publish };
}
