import { findCase } from '../../../db/repositories/cases.ts';
import { listEvents } from '../../../db/repositories/ledger.ts';
import type { EffectRemedy } from '../../../domain/case/command.ts';
import type { EffectKey } from '../../../domain/case/effect.ts';
import { effectKeyOf, effectTitles } from '../../../domain/case/effect.ts';
import type { Finding } from '../../../domain/operations/remedy.ts';
import { caseWorkflowId, commandSignal } from '../../../workflows/contract.ts';
import type { Applied, Remedier, Treatment } from './remedier.ts';
import {
  administratorOf,
  applied,
  caseOf,
  commandIdOf,
  minuteMs,
  notApplicable,
  notYet,
} from './remedier.ts';

// A worker of documents that is away is waited for ten minutes by the effect itself, three times.
const patienceMs = 35 * minuteMs;

export const retryEffect: Remedier<'retry_effect'> = {
  patienceMs,
  apply: (treatment, { effectKey }) => send(treatment, { type: 'retry_effect', effectKey }),
  look: (treatment, { effectKey }) => lookAtEffect(treatment, effectKey),
};

export const substituteEffect: Remedier<'substitute_effect'> = {
  patienceMs: 2 * minuteMs,
  apply: (treatment, { effectKey, doneAt, pages }) =>
    send(treatment, { type: 'substitute_effect', effectKey, doneAt, pages }),
  look: (treatment, { effectKey }) => lookAtEffect(treatment, effectKey),
};

type Told =
  | Pick<Extract<EffectRemedy, { type: 'retry_effect' }>, 'type' | 'effectKey'>
  | Pick<Extract<EffectRemedy, { type: 'substitute_effect' }>, 'type' | 'effectKey' | 'doneAt' | 'pages'>;

/** A Signal is kept where no worker answers, and its id is the step: the ledger takes it once. */
async function send(treatment: Treatment, told: Told): Promise<Applied> {
  const { client, database } = treatment;
  const caseNo = caseOf(treatment);
  const state = (await findCase(database, caseNo))?.state;
  if (state?.paused !== undefined) return notApplicable('案件已暂停办理，请先恢复。');
  const pending = state?.pending[told.effectKey];
  if (pending?.progress.kind !== 'failed') {
    return notApplicable(pending === undefined ? '该操作已不再挂起。' : '该操作正在执行。');
  }
  const by = administratorOf(treatment);
  await client.workflow
    .getHandle(caseWorkflowId(caseNo))
    .signal(commandSignal, { ...told, by, commandId: commandIdOf(treatment) });
  return applied;
}

/** What the ledger says of an effect since the remedy was applied. */
async function lookAtEffect(treatment: Treatment, effectKey: EffectKey): Promise<Finding> {
  const { database, application } = treatment;
  const caseNo = caseOf(treatment);
  const state = (await findCase(database, caseNo))?.state;
  const pending = state?.pending[effectKey];
  if (pending === undefined) return { standing: 'moved', finding: '该操作已有结果。' };
  const since = await listEvents(database, caseNo, application.seqBefore ?? 0);
  const failed = since
    .map(({ event }) => event)
    .findLast((event) => event.type === 'effect_failed' && effectKeyOf(event.effect) === effectKey);
  if (failed?.type !== 'effect_failed') return notYet;
  const { failure, effect, failures } = failed;
  return {
    standing: 'not_moved',
    finding: `${effectTitles[effect.type]}第 ${failures} 次失败（${failure.failureClass}）：${failure.message}`,
  };
}
