import { agendaStepKey } from '../../../domain/case/agenda-item.ts';
import type { AgendaItem } from '../../../domain/case/agenda-item.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import type { Act } from '../../../domain/case/acts.ts';
import type {
  AcceptCommand,
  Actor,
  CaseCommand,
  CaseRemedy,
  EffectReport,
  EffectResult,
} from '../../../domain/case/command.ts';
import type { Holder } from '../../../domain/case/holder.ts';
import { decide, stepKeyOf } from '../../../domain/case/decide.ts';
import type { Verdict } from '../../../domain/case/decide.ts';
import type { Effect, EffectType, FailureClass } from '../../../domain/case/effect.ts';
import type { CaseEventOf, CaseEventType, RecordedEvent } from '../../../domain/case/event.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import type { Notice } from '../../../domain/case/notices/notice.ts';
import { noticesFor } from '../../../domain/case/notices.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { findPending, findRunningClock } from '../../../domain/case/state.ts';
import type { ClockId, ClockKey } from '../../../domain/clocks/clock-id.ts';
import type { CertificateNo } from '../../../domain/certificate/numbers.ts';
import { formatCertificateNo } from '../../../domain/certificate/numbers.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { addMs, parseInstant } from '../../../domain/time/instant.ts';
import { localDateOf } from '../../../domain/time/plain-date.ts';
import type { ParametersOf } from './commands.ts';
import { accept, actor, commandOf, nextCommandId } from './commands.ts';
import type { FactsOptions } from './facts.ts';
import { acceptingStation, factsWith } from './facts.ts';

/** Monday; five working days later is 2026-11-09, 17:30. */
export const start = parseInstant('2026-11-02T09:00:00+08:00');

type ResultOf<Type extends EffectType> = Omit<Extract<EffectResult, { type: Type }>, 'type'>;

type WithoutBase<Command> = Command extends unknown ? Omit<Command, 'commandId' | 'by'> : never;

let certificates = 0;

/** A case without a workflow: settles commands into events and a state, on a clock that goes on a second each time. */
export class Ledger {
  readonly events: RecordedEvent[] = [];
  /** What people were told, in the order of the events. */
  readonly notices: Notice[] = [];
  #state: CaseState | null = null;
  #options: FactsOptions;
  now: Instant = start;

  constructor(options: FactsOptions = {}) {
    this.#options = options;
  }

  get state(): CaseState {
    if (this.#state === null) throw new Error('nothing was accepted yet');
    return this.#state;
  }

  /** Decides a command at this moment and records what follows. */
  settle(command: CaseCommand): Verdict {
    const facts = factsWith(this.#options);
    const verdict = decide(this.#state, command, { now: this.now, facts });
    if (!verdict.ok) return verdict;
    const stepKey = stepKeyOf(this.#state, command);
    const recorded = verdict.events.map((event, index): RecordedEvent => {
      return { seq: this.events.length + index + 1, stepKey, occurredAt: this.now, event };
    });
    const state = recorded.reduce<CaseState | null>(evolve, this.#state);
    this.#state = state;
    this.events.push(...recorded);
    if (state !== null) this.notices.push(...recorded.flatMap((each) => noticesFor(each, state)));
    this.now = addMs(this.now, 1000);
    return verdict;
  }

  accept(change: Partial<AcceptCommand> = {}): this {
    return this.#must(accept(change));
  }

  /** An act that nothing stands in the way of. */
  do<A extends Act>(act: A, parameters: Partial<ParametersOf<A>> = {}, by?: Actor): this {
    return this.#must(commandOf(act, parameters, by));
  }

  /** Why an act is refused, or `null` if it is done. */
  refusalOf<A extends Act>(act: A, parameters: Partial<ParametersOf<A>> = {}, by?: Actor): string | null {
    const verdict = this.settle(commandOf(act, parameters, by));
    return verdict.ok ? null : verdict.rejection.code;
  }

  /** The pending effect of a type happens; a dossier arrives where it is handed over. */
  handOver(change: Partial<ResultOf<'transmit_dossier'>> = {}): this {
    const handedOverAt = this.now;
    const usual = { handedOverAt, deliveredAt: handedOverAt, pages: 3, told: [], gaps: [] };
    return this.#succeed({ type: 'transmit_dossier', ...usual, ...change });
  }

  /** The certificate that is asked for is made. */
  makeCertificate(change: Partial<ResultOf<'issue_certificate'>> = {}): this {
    const usual = { certificateNo: this.nextNumber(), sha256: 'ab', differsFrom: null };
    return this.#succeed({ type: 'issue_certificate', ...usual, ...change });
  }

  sendFiling(): this {
    return this.#succeed({ type: 'send_filing', sentAt: this.now });
  }

  fail(type: EffectType, failureClass: FailureClass = 'service_unavailable'): this {
    const failure = { failureClass, message: '服务没有回应。' };
    return this.#must({ type: 'effect_failed', effect: this.pending(type), failure });
  }

  /** Fails, and again at every next try, until nothing tries it by itself any more. */
  failForGood(type: EffectType, failureClass: FailureClass = 'service_unavailable'): this {
    this.fail(type, failureClass);
    for (;;) {
      const retry = agenda(this.state).find(({ kind }) => kind === 'retry');
      if (retry === undefined) return this;
      this.now = retry.at;
      this.comeDue(retry);
      this.fail(type, failureClass);
    }
  }

  goTo(instant: string): this {
    this.now = parseInstant(instant);
    return this;
  }

  /** Lets everything come due until an instant, each at its own, and goes there. */
  passUntil(instant: string): this {
    const until = parseInstant(instant);
    for (;;) {
      const [item] = agenda(this.state);
      if (item === undefined || item.at > until) break;
      if (item.at > this.now) this.now = item.at;
      this.comeDue(item);
    }
    return this.goTo(instant);
  }

  comeDue(item: AgendaItem): Verdict {
    return this.settle({ type: 'come_due', item, told: [], gaps: [] });
  }

  /** Both stations are under other facts from now on, and the case is told of a calendar or a policy. */
  revise(options: FactsOptions): this {
    this.#options = { ...this.#options, ...options };
    const { version } = factsWith(this.#options).home.calendar;
    return this.#must({ type: 'calendar_revised', commandId: nextCommandId(), version });
  }

  migrate(options: FactsOptions): this {
    this.#options = { ...this.#options, ...options };
    const by = actor('system_administrator');
    return this.#must({ type: 'migrate_policy', commandId: nextCommandId(), by });
  }

  /** An administrator does something about the case as a whole, if nothing stands in his way. */
  administer(remedy: WithoutBase<CaseRemedy>): this {
    const by = actor('system_administrator');
    return this.#must({ ...remedy, commandId: nextCommandId(), by });
  }

  /** The events of a type, oldest first. */
  eventsOf<Type extends CaseEventType>(type: Type): CaseEventOf<Type>[] {
    const isOf = (event: RecordedEvent['event']): event is CaseEventOf<Type> => event.type === type;
    return this.events.map(({ event }) => event).filter(isOf);
  }

  /** The keys of the clocks that run, of one kind or of all: `verification/1`. */
  running(clock?: ClockId): ClockKey[] {
    return Object.values(this.state.clocks)
      .filter((each) => each.stoppedAt === null && (clock === undefined || each.clock === clock))
      .map(({ key }) => key);
  }

  get dueAt(): Instant | undefined {
    return findRunningClock(this.state, 'verification')?.deadline.dueAt;
  }

  get holder(): Holder | undefined {
    return this.state.custody.at(-1)?.holder;
  }

  /** What lies ahead: `verification/1/R2 2026-11-06T08:30`. */
  ahead(): string[] {
    return agenda(this.state).map((item) => `${agendaStepKey(item)} ${item.at.slice(0, 16)}`);
  }

  /** What has fired: `verification/1/R2 2026-11-06T08:30`. */
  fired(): string[] {
    return this.events
      .filter(({ event }) => event.type === 'rung_fired')
      .map(({ stepKey, occurredAt }) => `${stepKey} ${occurredAt.slice(0, 16)}`);
  }

  pending(type: EffectType): Effect {
    const pending = findPending(this.state, type);
    if (pending === undefined) throw new Error(`no ${type} is pending`);
    return pending.effect;
  }

  nextNumber(): CertificateNo {
    certificates += 1;
    return formatCertificateNo(acceptingStation, localDateOf(this.now), certificates % 99_999 || 1);
  }

  #succeed(result: EffectResult): this {
    const effect = this.pending(result.type);
    return this.#must({ type: 'effect_succeeded', effect, result } satisfies EffectReport);
  }

  #must(command: CaseCommand): this {
    const verdict = this.settle(command);
    if (!verdict.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(verdict.rejection)}`);
    return this;
  }
}
