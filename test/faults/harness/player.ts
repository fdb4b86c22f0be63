import { setTimeout as pause } from 'node:timers/promises';
import type { Act, ActBody, Application, Case } from '../../../clients/typescript/client.ts';
import { ProblemError } from '../../../clients/typescript/client.ts';
import type { Counter } from './counter.ts';
import type { Person, Window } from './people.ts';

const askAgainMs = 1500;
const lookMs = 150;
/** What depends on a clock may be refused while it is turned, and is asked again. */
const clockRefusals = new Set(['validation_failed', 'receipt_time_implausible']);

/** Everybody who acts in one case, from its submission on. */
export interface Player {
  readonly caseNo: string;
  /** Who has accepted it. */
  readonly window: Window;
  /** The case as it stands. */
  look(): Promise<Case>;
  does<A extends Act>(person: Person, act: A, body: ActBody<A>): Promise<Case>;
  /** Asks for something that takes a moment, and again where it has failed, as an officer does who sees the incident. */
  brings<A extends Act>(act: A, body: ActBody<A>, isThere: (shown: Case) => boolean): Promise<Case>;
  /** The same for what has been asked for already. */
  comes<A extends Act>(act: A, body: ActBody<A>, isThere: (shown: Case) => boolean): Promise<Case>;
  /** Until every rung that is due has fired. */
  untilNothingIsDue(): Promise<void>;
}

export async function begin(
  counter: Counter,
  change: Partial<Application> = {},
  window: Window = 'window',
): Promise<Player> {
  return playerOf(counter, await counter.submit(window, change), window);
}

export function playerOf(counter: Counter, caseNo: string, window: Window): Player {
  const look = () => counter.read(window, caseNo);

  async function does<A extends Act>(person: Person, act: A, body: ActBody<A>): Promise<Case> {
    for (;;) {
      try {
        return await counter.act(person, caseNo, act, body);
      } catch (error) {
        if (!(error instanceof ProblemError) || !clockRefusals.has(error.problem.code)) throw error;
        await pause(askAgainMs);
      }
    }
  }

  const comes: Player['comes'] = async (act, body, isThere) => {
    let askAgainAt = Date.now() + askAgainMs;
    for (;;) {
      const shown = await look();
      if (isThere(shown)) return shown;
      const hasFailed = shown.pending.some(({ incident }) => incident !== null);
      if (hasFailed && Date.now() > askAgainAt) {
        // It may just have come by itself, and the act be too late.
        await does(window, act, body).catch(ignoreRefusal);
        askAgainAt = Date.now() + askAgainMs;
      }
      await pause(lookMs);
    }
  };

  return {
    ...{ caseNo, window, look, does },
    async brings(act, body, isThere) {
      await does(window, act, body);
      return comes(act, body, isThere);
    },
    comes,
    async untilNothingIsDue() {
      const path = { caseNo };
      for (;;) {
        const { data } = await counter.http(window).GET('/v1/cases/{caseNo}/agenda', { params: { path } });
        if (data?.items.every(({ at }) => Date.parse(at) > Date.now()) === true) return;
        await pause(lookMs);
      }
    },
  };
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}
