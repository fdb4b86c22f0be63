import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { PointName, Victim } from './points.ts';
import { points } from './points.ts';
import type { LinkName } from './links.ts';
import { linkNames } from './links.ts';
import type { Stage } from './stage.ts';
import { programs } from './stage.ts';
import type { LinkState } from './tcp-proxy.ts';
import { open } from './tcp-proxy.ts';

/** `exactly`: a kill came at its point; `missed`: the code did not come there in time, and it was killed all the same. */
export type Hit = 'done' | 'exactly' | 'missed';

// A point is one of everyday: cases come by within seconds.
const pointTimeoutMs = 20_000;
/** Postgres' word that no transaction is open any more, which ends the answer to every commit (`ReadyForQuery`, idle). */
const committed = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Does something to the house, leaves it so for its while and undoes it; what was killed is being started when it ends. */
export async function inflict(stage: Stage, fault: Fault): Promise<Hit> {
  const { links, blobs } = stage;
  switch (fault.kind) {
    case 'kill':
      await kill(stage, fault.victim);
      await pause(fault.downMs);
      await revive(stage, fault.victim);
      return 'done';
    case 'kill_at_point': {
      const hit = await killAt(stage, fault.point);
      await pause(fault.downMs);
      await revive(stage, points[fault.point].victim);
      return hit;
    }
    case 'cut':
    case 'silence':
    case 'delay':
      links.set(fault.link, linkStateOf(fault));
      await pause(fault.lastsMs);
      links.set(fault.link, open);
      return 'done';
    case 'disk_full':
      blobs.setDisk('full');
      await pause(fault.lastsMs);
      blobs.setDisk('free');
      return 'done';
    case 'clock':
      stage.programs[fault.program].turnClock(fault.offsetMs);
      await pause(fault.lastsMs);
      stage.programs[fault.program].turnClock(0);
      return 'done';
  }
}

function linkStateOf(fault: Extract<Fault, { kind: 'cut' | 'silence' | 'delay' }>) {
  switch (fault.kind) {
    case 'cut':
      return { kind: 'cut' } as const;
    case 'silence':
      return { kind: 'silent' } as const;
    case 'delay':
      return { kind: 'slow', delayMs: fault.delayMs } as const;
  }
}

async function kill({ postgres, temporal, programs: { worker, api } }: Stage, victim: Victim): Promise<void> {
  switch (victim) {
    case 'worker':
      return worker.kill();
    case 'api':
      return api.kill();
    case 'postgres':
      postgres.kill();
      return;
    case 'temporal':
      temporal.kill();
      return;
    case 'chromium':
      worker.killChildren();
  }
}

async function revive(
  { postgres, temporal, programs: { worker, api } }: Stage,
  victim: Victim,
): Promise<void> {
  switch (victim) {
    case 'worker':
      worker.start();
      return;
    case 'api':
      api.start();
      return;
    case 'postgres':
      return postgres.startAgain();
    case 'temporal':
      return temporal.startAgain();
    case 'chromium':
      // Whoever needs it next starts it.
      return;
  }
}

/**
 * Waits until the code comes to the point and kills there. Whoever is at it stands still meanwhile: the answer that he waits
 * for is held back.
 */
async function killAt(stage: Stage, name: PointName): Promise<Hit> {
  const { sign, victim } = points[name];
  const { links, mail } = stage;
  const reached = Promise.withResolvers<'exactly'>();
  const late = pause(pointTimeoutMs, 'missed' as const, { ref: false });

  if (sign.by === 'mail') {
    const release = mail.holdNext(() => {
      reached.resolve('exactly');
    });
    const hit = await Promise.race([reached.promise, late]);
    await kill(stage, victim);
    release();
    return hit;
  }
  const link: LinkName = sign.by === 'object' ? 'api_blobs' : `${sign.writer}_postgres`;
  links.set(
    link,
    answersHeldAt(stage, name, () => {
      reached.resolve('exactly');
    }),
  );
  const hit = await Promise.race([reached.promise, late]);
  await kill(stage, victim);
  // Nobody hears what a database said that is dead.
  if (victim === 'postgres') links.set(link, { kind: 'cut' });
  links.set(link, open);
  return hit;
}

/** Lets every answer pass until the point is reached, and none from then on. */
function answersHeldAt({ points: watch, blobs }: Stage, name: PointName, reached: () => void): LinkState {
  let isReached = false;
  const note = () => {
    isReached = true;
    reached();
  };
  if (points[name].sign.by === 'object') {
    blobs.onceStored(note);
    const having = Buffer.from('HTTP/1.1 200');
    return { kind: 'holds_answers', having, mayPass: () => nextTurn(undefined).then(() => !isReached) };
  }
  watch.once(name, note);
  // A database that is away commits nothing.
  const mayPass = () =>
    watch
      .catchUp()
      .catch(() => undefined)
      .then(() => !isReached);
  return { kind: 'holds_answers', having: committed, mayPass };
}

/** Opens every connection, frees the disk, sets the clocks right and has every process up. */
export async function heal({ links, blobs, programs: { worker, api } }: Stage): Promise<void> {
  for (const link of linkNames) links.set(link, open);
  blobs.setDisk('free');
  for (const program of programs) ({ worker, api })[program].turnClock(0);
  await Promise.all([worker.ready(), api.ready()]);
}
