import type { Executor } from '../../db/database.ts';
import { listKeptCertificates, listKeptWords } from '../../db/repositories/recovery.ts';
import type { RecordedEvent } from '../../domain/case/event.ts';
import { describeEvent } from '../../domain/case/timeline.ts';
import type { CaseNo, CertificateNo } from '../../domain/certificate/numbers.ts';
import { commandOfWords } from '../../domain/recovery/kept-apart.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

/** An entry whose words are gone: whoever said them is to say them again. */
export interface LostWords {
  readonly caseNo: CaseNo;
  readonly seq: number;
  /** What happened, in a sentence. */
  readonly what: string;
  readonly occurredAt: Instant;
  readonly unitCode: UnitCode;
  readonly officerId: string;
}

/** A certificate of which neither the page nor what it is checked by is left. */
export interface LostCertificate {
  readonly caseNo: CaseNo;
  readonly certificateNo: CertificateNo;
  readonly occurredAt: Instant;
}

export interface LostBeside {
  readonly words: readonly LostWords[];
  readonly certificates: readonly LostCertificate[];
}

/** What entries since an instant speak of, and Postgres no longer has beside them. */
export async function findLostBeside(
  executor: Executor,
  { caseNo, events, since }: CaseEntries,
): Promise<LostBeside> {
  const recent = events.filter(({ occurredAt }) => occurredAt >= since);
  const commands = recent.flatMap((entry) => commandOfWords(entry, events) ?? []);
  const keptWords = await listKeptWords(executor, commands);
  const issued = recent.flatMap(({ event, occurredAt }) =>
    event.type === 'certificate_issued' ? { caseNo, certificateNo: event.certificateNo, occurredAt } : [],
  );
  const keptCertificates = await listKeptCertificates(
    executor,
    issued.map(({ certificateNo }) => certificateNo),
  );
  return {
    words: recent.flatMap((entry): LostWords[] => {
      const command = commandOfWords(entry, events);
      if (command === null || keptWords.has(command) || !('by' in entry.event)) return [];
      const { seq, occurredAt, event } = entry;
      const { unitCode, officerId } = entry.event.by;
      return [{ caseNo, seq, what: describeEvent(event), occurredAt, unitCode, officerId }];
    }),
    certificates: issued.filter(({ certificateNo }) => !keptCertificates.has(certificateNo)),
  };
}

interface CaseEntries {
  readonly caseNo: CaseNo;
  readonly events: readonly RecordedEvent[];
  readonly since: Instant;
}
