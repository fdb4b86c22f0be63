/** Runs tasks side by side on a fixed number of lanes, with a bounded queue before them. */
export interface Lanes {
  /** Runs the task when a lane is free. Rejects with what `onRefused` makes when the queue is full or closed. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Refuses what waits and what still comes, and resolves when the tasks under way have ended. */
  close(): Promise<void>;
}

export interface LanesOptions {
  readonly lanes: number;
  readonly maxWaiting: number;
  readonly onRefused: (reason: 'busy' | 'closed') => Error;
}

interface Waiting {
  readonly start: () => void;
  readonly refuse: (error: Error) => void;
}

/** Opens lanes; first come, first served. */
export function createLanes({ lanes, maxWaiting, onRefused }: LanesOptions): Lanes {
  const waiting: Waiting[] = [];
  const underWay = new Set<Promise<unknown>>();
  let taken = 0;
  let closed = false;

  async function takeLane(): Promise<void> {
    if (closed) throw onRefused('closed');
    if (taken < lanes) {
      taken += 1;
      return;
    }
    if (waiting.length >= maxWaiting) throw onRefused('busy');
    // The lane is handed over by the task that ends: nobody who comes later can slip in between.
    await new Promise<void>((start, refuse) => waiting.push({ start, refuse }));
  }

  function leaveLane(): void {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next.start();
  }

  async function run<Result>(task: () => Promise<Result>): Promise<Result> {
    await takeLane();
    const running = task();
    underWay.add(running);
    try {
      return await running;
    } finally {
      underWay.delete(running);
      leaveLane();
    }
  }

  return {
    run,
    close: async () => {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(onRefused('closed'));
      await Promise.allSettled(underWay);
    },
  };
}
