import { ApplicationFailure, Context, heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { AdministrativeCommand } from '../domain/case/command.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { CalendarDirectory } from '../db/calendar-directory.ts';
import type { Database } from '../db/database.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import { countCasesBehind, listCasesBehind, readRevisionOutcome } from '../db/repositories/calendar-cases.ts';
import { findRollout, saveRollout } from '../db/repositories/calendar-rollouts.ts';
import type { Clock } from '../platform/clock.ts';
import { traceOf } from '../platform/error-trace.ts';
import type { Logger } from '../platform/logger.ts';
import type { RolloutProgress } from '../workflows/contract.ts';
import {
  calendarRolloutStart,
  calendarRolloutWorkflowName,
  caseWorkflowId,
  commandUpdate,
} from '../workflows/contract.ts';
import { tellAdministrators } from './administrator-notices.ts';
import { withClassifiedFailures } from './failures.ts';

// A page of the roll-out; its workflow waits a moment after each, so that people's acts are not held up.
const pageSize = 100;
const toldAtOnce = 10;
// A case answers in tens of milliseconds; one that does not by then is tried again at the end.
const caseTimeoutMs = 10_000;

export interface CalendarRolloutDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly calendars: CalendarDirectory;
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface RolloutStep {
  readonly version: string;
  readonly caseNos: readonly CaseNo[];
  readonly progress: RolloutProgress;
}

/** Brings a published calendar to every open case. Each step may be done again: a case takes a version over once. */
export function createCalendarRolloutActivities(deps: CalendarRolloutDeps) {
  const { database, calendars, client, clock, log } = deps;

  async function tell(version: string, caseNos: readonly CaseNo[]): Promise<void> {
    for (let first = 0; first < caseNos.length; first += toldAtOnce) {
      await Promise.all(caseNos.slice(first, first + toldAtOnce).map((caseNo) => tellCase(version, caseNo)));
      // The worker shuts down: another goes on with what is left.
      if (Context.current().cancellationSignal.aborted) {
        throw ApplicationFailure.create({ type: 'service_unavailable', message: '系统重启，稍后继续。' });
      }
      heartbeat();
    }
  }

  /** Whether it worked is read from the ledger afterwards, together with what came of it. */
  async function tellCase(version: string, caseNo: CaseNo): Promise<void> {
    const commandId = commandIdOf(version);
    const command: AdministrativeCommand = { type: 'calendar_revised', commandId, version };
    try {
      await client.withAbortSignal(Context.current().cancellationSignal, () =>
        client.withDeadline(Date.now() + caseTimeoutMs, () =>
          client.workflow
            .getHandle(caseWorkflowId(caseNo))
            .executeUpdate(commandUpdate, { updateId: commandId, args: [command] }),
        ),
      );
    } catch (error) {
      log.warn({ caseNo, version, ...traceOf(error) }, 'case did not take the calendar over');
    }
  }

  const startLeftover = withClassifiedFailures(log, async (): Promise<number> => {
    const { version } = await calendars.published();
    const behind = await countCasesBehind(database, version);
    if (behind === 0) return 0;
    await client.workflow.start(calendarRolloutWorkflowName, calendarRolloutStart(version));
    log.warn({ version, behind }, 'open cases are behind the published calendar; rolling out');
    return behind;
  });

  return {
    /** Where a roll-out begins, or goes on when cases turned up after its end. */
    beginRollout: withClassifiedFailures(log, async (version: string): Promise<RolloutProgress> => {
      const known = await findRollout(database, version);
      const { done = 0, moved = 0, earlier = 0 } = known ?? {};
      const total = done + (await countCasesBehind(database, version));
      const progress = { total, done, moved, earlier, failed: [] };
      const startedAt = known?.startedAt ?? clock.now();
      await saveRollout(database, { version, startedAt, status: 'running', finishedAt: null, ...progress });
      return progress;
    }),

    /** The next cases to tell, none when all have been; `superseded` when another calendar was published meanwhile. */
    listNextCases: withClassifiedFailures(
      log,
      async ({ version, except }: { version: string; except: readonly CaseNo[] }) => {
        if ((await calendars.published()).version !== version) return 'superseded' as const;
        return listCasesBehind(database, version, { except, limit: pageSize });
      },
    ),

    /** Tells cases and says how far the roll-out has come with them. */
    reviseCases: withClassifiedFailures(
      log,
      async ({ version, caseNos, progress }: RolloutStep): Promise<RolloutProgress> => {
        await tell(version, caseNos);
        const stepKey = commandIdOf(version);
        const outcome = await readRevisionOutcome(database, { version, stepKey, caseNos });
        const next = {
          total: progress.total,
          done: progress.done + caseNos.length - outcome.behind.length,
          moved: progress.moved + outcome.moved,
          earlier: progress.earlier + outcome.earlier,
          failed: [...progress.failed, ...outcome.behind],
        };
        await save(version, next);
        return next;
      },
    ),

    /** Tells the cases that did not answer; fails, to be tried again later, while one of them still does not. */
    insistOnCases: withClassifiedFailures(
      log,
      async ({ version, caseNos }: Omit<RolloutStep, 'progress'>): Promise<void> => {
        await tell(version, caseNos);
        const stepKey = commandIdOf(version);
        const { behind } = await readRevisionOutcome(database, { version, stepKey, caseNos });
        if (behind.length > 0) {
          throw ApplicationFailure.create({
            type: 'service_unavailable',
            message: `${behind.length}件申请件尚未重算期限。`,
          });
        }
      },
    ),

    endRollout: withClassifiedFailures(
      log,
      async ({
        version,
        progress,
        status,
      }: {
        version: string;
        progress: RolloutProgress;
        status: 'finished' | 'superseded';
      }): Promise<void> => {
        const known = await findRollout(database, version);
        if (known === undefined) throw new Error(`roll-out ${version} ends and has not begun`);
        await saveRollout(database, {
          ...known,
          ...progress,
          failed: [...progress.failed],
          status,
          finishedAt: clock.now(),
        });
        const { done, moved, failed } = progress;
        if (failed.length > 0) {
          await tellAdministrators(deps, {
            subjectKey: `calendar-rollout/${version}/${known.startedAt}`,
            text: `工作日历推送结束，仍有${failed.length}件在办申请件未能重算期限，请在日历推送记录中查看并处理；系统每日自动补推。`,
            at: clock.now(),
          });
        }
        log.info({ version, status, done, moved, failed: failed.length }, 'calendar roll-out ended');
      },
    ),

    /**
     * Starts the roll-out again when an open case is behind: one that was being accepted while the calendar changed,
     * one that did not answer for a day, or a publication whose roll-out could not be started. Answers how many are.
     */
    startLeftoverRollout: (): Promise<number> => startLeftover(undefined),
  };

  async function save(version: string, progress: RolloutProgress): Promise<void> {
    const known = await findRollout(database, version);
    if (known === undefined) throw new Error(`roll-out ${version} goes on and has not begun`);
    await saveRollout(database, { ...known, ...progress, failed: [...progress.failed] });
  }
}

/** The same command for each case and each try: its ledger takes it once. */
function commandIdOf(version: string): CommandId {
  return `calendar/${version}` as CommandId;
}
