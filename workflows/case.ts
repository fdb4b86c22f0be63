import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { agenda } from '../domain/case/agenda.ts';
import type { Effect } from '../domain/case/effect.ts';
import { effectKeyOf } from '../domain/case/effect.ts';
import { effectsUnderWay } from '../domain/case/state.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseOutcome } from '../domain/case/status.ts';
import { epochMsOf } from '../domain/time/instant.ts';
import { CaseBook } from './case-book.ts';
import type { CaseInput } from './contract.ts';
import { performEffect } from './effects.ts';
import type { Inbox, Message } from './inbox.ts';
import { openInbox, unattended } from './inbox.ts';

/** Carries one case from its acceptance to its close: waits for the next command or instant, and settles it. */
export async function caseWorkflow(input: CaseInput): Promise<CaseOutcome> {
  const inbox = openInbox();
  const book = new CaseBook(input);
  const underWay = new Set<string>();
  if (input.begin === 'from_ledger') await book.catchUp();

  while (book.state?.status !== 'closed') {
    for (const effect of book.state === null ? [] : effectsUnderWay(book.state)) {
      void perform(effect);
    }
    const message = await nextMessage(inbox, book.state);
    const settlement = await book.settle(message.command);
    if (settlement.ok) message.settle({ seq: settlement.state.seq, status: settlement.state.status });
    else message.reject(settlement.rejection);
    if (workflowInfo().continueAsNewSuggested && inbox.isEmpty()) {
      await condition(allHandlersFinished);
      if (inbox.isEmpty()) await continueAsNew<typeof caseWorkflow>({ ...input, begin: 'from_ledger' });
    }
  }
  await answerTheRest(inbox, book);
  await condition(allHandlersFinished);
  return outcomeOf(book.state);

  async function perform(effect: Effect): Promise<void> {
    const key = effectKeyOf(effect);
    if (underWay.has(key)) return;
    underWay.add(key);
    const report = await performEffect({ caseNo: input.caseNo, effect });
    underWay.delete(key);
    inbox.push(report);
  }
}

async function nextMessage(inbox: Inbox, state: CaseState | null): Promise<Message> {
  const item = state === null ? undefined : agenda(state)[0];
  if (item === undefined) return required(await inbox.next(undefined));
  const message = await inbox.next(Math.max(1, epochMsOf(item.at) - Date.now()));
  return message ?? unattended({ type: 'come_due', item });
}

/** Acts that came in while the last one closed the case are told so, not left waiting. */
async function answerTheRest(inbox: Inbox, book: CaseBook): Promise<void> {
  while (!inbox.isEmpty()) {
    const message = required(await inbox.next(undefined));
    const settlement = await book.settle(message.command);
    if (settlement.ok) message.settle({ seq: settlement.state.seq, status: settlement.state.status });
    else message.reject(settlement.rejection);
  }
}

function required(message: Message | undefined): Message {
  if (message === undefined) throw new Error('the inbox woke without a message');
  return message;
}

function outcomeOf(state: CaseState): CaseOutcome {
  if (state.outcome === null) throw new Error('a closed case has an outcome');
  return state.outcome;
}
