import { heartbeat } from '@temporalio/activity';
import { parseCalendarFile } from '../domain/calendar/parse-calendar.ts';
import type { OpenDeadline } from '../domain/calendar/revision-impact.ts';
import { ImpactTally, withCalendarFile } from '../domain/calendar/revision-impact.ts';
import type { ClockSide } from '../domain/clocks/clock.ts';
import { sideOfClock } from '../domain/clocks/clock.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { PolicyVersion, ProvincePolicy } from '../domain/policy.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { regionsOf } from '../domain/units/unit-tree.ts';
import type { CalendarDirectory } from '../db/calendar-directory.ts';
import type { Database } from '../db/database.ts';
import type { OpenCase } from '../db/repositories/calendar-cases.ts';
import { listOpenCases } from '../db/repositories/calendar-cases.ts';
import { findDryRun, finishDryRun } from '../db/repositories/calendar-dry-runs.ts';
import { getPolicy } from '../db/repositories/policies.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { withClassifiedFailures } from './failures.ts';

// 20,000 open cases in pages of this size took 0.4 s.
const pageSize = 1000;

export interface CalendarDryRunDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly calendars: CalendarDirectory;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Finds out what a calendar would do to the open cases of the whole country, which no caller of the API sees. */
export function createCalendarDryRunActivities(deps: CalendarDryRunDeps) {
  const { database, units, calendars, clock, log } = deps;
  return {
    dryRunCalendar: withClassifiedFailures(log, async (id: string): Promise<void> => {
      const dryRun = await findDryRun(database, id);
      if (dryRun === undefined) throw new Error(`dry run ${id} was asked for and is not there`);
      const published = await calendars.published();
      const tree = await units.tree();
      const candidate = withCalendarFile(published, parseCalendarFile(dryRun.document), `dry-run/${id}`);
      const tally = new ImpactTally(candidate);
      const policyOf = createPolicyReader(database);
      for (let after: CaseNo | '' | undefined = ''; after !== undefined;) {
        const page: OpenCase[] = await listOpenCases(database, { after, limit: pageSize });
        const deadlines = await Promise.all(page.map((open) => deadlinesOf(tree, open, policyOf)));
        tally.add(deadlines.flat());
        after = page.length < pageSize ? undefined : page.at(-1)?.caseNo;
        heartbeat();
      }
      const { impact } = tally;
      await finishDryRun(database, id, { basedOn: published.version, impact, finishedAt: clock.now() });
    }),
  };
}

/** The deadlines of a case that run, and those that wait for a calendar, each by the calendar of the station that it is for. */
async function deadlinesOf(
  tree: UnitTree,
  open: OpenCase,
  policyOf: (version: PolicyVersion) => Promise<ProvincePolicy>,
): Promise<OpenDeadline[]> {
  const { caseNo, homeStation } = open;
  const stations = { accepting: open.acceptingStation, home: homeStation } as const;
  const regions = (side: ClockSide) => regionsOf(tree, stations[side]);
  const running = open.clocks.map(async ({ clock, station, ...deadline }): Promise<OpenDeadline> => {
    const side = sideOfClock({ clock, station }, homeStation);
    const { onEarlierDueDate: onEarlier } = await policyOf(open.policyVersions[side]);
    return { ...deadline, caseNo, regions: regions(side), onEarlier };
  });
  const waiting = open.waitingClocks.map(
    async ({ clock, station, demandedWorkingDays, ...start }): Promise<OpenDeadline> => {
      const side = sideOfClock({ clock, station }, homeStation);
      const { terms, onEarlierDueDate: onEarlier } = await policyOf(open.policyVersions[side]);
      const termWorkingDays = demandedWorkingDays ?? terms[clock].count;
      const noDates = { dueDate: null, knownCalendarDate: null };
      return { ...start, ...noDates, caseNo, regions: regions(side), termWorkingDays, onEarlier };
    },
  );
  return Promise.all([...running, ...waiting]);
}

/** Reads each policy once: a country has some thirty, and cases keep them. */
function createPolicyReader(database: Database): (version: PolicyVersion) => Promise<ProvincePolicy> {
  const known = new Map<PolicyVersion, Promise<ProvincePolicy>>();
  return (version) => {
    const policy = known.get(version) ?? getPolicy(database, version);
    known.set(version, policy);
    return policy;
  };
}
