import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { asc, desc, eq } from 'drizzle-orm';
import { addActRecord, listActContents } from '../../db/repositories/act-records.ts';
import { addApplication } from '../../db/repositories/applications.ts';
import { findCase } from '../../db/repositories/cases.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { allotCaseNo } from '../../db/repositories/numbers.ts';
import { certificates, notices } from '../../db/schema/index.ts';
import { openRow } from '../../db/sealed-rows.ts';
import type { Application } from '../../domain/application/application.ts';
import type { ActContent, ActContentOf, WordyAct } from '../../domain/case/act-content.ts';
import type { Act } from '../../domain/case/acts.ts';
import { actTable } from '../../domain/case/acts.ts';
import type { AcceptCommand, Actor, CaseAct } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseEventOf, CaseEventType, RecordedEvent } from '../../domain/case/event.ts';
import type { Deadline } from '../../domain/calendar/deadline.ts';
import { findVerificationDeadline } from '../../domain/case/projection.ts';
import type { EffectKey } from '../../domain/case/effect.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { AnswerResult, Channel } from '../../domain/case/status.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { MatterCode } from '../../domain/matters/catalogue.ts';
import type { Role } from '../../domain/roles.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { waitFor } from '../../platform/wait-for.ts';
import type { CaseInput, CommandOutcome, SentCommand } from '../../workflows/contract.ts';
import {
  caseReopening,
  caseStart,
  caseWorkflowId,
  caseWorkflowName,
  commandSignal,
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

export const stationLeader: Actor = {
  officerId: 'officer-3',
  role: 'station_leader',
  unitCode: homeStation,
};

/** Who usually does an act, at the station whose act it is. */
function usualActorOf(act: Act): Actor {
  return actTable[act].side === 'home' ? liaisonOfficer : windowOfficer;
}

type ParametersOf<A extends Act> = Omit<
  Extract<CaseAct, { type: A }>,
  'type' | 'commandId' | 'by' | 'seenSeq'
>;

interface ActOptions<A extends Act> {
  readonly by?: Actor;
  readonly content?: A extends WordyAct ? Omit<ActContentOf<A>, 'act'> : never;
}

type ActArguments<A extends Act> = keyof ParametersOf<A> extends never
  ? [parameters?: ParametersOf<A>, options?: ActOptions<A>]
  : [parameters: ParametersOf<A>, options?: ActOptions<A>];

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
      homeLevel: personal.homeStation.endsWith('000000') ? 'county' : 'station',
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

  /** Goes on with a case that was begun elsewhere. */
  static of(house: Stage, caseNo: CaseNo): CaseDriver {
    return new CaseDriver(house, caseNo);
  }

  get handle() {
    return this.#house.client.workflow.getHandle(caseWorkflowId(this.caseNo));
  }

  /** Starts a workflow anew for a case whose own is gone. */
  async restart(begin: CaseInput['begin']): Promise<void> {
    const input: CaseInput = { caseNo: this.caseNo, begin };
    await this.#house.client.workflow.start(caseWorkflowName, {
      workflowId: caseWorkflowId(this.caseNo),
      taskQueue: taskQueues.cases,
      args: [input],
    });
  }

  send(command: SentCommand): Promise<CommandOutcome> {
    return this.handle.executeUpdate(commandUpdate, { updateId: command.commandId, args: [command] });
  }

  /** Gives the workflow a task that brings nothing about, and waits for nobody to do it. */
  async knock(): Promise<void> {
    const effectKey = 'send_filing/1' as EffectKey;
    const by = windowOfficer;
    await this.handle.signal(commandSignal, {
      ...({ type: 'retry_effect', effectKey } as const),
      ...{ commandId: newCommandId(), by },
    });
  }

  /** Takes a closed case up again, as the API does it for an act on its certificate. */
  reopen(command: CaseAct): Promise<CommandOutcome> {
    return this.#house.client.workflow.executeUpdateWithStart(commandUpdate, {
      updateId: command.commandId,
      args: [command],
      startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflowName, caseReopening(this.caseNo)),
    });
  }

  /** Has somebody act, with the words that the act leaves beside the ledger. */
  async act<A extends Act>(
    type: A,
    ...[parameters, { by = usualActorOf(type), content } = {}]: ActArguments<A>
  ): Promise<CommandOutcome> {
    const commandId = newCommandId();
    if (content !== undefined) {
      await addActRecord(this.#house.owner, {
        commandId,
        caseNo: this.caseNo,
        officerId: by.officerId,
        submittedAt: this.#house.clock.now(),
        content: { act: type, ...content } as ActContent,
      });
    }
    const command = { type, commandId, by, ...parameters } as unknown as CaseAct;
    const row = await findCase(this.#house.owner, this.caseNo);
    return row?.status === 'closed' ? this.reopen(command) : this.send(command);
  }

  /** Hands the dossier over and waits until it has arrived, if it does. */
  async transmit(
    channel: Channel = 'platform',
    manual?: ActContentOf<'transmit'>['manual'],
  ): Promise<CommandOutcome> {
    const content = manual === undefined ? {} : { content: { manual } };
    return this.act('transmit', { channel, addressee: 'liaison_officer' }, content);
  }

  receive(receivedAt: Instant | null = null, pagesReceived: number | null = null): Promise<CommandOutcome> {
    return this.act('receive', { n: null, receivedAt, pagesReceived });
  }

  async answer(
    result: AnswerResult = 'consistent',
    words: Partial<ActContentOf<'answer'>> = {},
    by: Actor = liaisonOfficer,
  ): Promise<CommandOutcome> {
    const { matters } = await this.state();
    const confirms = result === 'consistent' || result === 'partly_consistent';
    const text = confirms
      ? { certificateText: '申请人曾用名李例，于2008年5月12日变更。' }
      : { finding: '出生日期' };
    const content = { source: 'population_system', ...text, ...words } as const;
    const confirmedMatters =
      result === 'consistent'
        ? matters
        : (words.matters ?? []).flatMap((finding) => (finding.result === 'consistent' ? finding.matter : []));
    return this.act('answer', { result, confirmedMatters }, { by, content });
  }

  /** Asks for what an effect then does, without waiting for it. */
  request(type: 'transmit' | 'issue'): Promise<CommandOutcome> {
    return type === 'transmit'
      ? this.transmit()
      : this.act('issue', { consent: null, certificateText: null });
  }

  async issue(): Promise<void> {
    await this.act('issue', { consent: null, certificateText: null });
    await this.waitUntil('issued', ({ status }) => status === 'issued');
  }

  /** Through the home station, which confirms everything. */
  async toAnswered(): Promise<void> {
    await this.transmit();
    await this.receive();
    await this.answer();
  }

  /** The answered case whose certificate is in the applicant's hand. */
  async finish(): Promise<void> {
    await this.issue();
    await this.act('notify');
    await this.act('collect');
  }

  /** The term of the home station that now has the case. */
  async deadline(): Promise<Deadline> {
    const deadline = findVerificationDeadline(await this.state());
    if (deadline === null) throw new Error('the term of the home station has not begun');
    return deadline;
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

  /** The events of some kinds, with when they happened. */
  async eventsOf<Type extends CaseEventType>(
    ...types: readonly Type[]
  ): Promise<(CaseEventOf<Type> & { readonly occurredAt: Instant })[]> {
    return (await this.events()).flatMap(({ event, occurredAt }) =>
      types.some((type) => type === event.type) ? { ...(event as CaseEventOf<Type>), occurredAt } : [],
    );
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

  /** What happened, the clocks left out: they have tests of their own. */
  async course(): Promise<CaseEventType[]> {
    return (await this.eventTypes()).filter((type) => !type.startsWith('clock_'));
  }

  /** The words of the acts of one kind, oldest first. */
  wordsOf<A extends WordyAct>(act: A): Promise<ActContentOf<A>[]> {
    return listActContents(this.#house.owner, this.caseNo, act);
  }

  /** What the blank renderer printed on the newest certificate. */
  async printed(): Promise<string> {
    const [row] = await this.#house.owner
      .select({ certificateNo: certificates.certificateNo, pdf: certificates.pdf })
      .from(certificates)
      .where(eq(certificates.caseNo, this.caseNo))
      .orderBy(desc(certificates.n))
      .limit(1);
    const pdf = row && openRow(this.#house.owner, certificates, row).pdf;
    return new TextDecoder().decode(pdf ?? undefined);
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
