import { describe, expect, it } from 'vitest';
import { errorSentences } from '../../domain/errors.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { VersionHead } from '../calendars/calendar-door.ts';
import { openCalendarDoor } from '../calendars/calendar-door.ts';
import { connectOwnNamespace } from '../house/temporal.ts';
import { openDoor, openHouseWithDoor } from './door.ts';

const { door, url } = await openHouseWithDoor();
const { list, handInAnother, tryOut, publish } = openCalendarDoor(door);

describe('publishing a calendar', () => {
  it('asks for the dry run of this content, and refuses when another was published since', async () => {
    const [first, second] = [await handInAnother(), await handInAnother()];
    const [tried, other] = [await tryOut(first), await tryOut(second)];
    const unknown = '00000000-0000-4000-8000-000000000000';
    const bodies = [{}, { dryRun: 'x' }, { dryRun: unknown }, { dryRun: other }];
    for (const body of bodies) {
      const refused = await door.call('administrator', 'POST', `${first}/publication`, { body });
      expect(refused.json()).toMatchObject({ status: 409, code: 'dry_run_needed' });
      expect(refused.json<{ detail: string }>().detail).toContain(errorSentences.dry_run_needed);
    }
    const outcomes = await Promise.all([publish(first, tried), publish(second, other)]);
    expect(outcomes.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409]);
    const late = outcomes.find(({ statusCode }) => statusCode === 409);
    expect(late?.json<{ detail: string }>().detail).toContain('试算之后已有其他日历版本发布');
  });

  it('waits for the dry run to be finished', async () => {
    const address = await handInAnother();
    const { client } = await connectOwnNamespace();
    const lonely = await openDoor(url, client, { commandTimeoutMs: 300 });
    const { tryOut: ask } = openCalendarDoor(lonely);
    const response = await publish(address, await ask(address));
    expect(response.json<{ detail: string }>().detail).toContain('该次试算尚未完成');
  });

  it('puts it in force and brings it to every open case', async () => {
    await door.submit();
    const address = await handInAnother();
    const response = await publish(address);
    const location = String(response.headers.location);
    const rollout = await waitFor(
      async () => {
        const view = (await door.call('administrator', 'GET', location)).json<Record<string, unknown>>();
        return view.status === 'finished' ? view : undefined;
      },
      { timeoutMs: 30_000, what: 'the roll-out' },
    );
    expect(rollout).toMatchObject({ moved: 0, earlier: 0, failed: [] });
    expect(rollout.done).toBe(rollout.total);
    expect(rollout.total).toBeGreaterThan(0);
    const { current, items } = await list();
    expect(location).toBe(`/v1/calendar-rollouts/${current}`);
    const states = items.filter(({ year }) => year === 2027).map(({ state }) => state);
    expect(states.filter((state) => state === 'in_force')).toHaveLength(1);
    expect((await door.call('window', 'GET', address)).json()).toMatchObject({ state: 'in_force' });

    const again = await publish(address);
    expect([again.statusCode, again.headers.location]).toEqual([202, location]);
  });

  it('of what holds since the beginning starts no roll-out', async () => {
    const { items } = await list();
    const seeded = items.find(({ year }) => year === 2014);
    const response = await publish(`/v1/calendars/2014/versions/${seeded?.id ?? ''}`);
    expect([response.statusCode, response.json<VersionHead>().state]).toEqual([200, 'in_force']);
  });

  it('holds although Temporal is away; the roll-out follows', async () => {
    const address = await handInAnother();
    const { client } = await connectOwnNamespace();
    const away = await openDoor(url, client, { commandTimeoutMs: 1 });
    const body = { dryRun: await tryOut(address) };
    const response = await away.call('administrator', 'POST', `${address}/publication`, { body });
    expect(response.json()).toMatchObject({ status: 'running' });
    expect((await door.call('window', 'GET', address)).json()).toMatchObject({ state: 'in_force' });
  });
});

describe('deleting a version', () => {
  it('works while it waits and is 409 in force', async () => {
    const address = await handInAnother();
    expect((await door.call('administrator', 'DELETE', address)).statusCode).toBe(204);
    expect((await door.call('administrator', 'DELETE', address)).statusCode).toBe(404);
    const published = await handInAnother();
    await publish(published);
    const refused = await door.call('administrator', 'DELETE', published);
    expect(refused.json()).toMatchObject({ status: 409, code: 'calendar_version_in_use' });
  });

  it('is 409 while an open case stands on it, although another took its place', async () => {
    const { client } = await connectOwnNamespace();
    // Nobody rolls out here, so the case stays where it was.
    const still = await openDoor(url, client, { commandTimeoutMs: 1 });
    const [first, second] = [await handInAnother(), await handInAnother()];
    await publish(first);
    await door.submit();
    const body = { dryRun: await tryOut(second) };
    await still.call('administrator', 'POST', `${second}/publication`, { body });
    const refused = await door.call('administrator', 'DELETE', first);
    expect(refused.json()).toMatchObject({ status: 409, code: 'calendar_version_in_use' });
  });
});
