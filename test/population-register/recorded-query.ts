import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import type { RegisterQuery } from '../../db/repositories/register-queries.ts';
import { addRegisterQueryOnce } from '../../db/repositories/register-queries.ts';
import { applications, caseScopes } from '../../db/schema/index.ts';
import type { Application } from '../../domain/application/application.ts';
import type { AcceptCommand } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { sealRow } from '../../db/sealed-rows.ts';

export const sample = JSON.parse(
  readFileSync(new URL('../fixtures/application.json', import.meta.url), 'utf8'),
) as Application;

export const acceptingStation = parseUnitCode('440106990000');
export const homeStation = parseUnitCode('520302990000');

/** Words that must not be seen outside Postgres. */
export const officersReason = '核对李样例本人户籍';

let cases = 0;

/** A query as the API records it, of a case of its own, whose workflow nobody needs. */
export async function recordQueryOf(
  owner: Database,
  applicant: Pick<Application['applicant'], 'name' | 'idNumber'> = sample.applicant,
): Promise<RegisterQuery> {
  const now = systemClock.now();
  cases += 1;
  const caseNo = formatCaseNo(acceptingStation, localDateOf(now), cases);
  const application = sealRow(owner, applications, {
    caseNo,
    acceptingStation,
    homeStation,
    matters: [],
    submittedAt: now,
    acceptance: {} as AcceptCommand,
    applicantName: applicant.name,
    applicantIdNumber: applicant.idNumber,
    personal: { ...sample, applicant: { ...sample.applicant, ...applicant } },
  });
  await owner.insert(applications).values(application);
  for (const unitCode of [acceptingStation, homeStation]) {
    const scope = { unitCode, caseNo, status: 'verifying', acceptedAt: now } as const;
    await owner.insert(caseScopes).values({ ...scope, acceptingStation, homeStation });
  }
  return addRegisterQueryOnce(owner, {
    commandId: randomUUID() as CommandId,
    caseNo,
    officerId: 'officer-2',
    role: 'liaison_officer',
    unitCode: homeStation,
    purpose: 'verification',
    reason: officersReason,
    askedAt: now,
  });
}
