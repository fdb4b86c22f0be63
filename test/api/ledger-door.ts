import { afterAll } from 'vitest';
import { createLedgerActivities } from '../../activities/ledger.ts';
import { connectDatabase } from '../../db/database.ts';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { createUnitDirectory } from '../../db/unit-directory.ts';
import type { ActContent } from '../../domain/case/act-content.ts';
import { agenda } from '../../domain/case/agenda.ts';
import { audienceOf } from '../../domain/case/rung-audience.ts';
import type { CaseEventType } from '../../domain/case/event.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Seat } from '../../domain/directory/chain.ts';
import type { PersonId } from '../../domain/directory/person.ts';
import { stationsOf } from '../../domain/case/further-verification.ts';
import type { Recipient } from '../../domain/directory/recipients.ts';
import { unitOfCase } from '../../domain/escalation/unit-of-case.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { accept } from '../domain/case/commands.ts';
import { acceptingStation } from '../domain/case/facts.ts';
import type { Ledger } from '../domain/case/ledger.ts';
import { start } from '../domain/case/ledger.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import { openDoor } from './door.ts';
import { testKeyRing } from '../services/test-key-ring.ts';

/** A door to cases whose ledgers are written down as they are, with nothing that carries them on. */
export async function openLedgerDoor(now: string) {
  const url = await createHouseDatabase();
  const owner = connectOwner(url);
  const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1, keyRing: testKeyRing });
  afterAll(() => Promise.all([owner.close(), worker.close()]));
  const clock = { now: () => parseInstant(now) };
  const units = createUnitDirectory(worker, clock);

  const ledgers = createLedgerActivities({ database: worker, units });

  /** Keeps a ledger with the words of its acts, by the event that each brought about. */
  async function keep(
    ledger: Ledger,
    words: Partial<Record<CaseEventType, ActContent>> = {},
  ): Promise<CaseNo> {
    const caseNo = await allotCaseNo(owner, acceptingStation, start);
    const kept = { caseNo, submittedAt: start, acceptance: accept(), personal: sampleApplication };
    await addApplication(owner, kept);
    for (const { stepKey, occurredAt, event } of ledger.events) {
      const content = words[event.type];
      if (content === undefined || !('by' in event)) continue;
      const commandId = stepKey as CommandId;
      const { officerId } = event.by;
      await addActRecord(owner, { commandId, caseNo, officerId, submittedAt: occurredAt, content });
    }
    await ledgers.record({ caseNo, events: ledger.events, next: ledger.state });
    return caseNo;
  }

  const tree = await units.tree();
  return {
    door: await openDoor(url, undefined as never, { clock }),
    owner,
    clock,
    keep,
    /** Lets everything come due until an instant, and tells whom each rung names: those who are in a post, or its inbox. */
    escalate: (ledger: Ledger, until: string, personIn: PersonIn = () => null) =>
      escalate({ tree, personIn }, ledger, until),
  };
}

type PersonIn = (seat: Seat) => PersonId | null;

function escalate(
  { tree, personIn }: { readonly tree: UnitTree; readonly personIn: PersonIn },
  ledger: Ledger,
  instant: string,
): Ledger {
  const until = parseInstant(instant);
  for (;;) {
    const [item] = agenda(ledger.state);
    if (item === undefined || item.at > until) return ledger.goTo(instant);
    ledger.now = item.at;
    const to = item.kind === 'rung' ? audienceOf(item, ledger.state) : [];
    const told = to.flatMap((audience): Recipient[] => {
      if (audience.kind === 'applicant') return [];
      const { post, unit } = audience;
      const seat = { unitCode: unitOfCase(tree, stationsOf(ledger.state), unit), post };
      return [{ ...seat, personId: personIn(seat) }];
    });
    ledger.settle({ type: 'come_due', item, told, gaps: [] });
  }
}
