import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { PointHit } from './kill-at-point.ts';
import { killAtPoint } from './kill-at-point.ts';
import { points } from './points.ts';
import { linkNames } from './links.ts';
import type { Stage } from './stage.ts';
import { programs } from './stage.ts';
import { kill, revive } from './victims.ts';
import { open } from './tcp-proxy.ts';

export type Hit = 'done' | PointHit;

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
      const hit = await killAtPoint(stage, fault.point);
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

/** Opens every connection, frees the disk, sets the clocks right and has every process up. */
export async function heal({ links, blobs, programs: { worker, api } }: Stage): Promise<void> {
  for (const link of linkNames) links.set(link, open);
  blobs.setDisk('free');
  for (const program of programs) ({ worker, api })[program].turnClock(0);
  await Promise.all([worker.ready(), api.ready()]);
}
