import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { createCalendarDirectory } from '../../db/calendar-directory.ts';
import { connectDatabase } from '../../db/database.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import {
  deleteCalendarVersion,
  publishCalendar,
  seedCalendars,
} from '../../db/repositories/calendar-publications.ts';
import type { CalendarVersionId } from '../../db/repositories/calendars.ts';
import {
  addCalendarVersion,
  findNationalInForce,
  getCurrentPublication,
  listCalendarVersions,
  readPublishedCalendar,
} from '../../db/repositories/calendars.ts';
import { calendarPublications, calendarRollouts, calendarVersions } from '../../db/schema/index.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { loadPublishedCalendar, readCalendarFile, readCalendarFiles } from '../../platform/reference-data.ts';
import { createTestDatabase } from '../services/test-database.ts';

const { url } = await createTestDatabase({ migrate: migrateDatabase });
const owner = connectDatabase({ url, role: 'owner', maxConnections: 1 });
const api = connectDatabase({ url, role: 'tongban_api', maxConnections: 6 });
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 2 });
afterAll(() => Promise.all([owner.close(), api.close(), worker.close()]));

const at = parseInstant('2026-11-25T09:00:00+08:00');
const file2027 = readCalendarFile('CN-2027.json') as object;
const by = 'administrator';

/** The provisional calendar of 2027 under a name that makes it another. */
function variant(note: string) {
  return addCalendarVersion(api, { document: { ...file2027, note }, createdBy: by, createdAt: at });
}

async function publish(id: CalendarVersionId, basedOn?: number) {
  return publishCalendar(api, {
    year: 2027,
    id,
    basedOn: basedOn ?? (await getCurrentPublication(api)).n,
    by,
    at,
  });
}

describe('the calendars of the product', () => {
  it('are asked for by name when nobody brought them in', async () => {
    await expect(readPublishedCalendar(worker)).rejects.toThrow('npm run migrate');
  });

  it('are in force in a new database, once, however often they are brought in', async () => {
    await Promise.all([seedCalendars(owner, at), seedCalendars(owner, at)]);
    const published = await readPublishedCalendar(worker);
    const { years, overlays } = loadPublishedCalendar();
    expect(published.years).toEqual(years);
    expect(published.overlays).toHaveLength(overlays.length);
    expect(published.overlays).toEqual(expect.arrayContaining([...overlays]));
    expect(await owner.$count(calendarPublications)).toBe(1);
    expect(await getCurrentPublication(worker)).toEqual({ n: 1, version: published.version });
  });

  it('wait for their publication when a later release changes or adds them', async () => {
    const before = await getCurrentPublication(owner);
    await seedCalendars(owner, at, [...readCalendarFiles(), { ...file2027, note: 'of the next release' }]);
    expect(await getCurrentPublication(owner)).toEqual(before);
    const versions = (await listCalendarVersions(owner)).filter(({ year }) => year === 2027);
    expect(versions.map(({ publishedAt }) => publishedAt)).toEqual(expect.arrayContaining([at, null]));
    expect(versions).toHaveLength(2);
  });
});

describe('a calendar version', () => {
  it('is the same for the same content, whatever the order of its keys', async () => {
    const { version, added } = await variant('same');
    const turned = Object.fromEntries(Object.entries({ note: 'same', ...file2027 }).reverse());
    const again = await addCalendarVersion(api, { document: turned, createdBy: 'other', createdAt: at });
    expect([added, again.added]).toEqual(['new', 'known']);
    expect(again.version).toEqual(version);
  });

  it('takes the place of the one in force and is seen at once by whoever keeps the calendar', async () => {
    const directory = createCalendarDirectory(worker);
    const before = await directory.published();
    expect(await directory.published()).toBe(before);
    const { version } = await variant('published');
    const outcome = await publish(version.id);
    expect(outcome).toMatchObject({ kind: 'published' });
    const after = await directory.published();
    expect(outcome).toMatchObject({ version: after.version });
    expect(after.version).not.toBe(before.version);
    expect(await findNationalInForce(api, 2027)).toMatchObject({ id: version.id, publishedAt: at });
    expect(await owner.$count(calendarRollouts, eq(calendarRollouts.version, after.version))).toBe(1);
  });

  it('published again is the same publication', async () => {
    const { version } = await variant('twice');
    const first = await publish(version.id);
    const second = await publish(version.id, 0);
    expect(second).toEqual({ ...first, kind: 'in_force' });
  });

  it('may be gone back to: that is a publication of its own', async () => {
    const { version: good } = await variant('good');
    const { version: mistaken } = await variant('mistaken');
    const first = await publish(good.id);
    await publish(mistaken.id);
    const back = await publish(good.id);
    expect(back).toMatchObject({ kind: 'published' });
    expect(back).not.toEqual(first);
    expect(await findNationalInForce(api, 2027)).toMatchObject({ id: good.id, supersededAt: null });
  });

  it('is published by one of many that have seen the same calendar; the others are told so', async () => {
    const { n: basedOn } = await getCurrentPublication(api);
    const versions = await Promise.all(Array.from({ length: 5 }, (_, n) => variant(`race ${n}`)));
    const outcomes = await Promise.all(versions.map(({ version }) => publish(version.id, basedOn)));
    const kinds = outcomes.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['changed', 'changed', 'changed', 'changed', 'published']);
    const { version } = await getCurrentPublication(api);
    expect(outcomes).toContainEqual({ kind: 'published', version });
  });

  it('cannot be in force beside another of its year and region, whoever writes', async () => {
    const { version } = await variant('beside');
    await expect(
      owner.update(calendarVersions).set({ publishedAt: at }).where(eq(calendarVersions.id, version.id)),
    ).rejects.toThrow();
  });

  it('of a region leaves the country’s and other regions’ alone', async () => {
    const overlay = readCalendarFile('overlay-540100-2026.json') as object;
    const { version } = await addCalendarVersion(api, {
      document: { ...overlay, note: 'again' },
      createdBy: by,
      createdAt: at,
    });
    const before = await readPublishedCalendar(api);
    const { n: basedOn } = await getCurrentPublication(api);
    const outcome = await publishCalendar(api, { year: 2026, id: version.id, basedOn, by, at });
    expect(outcome.kind).toBe('published');
    const after = await readPublishedCalendar(api);
    expect(after.years).toEqual(before.years);
    expect(after.overlays).toHaveLength(before.overlays.length);
  });

  it('that is not there is neither published nor deleted', async () => {
    const id = '0123456789abcdef' as CalendarVersionId;
    expect(await publish(id)).toEqual({ kind: 'not_found' });
    expect(await deleteCalendarVersion(api, { year: 2027, id })).toBe('not_found');
  });

  it('is deleted while it waits, not while it is in force', async () => {
    const { version: waiting } = await variant('waiting');
    expect(await deleteCalendarVersion(api, { year: 2026, id: waiting.id })).toBe('not_found');
    expect(await deleteCalendarVersion(api, { year: 2027, id: waiting.id })).toBe('deleted');
    const inForce = await findNationalInForce(api, 2027);
    if (inForce === undefined) throw new Error('2027 has a calendar');
    expect(await deleteCalendarVersion(api, inForce)).toBe('in_use');
  });

  it('is the API’s to write, not the worker’s', async () => {
    const { version } = await variant('roles');
    await expect(worker.delete(calendarVersions)).rejects.toThrow();
    await expect(
      publishCalendar(worker, {
        year: 2027,
        id: version.id,
        basedOn: (await getCurrentPublication(worker)).n,
        by,
        at,
      }),
    ).rejects.toThrow();
    await expect(api.update(calendarPublications).set({ n: 7 })).rejects.toThrow();
  });
});
