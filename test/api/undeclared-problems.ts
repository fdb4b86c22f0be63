import { undeclaredProblem } from '../../api/error-handler.ts';

/** What an API answered with and does not declare, as its log tells it; no test lets it pass. */
export interface UndeclaredProblems {
  /** Looks at a line of the log. */
  read(line: string): void;
  /** @throws {Error} that names what was answered since it was asked last. */
  expectNone(): void;
}

export function watchUndeclaredProblems(): UndeclaredProblems {
  let found: string[] = [];
  return {
    read(line) {
      if (!line.includes(undeclaredProblem)) return;
      const { operation, code } = JSON.parse(line) as { readonly operation: string; readonly code: string };
      found.push(`${operation} answered ${code}`);
    },
    expectNone() {
      const told = found;
      found = [];
      if (told.length > 0) throw new Error(`${undeclaredProblem}: ${told.join(', ')}`);
    },
  };
}
