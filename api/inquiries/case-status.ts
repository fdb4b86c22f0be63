import type { Static } from '@fastify/type-provider-typebox';
import { readWorkplaces } from '../../db/directory-part.ts';
import { findInquiredCase } from '../../db/repositories/case-inquiries.ts';
import { withScope } from '../../db/scope.ts';
import type { Holder } from '../../domain/case/holder.ts';
import { outcomeTitles, statusTitles } from '../../domain/case/status.ts';
import type { Workplaces } from '../../domain/directory/workplace.ts';
import { stationAtWork, stationInCharge } from '../../domain/directory/workplace.ts';
import { applicantStatusOf } from '../../domain/inquiry/applicant-status.ts';
import { typedCode, typedNumber } from '../../domain/inquiry/printed-code.ts';
import type { InquiredCase } from '../../domain/inquiry/situation.ts';
import { situations } from '../../domain/inquiry/situation.ts';
import { paperUnitOf } from '../../domain/papers/paper-unit.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';
import { hashesOfCode } from '../../platform/printed-secrets.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import type { CaseStatusSchema } from '../schemas/inquiry.ts';
import { attempt } from './attempts.ts';

export type CaseStatusView = Static<typeof CaseStatusSchema>;

/** What somebody asks with: what is printed on a receipt, as he typed it. */
export interface StatusInquiry {
  readonly address: string;
  readonly caseNo: string;
  readonly code: string;
}

/** How a case stands, for whoever holds one of its receipts. @throws {Problem} 404, 429 */
export async function inquireStatus(deps: ApiDeps, inquiry: StatusInquiry): Promise<CaseStatusView> {
  // A number that cannot exist is looked for like any other.
  const caseNo = typedNumber(inquiry.caseNo);
  const codeHashes = hashesOfCode(deps.database.keys, caseNo, typedCode(inquiry.code));
  const inquired = await attempt(
    deps,
    { address: inquiry.address, of: { kind: 'case', subject: caseNo } },
    () => findInquiredCase(deps.database, caseNo, codeHashes),
    () => new Problem('case_status_not_found'),
  );
  return statusView(deps, caseNo, inquired);
}

async function statusView(deps: ApiDeps, caseNo: string, inquired: InquiredCase): Promise<CaseStatusView> {
  const now = deps.clock.now();
  const today = localDateOf(now);
  const { acceptingStation, acceptedAt, closedAt, status, outcome } = inquired;
  const tree = await deps.units.tree();
  // The directory is for staff; what an applicant is told is told for the station that accepted him.
  const workplaces = await withScope(deps.database, acceptingStation, (executor) =>
    readWorkplaces(executor, tree),
  );
  const { situation, heldBy, due } = applicantStatusOf(inquired, now);
  const { sentence, next, bring, office } = situations[situation];
  const units = unitsOf(workplaces, inquired, today);
  return {
    caseNo,
    asOf: now,
    ...{ status, statusTitle: statusTitles[status] },
    ...{ outcome, outcomeTitle: outcome === null ? null : outcomeTitles[outcome] },
    acceptedOn: localDateOf(acceptedAt),
    closedOn: closedAt === null ? null : localDateOf(closedAt),
    ...{ situation, sentence, next, bring: [...bring] },
    office: { station: office, ...paperUnitOf(tree, units[office]) },
    heldBy:
      heldBy === null
        ? null
        : { holder: heldBy.holder, name: nameOf(workplaces, units, heldBy.holder), since: heldBy.from },
    due: due === null ? null : { ...due, explanation: [...due.explanation] },
  };
}

type UnitsOfCase = Readonly<Record<'accepting_station' | 'home_station', UnitCode>>;

/** Where an applicant goes: to a merged or shut office nobody is sent. */
function unitsOf(workplaces: Workplaces, inquired: InquiredCase, today: PlainDate): UnitsOfCase {
  return {
    accepting_station: stationInCharge(workplaces, inquired.acceptingStation, today),
    home_station: stationAtWork(workplaces, inquired.homeStation, today),
  };
}

function nameOf({ tree }: Workplaces, units: UnitsOfCase, holder: Holder): string {
  switch (holder) {
    case 'accepting_station':
    case 'home_station':
      return getUnit(tree, units[holder]).name;
    case 'applicant':
      return '您本人';
    case 'system':
      return '系统（自动处理中）';
  }
}
