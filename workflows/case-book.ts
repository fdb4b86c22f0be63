import { condition, log, proxyLocalActivities } from '@temporalio/workflow';
import type { createLedgerActivities } from '../activities/ledger.ts';
import type { CaseCommand } from '../domain/case/command.ts';
import { decide, stepKeyOf } from '../domain/case/decide.ts';
import type { Verdict } from '../domain/case/decide.ts';
import type { CaseEvent, RecordedEvent } from '../domain/case/event.ts';
import { evolve } from '../domain/case/evolve.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { CaseFactsReader } from './case-facts.ts';
import { now } from './now.ts';
import { patientSql } from './patient-sql.ts';

const { record, readAhead } = proxyLocalActivities<ReturnType<typeof createLedgerActivities>>(patientSql);

// Whoever has mended the ledger says so; this is for the case that nobody did.
const lookAgainAfter = '1 hour';

export type Settlement =
  { readonly ok: true; readonly state: CaseState } | { readonly ok: false; readonly rejection: Rejection };

/**
 * The case as this run knows it, and the one way to change it. The ledger in Postgres is the truth: when it knows
 * more than this run does (after a reset, a continued run, a result that got lost), the run catches up and decides
 * anew instead of writing.
 */
export class CaseBook {
  #state: CaseState | null = null;
  #isAsked = false;
  readonly #caseNo: CaseNo;
  readonly #facts = new CaseFactsReader();

  constructor(caseNo: CaseNo) {
    this.#caseNo = caseNo;
  }

  get state(): CaseState | null {
    return this.#state;
  }

  /** Whether somebody has said that the ledger is not what it was, and nobody has looked since. */
  get isAskedToCatchUp(): boolean {
    return this.#isAsked;
  }

  askToCatchUp(): void {
    this.#isAsked = true;
  }

  async catchUp(): Promise<{ found: number }> {
    this.#isAsked = false;
    const ahead = await readAhead(this.#caseNo, this.#state?.seq ?? 0);
    this.#take(ahead);
    return { found: ahead.length };
  }

  /** Decides a command and records what follows. A command that was recorded before changes nothing. */
  async settle(command: CaseCommand): Promise<Settlement> {
    for (;;) {
      const stepKey = stepKeyOf(this.#state, command);
      if (this.#state?.stepKeys.includes(stepKey)) return { ok: true, state: this.#state };
      const occurredAt = now();
      const verdict = await this.#decide(command, occurredAt);
      if (!verdict.ok) {
        if ((await this.catchUp()).found > 0) continue;
        return verdict;
      }
      const seq = this.#state?.seq ?? 0;
      const recorded = verdict.events.map((event: CaseEvent, index): RecordedEvent => ({
        seq: seq + index + 1,
        stepKey,
        occurredAt,
        event,
      }));
      const next = recorded.reduce(evolve, this.#state);
      if (next === null) throw new Error('the first command of a case records its acceptance');
      if (recorded.length > 0) {
        const reply = await record({ caseNo: this.#caseNo, events: recorded, next });
        if (reply.kind === 'behind') {
          this.#take(reply.ahead);
          continue;
        }
        if (reply.kind === 'short') {
          await this.#ledgerMended();
          continue;
        }
      }
      this.#state = next;
      return { ok: true, state: next };
    }
  }

  /**
   * The ledger ends before what this run has written to it: Postgres was restored to an earlier instant. Written now, the
   * step would stand over a hole; so the case waits, whoever acts on it, until what is lacking was put back.
   */
  async #ledgerMended(): Promise<void> {
    log.error('the ledger has lost entries: run npm run reconcile', { caseNo: this.#caseNo });
    await condition(() => this.#isAsked, lookAgainAfter);
    await this.catchUp();
  }

  async #decide(command: CaseCommand, now: Instant): Promise<Verdict> {
    const facts = await this.#facts.read(this.#state, command, now);
    if (facts === null) return { ok: false, rejection: { code: 'case_not_found' } };
    return decide(this.#state, command, { now, facts });
  }

  #take(ahead: readonly RecordedEvent[]): void {
    this.#state = ahead.reduce(evolve, this.#state);
  }
}
