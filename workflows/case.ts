import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  makeContinueAsNewFunc,
  workflowInfo,
} from '@temporalio/workflow';
import type { AgendaItem } from '../domain/case/agenda-item.ts';
import { agenda } from '../domain/case/agenda.ts';
import { audienceOf } from '../domain/case/rung-audience.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { CaseOutcome } from '../domain/case/status.ts';
import { Alarm } from './alarm.ts';
import { CaseBook } from './case-book.ts';
import type { CaseInput } from './contract.ts';
import { catchUpSignal, standingQuery } from './contract.ts';
import { EffectsUnderWay } from './effects-under-way.ts';
import type { Message } from './inbox.ts';
import { openInbox, unattended } from './inbox.ts';
import { recipientsOf } from './recipients.ts';
import { forTrace } from './trace-context.ts';

// A new case brings its acceptance with its start. One that hears nothing was reset without its acts: the ledger knows it.
const firstCommandTimeout = '1 minute';

/**
 * Carries one case from its acceptance to its close: waits for the next command or instant, and settles it. A closed
 * case that somebody opens again (a voided certificate) begins anew from its ledger.
 */
export async function caseWorkflow(input: CaseInput): Promise<CaseOutcome> {
  const inbox = openInbox();
  const alarm = new Alarm();
  const book = new CaseBook(input.caseNo);
  const effects = new EffectsUnderWay(input.caseNo, inbox);
  setHandler(standingQuery, () => ({
    seq: book.state?.seq ?? 0,
    status: book.state?.status ?? null,
    wakesAt: alarm.at ?? null,
    awaited: effects.awaited,
    unread: inbox.size,
  }));
  setHandler(catchUpSignal, () => {
    book.askToCatchUp();
  });
  let asked: Message | undefined;
  if (input.begin === 'from_ledger') await book.catchUp();

  while (book.state?.status !== 'closed' || !inbox.isEmpty()) {
    if (book.state === null && !(await condition(() => !inbox.isEmpty(), firstCommandTimeout))) {
      await book.catchUp();
      continue;
    }
    const item = book.state === null ? undefined : agenda(book.state)[0];
    if (book.state !== null) effects.start(book.state, asked?.trace);
    alarm.set(item?.at);
    if (inbox.isEmpty()) await condition(() => !inbox.isEmpty() || alarm.hasRung || book.isAskedToCatchUp);
    if (book.isAskedToCatchUp) {
      await book.catchUp();
      continue;
    }
    asked = inbox.take() ?? (await comeDue(item, book.state));
    await settle(asked);
    if (workflowInfo().continueAsNewSuggested && inbox.isEmpty() && effects.nobodyWaits()) {
      await condition(allHandlersFinished);
      if (inbox.isEmpty()) await beginNewRun(input);
    }
  }
  alarm.set(undefined);
  effects.settleAll(book.state);
  await condition(allHandlersFinished);
  return outcomeOf(book.state);

  async function settle(message: Message): Promise<void> {
    const settlement = await forTrace(message.trace, () => book.settle(message.command));
    if (settlement.ok) effects.settle(message, settlement.state);
    else message.reject(settlement.rejection);
  }
}

/** Begins a new run from the ledger: with pinned builds on the current one, where that is another. */
function beginNewRun(input: CaseInput): Promise<never> {
  const next: CaseInput = { ...input, begin: 'from_ledger' };
  if (!workflowInfo().targetWorkerDeploymentVersionChanged) return continueAsNew<typeof caseWorkflow>(next);
  return makeContinueAsNewFunc<typeof caseWorkflow>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(next);
}

/** An instant of the agenda as the command that it is; a rung with the people whom the directory names just now. */
async function comeDue(item: AgendaItem | undefined, state: CaseState | null): Promise<Message> {
  if (item === undefined || state === null) throw new Error('the alarm rang for nothing');
  if (item.kind === 'retry') return unattended({ type: 'come_due', item, told: [], gaps: [] });
  return unattended({ type: 'come_due', item, ...(await recipientsOf(state, audienceOf(item, state))) });
}

function outcomeOf(state: CaseState): CaseOutcome {
  if (state.outcome === null) throw new Error('a closed case has an outcome');
  return state.outcome;
}
