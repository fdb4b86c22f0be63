import { addApplication } from '../../db/repositories/applications.ts';
import type { Database } from '../../db/database.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { addMs } from '../../domain/time/instant.ts';
import { systemClock } from '../../platform/clock.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation, sampleApplication } from './case-driver.ts';

/** An application as the API commits it, before its workflow is started, that has waited so long. */
export async function storeApplication(owner: Database, waitedMs: number): Promise<CaseNo> {
  const caseNo = await allotCaseNo(owner, acceptingStation, systemClock.now());
  const submittedAt = addMs(systemClock.now(), -waitedMs);
  await addApplication(owner, { caseNo, submittedAt, acceptance: accept(), personal: sampleApplication });
  return caseNo;
}
