import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { LinkName } from './links.ts';
import type { PointName } from './points.ts';
import { points } from './points.ts';
import type { Stage } from './stage.ts';
import type { LinkState } from './tcp-proxy.ts';
import { open } from './tcp-proxy.ts';
import { kill } from './victims.ts';

/** `missed`: the code did not come there in time, and was killed all the same. */
export type PointHit = 'exactly' | 'missed';

// A point is one of everyday: cases come by within seconds.
const pointTimeoutMs = 20_000;
/** Postgres' word that no transaction is open any more, which ends the answer to every commit (`ReadyForQuery`, idle). */
const committed = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/**
 * Waits until the code comes to the point and kills there. Whoever is at it stands still meanwhile: the answer that he waits
 * for is held back.
 */
export async function killAtPoint(stage: Stage, name: PointName): Promise<PointHit> {
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
