import type { Victim } from './points.ts';
import type { Stage } from './stage.ts';

/** With -9. */
export async function kill(
  { postgres, temporal, programs: { worker, api } }: Stage,
  victim: Victim,
): Promise<void> {
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

/** Starts what was killed; engines answer when it returns, programs somewhat later. */
export async function revive(
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
