import { ApplicationFailure, setHandler } from '@temporalio/workflow';
import type { CaseCommand, EffectReport } from '../domain/case/command.ts';
import type { Rejection } from '../domain/case/rejection.ts';
import type { CommandOutcome, SentCommand } from './contract.ts';
import { commandSignal, commandUpdate } from './contract.ts';
import type { TraceContext } from './trace-context.ts';
import { traceContext } from './trace-context.ts';

/** A command with whoever waits for its verdict. Only a person's act has somebody waiting. */
export interface Message {
  readonly command: CaseCommand;
  readonly trace: TraceContext;
  settle(outcome: CommandOutcome): void;
  reject(rejection: Rejection): void;
}

export interface Inbox {
  /** The oldest message that was not taken yet. */
  take(): Message | undefined;
  push(report: EffectReport): void;
  isEmpty(): boolean;
  /** Messages that were not taken yet. */
  readonly size: number;
}

/**
 * Takes every command in one after the other. The status is checked at its head and not in an Update validator:
 * two Updates of one workflow task, and every Update that a reset re-applies, would be validated before the
 * first of them has changed the state, and a lawful act would be lost.
 */
export function openInbox(): Inbox {
  const queue: Message[] = [];
  setHandler(
    commandUpdate,
    (command: SentCommand) =>
      new Promise<CommandOutcome>((settle, fail) => {
        queue.push({
          command,
          trace: traceContext(),
          settle,
          reject: (rejection) => {
            fail(ApplicationFailure.nonRetryable(rejection.code, rejection.code, rejection));
          },
        });
      }),
  );
  setHandler(commandSignal, (command) => {
    queue.push(unattended(command));
  });
  return {
    take: () => queue.shift(),
    push: (report) => {
      queue.push(unattended(report));
    },
    isEmpty: () => queue.length === 0,
    get size() {
      return queue.length;
    },
  };
}

/** A message that nobody waits for. */
export function unattended(command: CaseCommand): Message {
  const nobodyWaits = () => undefined;
  return { command, trace: traceContext(), settle: nobodyWaits, reject: nobodyWaits };
}
