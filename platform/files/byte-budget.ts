/** Others hold so much at the moment that this would be too much for the process. */
export class BudgetSpentError extends Error {
  override readonly name = 'BudgetSpentError';
}

/** What one piece of work holds of a budget. */
export interface ByteHold {
  /** Sees to it that at least so many bytes are held. @throws {BudgetSpentError} */
  reserve(bytes: number): void;
}

/** Bytes that all work of a kind may hold in memory together. */
export interface ByteBudget {
  /** Runs `work` and gives back what it held, whatever becomes of it. */
  during<T>(work: (hold: ByteHold) => Promise<T>): Promise<T>;
  heldBytes(): number;
}

export function createByteBudget(maxBytes: number): ByteBudget {
  let heldByAll = 0;
  return {
    async during(work) {
      let held = 0;
      try {
        return await work({
          reserve(bytes) {
            const more = bytes - held;
            if (more <= 0) return;
            if (heldByAll + more > maxBytes) throw new BudgetSpentError('no room for more bytes');
            heldByAll += more;
            held = bytes;
          },
        });
      } finally {
        heldByAll -= held;
      }
    },
    heldBytes: () => heldByAll,
  };
}
