import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { waitFor } from '../../../platform/wait-for.ts';
import type { Counter } from './counter.ts';
import { openCounter } from './counter.ts';
import type { Fault, FaultKind } from './fault.ts';
import { heal, inflict } from './inflict.ts';
import { findViolations } from './invariants/invariants.ts';
import type { Observed } from './invariants/observed.ts';
import { planFaults } from './plan.ts';
import { points } from './points.ts';
import { comeToRest } from './rest.ts';
import type { FaultResult, InflictedFault } from './result.ts';
import { lineOf, resultOf } from './result.ts';
import type { Stage } from './stage.ts';
import { openStage } from './stage.ts';
import { startTraffic } from './traffic.ts';

export interface FaultOptions {
  readonly seed: number;
  readonly faults: number;
  readonly kinds: readonly FaultKind[];
  /** How many cases are under way at any time. */
  readonly counters: number;
  readonly cacheDir: string;
  /** For how long faults are inflicted at most; what is left of the plan then is left out. */
  readonly limitMs: number;
  /** Looks at the house once more before it is closed: the test of the invariants does. */
  readonly inspect?: (observed: Observed) => Promise<void>;
}

/** After a fault somebody has to be answered before the next one comes, or nothing would happen between them. */
const progressTimeoutMs = 180_000;
/** How long the cases under way may take to their end once everything is healed. */
const finishTimeoutMs = 420_000;

/**
 * Lets people play cases while one fault after the other is inflicted, heals the house, lets it come to rest and checks what must
 * hold. The folder with the logs is kept, and named, when something does not.
 */
export async function runFaults(
  { seed, faults, kinds, counters, cacheDir, limitMs, inspect }: FaultOptions,
  tell: (line: string) => void,
): Promise<FaultResult> {
  const startedAtMs = performance.now();
  const tellTime = (what: string) => {
    tell(`${what}（${Math.round((performance.now() - startedAtMs) / 1000)} 秒）`);
  };
  const plan = planFaults({ seed, faults, kinds });
  const stage = await openStage(cacheDir);
  let ending: 'removed' | 'kept' = 'kept';
  const over = new AbortController();
  try {
    const serverErrors: string[] = [];
    const counter = await openCounter({
      ...{ apiUrl: stage.apiUrl, issuer: stage.issuer },
      patience: {
        signal: over.signal,
        onServerError: (status, where) => serverErrors.push(`${status} ${where} ${new Date().toISOString()}`),
      },
    });
    tellTime('就绪');
    const traffic = startTraffic(counter, counters);
    const inflicted: InflictedFault[] = [];
    const endsAtMs = performance.now() + limitMs;
    for (const planned of plan) {
      if (performance.now() > endsAtMs) break;
      await pause(planned.afterMs);
      await untilFit(stage, planned.fault);
      const at = new Date().toISOString();
      const hit = await inflict(stage, planned.fault);
      inflicted.push({ ...planned, hit, at });
      await appendFile(
        path.join(stage.folder, 'logs', 'faults.jsonl'),
        `${JSON.stringify(inflicted.at(-1))}\n`,
      );
      tell(lineOf(planned, hit));
      await untilAnswered(counter);
    }
    await heal(stage);
    tellTime('故障已全部恢复');
    const stuck = pause(finishTimeoutMs, undefined, { signal: over.signal, ref: false }).then(
      () => {
        over.abort(new Error('it was not finished when everything was healed'));
      },
      () => undefined,
    );
    await traffic.finish();
    tellTime('在办件已办完');
    // What has not come to rest is found by the checks.
    if (!over.signal.aborted)
      await comeToRest(stage).catch((error: unknown) => {
        tell(String(error));
      });
    tellTime('已静止，开始核对');
    const observed: Observed = {
      ...{ owner: stage.owner, client: stage.client, serverErrors },
      ...{ sent: counter.sent, played: traffic.played, messageIds: stage.mail.messageIds },
      exportOf: (person, caseNo) => counter.download(person, `/v1/cases/${caseNo}/export`),
    };
    const violations = await findViolations(observed);
    tellTime('核对完毕');
    await inspect?.(observed);
    over.abort();
    await stuck;
    if (violations.length === 0) ending = 'removed';
    const elapsedMs = Math.round(performance.now() - startedAtMs);
    const { worker, api } = stage.programs;
    const endedByThemselves = { worker: worker.endedByItself(), api: api.endedByItself() };
    return resultOf({ seed, inflicted, played: traffic.played, violations, endedByThemselves, elapsedMs });
  } finally {
    over.abort();
    if (ending === 'kept') tell(`日志：${stage.folder}`);
    await stage.close(ending);
  }
}

/** What is to be killed has to be up, or the fault is none. */
async function untilFit({ programs: { worker, api } }: Stage, fault: Fault): Promise<void> {
  const victim =
    fault.kind === 'kill'
      ? fault.victim
      : fault.kind === 'kill_at_point'
        ? points[fault.point].victim
        : undefined;
  // At a point of the code everything has to be up: nobody would come there.
  if (fault.kind === 'kill_at_point') await Promise.all([worker.ready(), api.ready()]);
  else if (victim === 'worker' || victim === 'chromium') await worker.ready();
  else if (victim === 'api') await api.ready();
}

async function untilAnswered(counter: Counter): Promise<void> {
  const before = counter.answered();
  await waitFor(() => counter.answered() > before, { timeoutMs: progressTimeoutMs, what: '应答' });
}
