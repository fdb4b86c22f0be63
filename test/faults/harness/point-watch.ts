import postgres from 'postgres';
import type { PointName } from './points.ts';
import { pointNames, points } from './points.ts';

const channel = 'fault_points';

/** Hears from Postgres itself when a row of a point is committed. */
export interface PointWatch {
  /** Resolves when the code comes to the point the next time. */
  next(point: PointName): Promise<undefined>;
  close(): Promise<void>;
}

/** Has the tables of the points say when they are written; listens on a connection that no proxy stands in. */
export async function watchPoints(url: string): Promise<PointWatch> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(triggers());
  const waiting = new Map<string, PromiseWithResolvers<undefined>>();
  // It subscribes anew by itself when Postgres was away.
  await sql.listen(channel, (point) => {
    waiting.get(point)?.resolve(undefined);
    waiting.delete(point);
  });
  return {
    next(point) {
      const next = waiting.get(point) ?? Promise.withResolvers<undefined>();
      waiting.set(point, next);
      return next.promise;
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

function triggers(): string {
  const statements = pointNames.map((name) => {
    const sign: { by: string; table?: string; on?: string; when?: string } = points[name].sign;
    if (sign.by !== 'row') return '';
    const when = sign.when === undefined ? '' : `when (${sign.when})`;
    return `create trigger fault_point_${name} after ${String(sign.on)} on ${String(sign.table)}
      for each row ${when} execute function tell_fault_point('${name}');`;
  });
  return `create function tell_fault_point() returns trigger language plpgsql security definer as $$
    begin perform pg_notify('${channel}', TG_ARGV[0]); return null; end $$;
    ${statements.join('\n')}`;
}
