import type { RecordedEvent } from '../../domain/case/event.ts';
import { replayLedger } from '../../domain/case/evolve.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { eventsUpTo } from '../../domain/papers/occasions.ts';
import { getPolicy } from '../../db/repositories/policies.ts';
import type { Executor } from '../../db/database.ts';
import { readWorkplaces } from '../../db/directory-part.ts';
import { readWords } from '../../db/repositories/act-records.ts';
import { getDossier } from '../../db/repositories/dossiers.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { CaseRecord } from './case-record.ts';

export interface CaseRecordDeps {
  readonly database: Executor;
  readonly units: UnitDirectory;
}

/**
 * What is recorded of a case up to the step of an event, or up to now: later acts cannot change an earlier paper.
 * @throws {Error} when the case has no such event.
 */
export async function readCaseRecord(
  { database, units }: CaseRecordDeps,
  caseNo: CaseNo,
  seq?: number,
): Promise<CaseRecord> {
  const [{ application }, ledger, words, workplaces] = await Promise.all([
    getDossier(database, caseNo),
    listEvents(database, caseNo),
    readWords(database, caseNo),
    units.tree().then((tree) => readWorkplaces(database, tree)),
  ]);
  const events = seq === undefined ? ledger : eventsUpTo(ledger, seq);
  const occasion = seq === undefined ? events.at(-1) : findEvent(events, seq);
  if (occasion === undefined) throw new Error('the ledger has no such event');
  const state = replayLedger(events);
  const { accepting, home } = state.policyVersions;
  return {
    caseNo,
    application: application.personal,
    events,
    state,
    occasion,
    words,
    ...workplaces,
    policies: { accepting: await getPolicy(database, accepting), home: await getPolicy(database, home) },
  };
}

function findEvent(events: readonly RecordedEvent[], seq: number): RecordedEvent | undefined {
  return events.find((recorded) => recorded.seq === seq);
}
