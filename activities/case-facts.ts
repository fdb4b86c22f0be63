import { timetableOf } from '../domain/policy.ts';
import type { PolicyVersion, ProvincePolicy } from '../domain/policy.ts';
import { excerptOf } from '../domain/calendar/working-calendar.ts';
import type { CaseFacts, StationFacts } from '../domain/clocks/facts.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { addDays } from '../domain/time/plain-date.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import { provinceOf, regionsOf } from '../domain/units/unit-tree.ts';
import type { CalendarDirectory } from '../db/calendar-directory.ts';
import type { Database } from '../db/database.ts';
import { getPolicy, getPolicyInForce } from '../db/repositories/policies.ts';
import type { UnitDirectory } from '../db/unit-directory.ts';
import type { FactsQuestion } from '../workflows/contract.ts';

// A term with the longest holiday and its ladder ends within it.
const excerptDays = 120;

export interface CaseFactsDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly calendars: CalendarDirectory;
}

/** What a workflow must know beyond the ledger of its case; recorded in its history as it was read. */
export function createCaseFactsActivities({ database, units, calendars }: CaseFactsDeps) {
  return {
    /** Calendar, office hours and policy of both stations of a case, as of a day. */
    async readFacts(
      question: FactsQuestion & { readonly asOf: PlainDate; readonly since: PlainDate },
    ): Promise<CaseFacts> {
      const { acceptingStation, homeStation, acceptingPolicy, homePolicy, keptFor, asOf, since } = question;
      const [tree, published] = await Promise.all([units.tree(), calendars.published()]);
      const window = { from: since, to: addDays(asOf, excerptDays) };
      const factsOf = (station: UnitCode, policy: ProvincePolicy): StationFacts => {
        const regions = regionsOf(tree, station);
        return {
          station,
          policyVersion: policy.version,
          calendar: excerptOf(published, { ...window, regions }),
          timetable: timetableOf(policy, regions),
        };
      };
      const policyFor = (station: UnitCode, version: PolicyVersion | null) =>
        version === null
          ? getPolicyInForce(database, provinceOf(tree, station).code)
          : getPolicy(database, version);
      // A running case keeps its policy unless it is migrated on purpose; another province has its own.
      const isKept =
        keptFor === undefined || provinceOf(tree, keptFor).code === provinceOf(tree, homeStation).code;
      const [accepting, home] = await Promise.all([
        policyFor(acceptingStation, acceptingPolicy),
        policyFor(homeStation, isKept ? homePolicy : null),
      ]);
      return {
        policies: { [accepting.version]: accepting, [home.version]: home },
        accepting: factsOf(acceptingStation, accepting),
        home: factsOf(homeStation, home),
      };
    },
  };
}
