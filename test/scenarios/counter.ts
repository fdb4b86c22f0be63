import { applications } from '../../db/schema/index.ts';
import type { Application } from '../../domain/application/application.ts';
import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { Door, Person } from '../api/door.ts';
import { anotherApplication } from '../api/door.ts';
import type { House } from '../house/house.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

export interface Accepted {
  readonly caseNo: string;
  readonly status: string;
  readonly application: Application & { readonly openCaseVerdict?: object };
  readonly advice: readonly {
    readonly code: string;
    readonly message: string;
    readonly related?: string[];
  }[];
}

interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export interface Rejection {
  readonly no: string;
  readonly codes: string[];
  readonly faults: readonly Fault[];
  readonly notice: string;
}

type Counter = ReturnType<typeof standAtCounter>;

/** A number with the check character that belongs to its 17 digits. */
export function idNumberOf(digits: string): string {
  return digits + idNumberCheckCharacterOf(digits);
}

/** Plays a scenario at the door of the accepting station, on the morning of 2026-11-02. */
export function playAtCounter(
  play: (scene: Counter & Scenario & { door: Door }) => Promise<void>,
): Promise<void> {
  return playScenario({ from: '2026-11-02T09:30:00+08:00' }, async (scenario) => {
    const door = await scenario.openDoor();
    await play({ ...scenario, ...standAtCounter(door, scenario.house), door });
  });
}

/** What the window officer of the accepting station does. */
function standAtCounter(door: Door, house: House) {
  const submit = (change: object = {}, person: Person = 'window') =>
    door.call(person, 'POST', '/v1/cases', { body: { ...anotherApplication(), ...change } });

  async function accept(change: object = {}, person: Person = 'window'): Promise<Accepted> {
    const response = await submit(change, person);
    if (response.statusCode !== 201) throw new Error(`${String(response.statusCode)} ${response.body}`);
    return response.json<Accepted>();
  }

  /** Why an application is not accepted: `code pointer` of each fault; it leaves nothing behind. */
  async function faultsOf(change: object, person: Person = 'window'): Promise<string[]> {
    const before = await house.owner.$count(applications);
    const response = await submit(change, person);
    if (response.statusCode !== 422) throw new Error(`${String(response.statusCode)} ${response.body}`);
    if ((await house.owner.$count(applications)) !== before) throw new Error('something was stored');
    return response.json<{ errors: Fault[] }>().errors.map(({ code, pointer }) => `${code} ${pointer}`);
  }

  /** Rejects an application in writing and reads the notice; the blank renderer writes what it was given. */
  async function reject(
    change: object,
    decision = 'rejected',
  ): Promise<Rejection & { readonly paper: string }> {
    const body = { decision, application: { ...anotherApplication(), ...change } };
    const response = await door.call('window', 'POST', '/v1/rejections', { body });
    if (response.statusCode !== 201) throw new Error(`${String(response.statusCode)} ${response.body}`);
    const rejection = response.json<Rejection>();
    const notice = await door.call('window', 'GET', rejection.notice);
    if (notice.statusCode !== 200) throw new Error(`${String(notice.statusCode)} ${notice.body}`);
    return { ...rejection, paper: notice.body };
  }

  async function setPolicy(eligibility: object): Promise<void> {
    const response = await door.call('administrator', 'POST', '/v1/policies', { body: { eligibility } });
    if (response.statusCode >= 300) throw new Error(`${String(response.statusCode)} ${response.body}`);
  }

  /** The texts of a person's inbox. */
  async function inboxOf(person: Person): Promise<string[]> {
    const response = await door.call(person, 'GET', '/v1/notices');
    return response.json<{ items: { text: string }[] }>().items.map(({ text }) => text);
  }

  return { submit, accept, faultsOf, reject, setPolicy, inboxOf };
}
