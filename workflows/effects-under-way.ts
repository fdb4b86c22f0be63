import type { EffectKey } from '../domain/case/effect.ts';
import { effectKeyOf } from '../domain/case/effect.ts';
import type { CaseState } from '../domain/case/state.ts';
import { effectsUnderWay } from '../domain/case/state.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { performEffect } from './effects.ts';
import type { Inbox, Message } from './inbox.ts';
import type { TraceContext } from './trace-context.ts';
import { forTrace } from './trace-context.ts';

/**
 * Sees to it that every effect that a case asks for is under way once, and that whoever asked hears how it went: an
 * effect takes a moment, and the officer who pressed the button wants the certificate, not the news that it was asked
 * for. A failure is an answer too.
 */
export class EffectsUnderWay {
  readonly #caseNo: CaseNo;
  readonly #inbox: Inbox;
  readonly #running = new Set<EffectKey>();
  readonly #waiting = new Map<EffectKey, Message>();

  constructor(caseNo: CaseNo, inbox: Inbox) {
    this.#caseNo = caseNo;
    this.#inbox = inbox;
  }

  /** Starts what the state says is under way and is not: after a reset or in a new run, all of it, for the trace of whoever asked. */
  start(state: CaseState, trace: TraceContext): void {
    for (const effect of effectsUnderWay(state)) {
      const key = effectKeyOf(effect);
      if (this.#running.has(key)) continue;
      this.#running.add(key);
      forTrace(trace, () => {
        void performEffect({ caseNo: this.#caseNo, effect }).then((report) => {
          this.#running.delete(key);
          this.#inbox.push(report);
        });
      });
    }
  }

  /** Answers a message in the state that it led to, or, if it led to an effect, when that has been reported. */
  settle(message: Message, state: CaseState): void {
    const { command } = message;
    if (command.type === 'effect_succeeded' || command.type === 'effect_failed') {
      const key = effectKeyOf(command.effect);
      const asked = this.#waiting.get(key);
      this.#waiting.delete(key);
      asked?.settle(outcomeOf(state));
    }
    const begun = effectsUnderWay(state)
      .map(effectKeyOf)
      .find((key) => !this.#running.has(key));
    if (begun === undefined || this.#waiting.has(begun)) message.settle(outcomeOf(state));
    else this.#waiting.set(begun, message);
  }

  get awaited(): EffectKey[] {
    return [...this.#running];
  }

  nobodyWaits(): boolean {
    return this.#waiting.size === 0;
  }

  /** The case has ended: nothing that was asked for will be reported any more. */
  settleAll(state: CaseState): void {
    for (const message of this.#waiting.values()) message.settle(outcomeOf(state));
    this.#waiting.clear();
  }
}

function outcomeOf({ seq, status }: CaseState) {
  return { seq, status };
}
