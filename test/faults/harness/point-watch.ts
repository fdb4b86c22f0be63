import postgres from 'postgres';
import type { PointName } from './points.ts';
import { pointNames, points } from './points.ts';

const channel = 'fault_points';

/** Hears from Postgres itself when a row of a point is committed. */
export interface PointWatch {
  /** Hears when the code comes to the point the next time, before {@link catchUp} returns. */
  once(point: PointName, reached: () => void): void;
  /** Resolves when everything has been heard that was committed before it was asked. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** Has the tables of the points say when they are written; listens on a connection that no proxy stands in. */
export async function watchPoints(url: string): Promise<PointWatch> {
  const waiting = new Map<string, () => void>();
  const onnotify = (_channel: string, point: string) => {
    waiting.get(point)?.();
    waiting.delete(point);
  };
  // Not `sql.listen`: on its connection nothing can be asked, and Postgres tells of what was committed before it answers.
  const options: postgres.Options<Record<string, never>> = Object.assign({ max: 1 }, { onnotify });
  const sql = postgres(url, options);
  await sql.unsafe(triggers());
  const catchUp = async () => {
    // Each time: the connection may be another one since.
    await sql.unsafe(`listen ${channel}`);
  };
  return {
    once(point, reached) {
      waiting.set(point, reached);
    },
    catchUp,
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
