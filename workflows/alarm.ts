import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/time/instant.ts';
import { epochMsOf } from '../domain/time/instant.ts';
import { now } from './now.ts';

/**
 * Wakes the workflow at an instant, never before it. The timer stays while the instant does: most commands leave the
 * next item of the agenda where it was, and a timer for every wait would be twice the history.
 */
export class Alarm {
  #at: Instant | undefined;
  #scope: CancellationScope | undefined;
  #hasRung = false;

  get at(): Instant | undefined {
    return this.#at;
  }

  get hasRung(): boolean {
    return this.#hasRung;
  }

  /** Sets the alarm to another instant, or takes it back. */
  set(at: Instant | undefined): void {
    if (at === this.#at) return;
    this.#scope?.cancel();
    this.#at = at;
    this.#hasRung = false;
    this.#scope = at === undefined ? undefined : this.#start(at);
  }

  #start(at: Instant): CancellationScope {
    const scope = new CancellationScope();
    scope
      .run(() => sleepUntil(at))
      .then(
        () => {
          this.#hasRung = this.#scope === scope;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
    return scope;
  }
}

/** A server's clock may stand a little behind the one that set the timer. */
async function sleepUntil(at: Instant): Promise<void> {
  do await sleep(Math.max(1, epochMsOf(at) - epochMsOf(now())));
  while (now() < at);
}
