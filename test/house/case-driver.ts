import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { asc, eq } from 'drizzle-orm';
import { addActRecord } from '../../db/repositories/act-records.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { certificates, notices } from '../../db/schema/index.ts';
import type { Application } from '../../domain/application/application.ts';
import type { ActContent } from '../../domain/case/act-content.ts';
import type { AcceptCommand, ActCommand, Actor, CommandId } from '../../domain/case/command.ts';
import type { CaseEventType, RecordedEvent } from '../../domain/case/event.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { AnswerResult } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import type { Role } from '../../domain/roles.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { CaseInput, CommandOutcome } from '../../workflows/contract.ts';
import {
  caseStart,
  caseWorkflowId,
  caseWorkflowName,
  commandUpdate,
  taskQueues,
} from '../../workflows/contract.ts';
import type { House } from './house.ts';

export const sampleApplication = JSON.parse(
  readFileSync(new URL('../fixtures/application.json', import.meta.url), 'utf8'),
) as Application;

export const acceptingStation = parseUnitCode('440106990000');
export const homeStation = parseUnitCode('520302990000');

export const windowOfficer: Actor = {
  officerId: 'officer-1',
  role: 'window_officer',
  unitCode: acceptingStation,
};
export const liaisonOfficer: Actor = {
  officerId: 'officer-2',
  role: 'liaison_officer',
  unitCode: homeStation,
};

export function newCommandId(): CommandId {
  return randomUUID() as CommandId;
}

/** What a case is played on: Temporal, the database, a clock; whoever works there. */
type Stage = Pick<House, 'client' | 'owner' | 'clock'>;

/** Plays the people of one case against the running workflow, without the HTTP door. */
export class CaseDriver {
  readonly caseNo: CaseNo;
  readonly #house: Stage;

  private constructor(house: Stage, caseNo: CaseNo) {
    this.#house = house;
    this.caseNo = caseNo;
  }

  /** Accepts an application for a home station: stored first, then started, as the API does it. */
  static async accept(house: Stage, change: Partial<Application> = {}): Promise<CaseDriver> {
    const personal = { ...sampleApplication, ...change };
    const now = house.clock.now();
    const caseNo = await allotCaseNo(house.owner, acceptingStation, now);
    const acceptance: AcceptCommand = {
      type: 'accept',
      commandId: newCommandId(),
      by: windowOfficer,
      acceptingStation,
      homeStation: personal.homeStation,
      matters: personal.matters.map(({ code }) => code as MatterCode),
    };
    await addApplication(house.owner, { caseNo, submittedAt: now, acceptance, personal });
    await house.client.workflow.executeUpdateWithStart(commandUpdate, {
      updateId: acceptance.commandId,
      args: [acceptance],
      startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowName, caseStart(caseNo)),
    });
    return new CaseDriver(house, caseNo);
  }

  get handle() {
    return this.#house.client.workflow.getHandle(caseWorkflowId(this.caseNo));
  }

  /** Starts a workflow anew for a case whose own is gone. */
  async restart(begin: CaseInput['begin']): Promise<void> {
    const input: CaseInput = { caseNo: this.caseNo, policy: defaultPolicy, begin };
    await this.#house.client.workflow.start(caseWorkflowName, {
      workflowId: caseWorkflowId(this.caseNo),
      taskQueue: taskQueues.cases,
      args: [input],
    });
  }

  send(command: ActCommand): Promise<CommandOutcome> {
    return this.handle.executeUpdate(commandUpdate, { updateId: command.commandId, args: [command] });
  }

  /** Asks for what an effect then does, without waiting for it. */
  request(type: 'transmit' | 'issue'): Promise<CommandOutcome> {
    return this.send({ type, commandId: newCommandId(), by: windowOfficer });
  }

  async transmit(): Promise<void> {
    await this.request('transmit');
    await this.waitUntil('delivered', ({ clock }) => clock !== null);
  }

  receive(): Promise<CommandOutcome> {
    return this.send({ type: 'receive', commandId: newCommandId(), by: liaisonOfficer });
  }

  async answer(
    result: AnswerResult = 'consistent',
    words: Partial<ActContent> = {},
  ): Promise<CommandOutcome> {
    const commandId = newCommandId();
    const text =
      result === 'consistent'
        ? { certificateText: '申请人曾用名李例，于2008年5月12日变更。' }
        : { finding: '出生日期' };
    const content = { act: 'answer', source: 'population_system', ...text, ...words } as ActContent;
    await addActRecord(this.#house.owner, {
      commandId,
      caseNo: this.caseNo,
      officerId: liaisonOfficer.officerId,
      submittedAt: this.#house.clock.now(),
      content,
    });
    return this.send({ type: 'answer', commandId, by: liaisonOfficer, result });
  }

  async issue(): Promise<void> {
    await this.request('issue');
    await this.waitUntil('issued', ({ certificate }) => certificate !== null);
  }

  act(type: 'refuse' | 'withdraw' | 'notify' | 'collect'): Promise<CommandOutcome> {
    return this.send({ type, commandId: newCommandId(), by: windowOfficer });
  }

  async state(): Promise<CaseState> {
    const row = await findCase(this.#house.owner, this.caseNo);
    if (row === undefined) throw new Error('the case has no projection');
    return row.state;
  }

  events(): Promise<RecordedEvent[]> {
    return listEvents(this.#house.owner, this.caseNo);
  }

  async eventTypes(): Promise<CaseEventType[]> {
    return (await this.events()).map(({ event }) => event.type);
  }

  /** The texts of the notices to a role, or to the applicant, oldest first. */
  async noticesTo(audience: Role | 'applicant'): Promise<string[]> {
    const rows = await this.#notices();
    return rows
      .filter(({ role }) => role === (audience === 'applicant' ? null : audience))
      .map(({ text }) => text);
  }

  async unitsToldAs(role: Role): Promise<string[]> {
    const rows = await this.#notices();
    return [...new Set(rows.filter((row) => row.role === role).map(({ unitCode }) => unitCode ?? ''))];
  }

  certificateCount(): Promise<number> {
    return this.#house.owner.$count(certificates, eq(certificates.caseNo, this.caseNo));
  }

  #notices() {
    return this.#house.owner
      .select()
      .from(notices)
      .where(eq(notices.caseNo, this.caseNo))
      .orderBy(asc(notices.id));
  }

  /** Real time is what activities take, also while virtual time stands still. */
  async waitUntil(what: string, condition: (state: CaseState) => boolean): Promise<void> {
    await waitFor(async () => condition(await this.state()), { timeoutMs: 120_000, what });
  }
}
