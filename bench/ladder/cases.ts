import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Database } from '../../db/database.ts';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import type { Application } from '../../domain/application/application.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { AcceptCommand, Actor, CaseAct } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { caseStart, caseWorkflowId, caseWorkflowName, commandUpdate } from '../../workflows/contract.ts';
import { accepting, homeStations } from './units.ts';

const application = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'application.json'), 'utf8'),
) as Application;

const newId = () => randomUUID() as CommandId;

export interface SilentCase {
  readonly caseNo: CaseNo;
  readonly homeStation: UnitCode;
}

interface OpeningOptions {
  readonly caseCount: number;
  /** How many are opened at a time. */
  readonly concurrency: number;
  readonly receivedAt: Instant;
  readonly tell: (line: string) => void;
}

/** Opens so many cases, in turn at every station. */
export async function openSilentCases(
  services: Services,
  { caseCount, concurrency, receivedAt, tell }: OpeningOptions,
): Promise<SilentCase[]> {
  const opened: SilentCase[] = [];
  let next = 0;
  const open = async () => {
    for (let n = next++; n < caseCount; n = next++) {
      const homeStation = homeStations[n % homeStations.length];
      if (homeStation === undefined) throw new Error('there are stations');
      opened.push({ caseNo: await openSilentCase(services, homeStation, receivedAt), homeStation });
      if (opened.length % 200 === 0) tell(`已建立${opened.length}件`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, open));
  return opened;
}

interface Services {
  readonly owner: Database;
  readonly client: Client;
}

/** Brings a case to where the home station has it since an instant in the past, and does nothing more; answers its number. */
async function openSilentCase(
  { owner, client }: Services,
  homeStation: UnitCode,
  receivedAt: Instant,
): Promise<CaseNo> {
  const officer: Actor = { officerId: 'bench-1', role: 'window_officer', unitCode: accepting };
  const liaison: Actor = { officerId: 'bench-2', role: 'liaison_officer', unitCode: homeStation };
  const now = systemClock.now();
  const caseNo = await allotCaseNo(owner, accepting, now);
  const acceptance: AcceptCommand = {
    type: 'accept',
    commandId: newId(),
    by: officer,
    acceptingStation: accepting,
    homeStation,
    homeLevel: 'station',
    matters: ['NAME_CHANGE'],
  };
  await addApplication(owner, {
    caseNo,
    submittedAt: now,
    acceptance,
    personal: { ...application, homeStation },
  });
  await client.workflow.executeUpdateWithStart(commandUpdate, {
    updateId: acceptance.commandId,
    args: [acceptance],
    startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowName, caseStart(caseNo)),
  });
  const send = (command: CaseAct) =>
    client.workflow
      .getHandle(caseWorkflowId(caseNo))
      .executeUpdate(commandUpdate, { updateId: command.commandId, args: [command] });
  const commandId = newId();
  await addActRecord(owner, {
    commandId,
    caseNo,
    officerId: officer.officerId,
    submittedAt: now,
    content: {
      act: 'transmit',
      manual: { way: 'carried', handedOverAt: receivedAt, handedTo: '值班民警', pages: 1 },
    },
  });
  await send({ type: 'transmit', commandId, by: officer, channel: 'manual', addressee: 'liaison_officer' });
  await send({ type: 'receive', commandId: newId(), by: liaison, n: null, receivedAt, pagesReceived: 1 });
  return caseNo;
}
