import { readFileSync } from 'node:fs';
import type { Application } from '../../domain/application/application.ts';
import type { Door, Person } from './door.ts';
import { anotherApplication } from './door.ts';

export const scan = readFileSync(new URL('../fixtures/application-form.png', import.meta.url));

export const consistent = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
};

/** Plays people who take cases as far as their papers need, through the door. */
export function playPeople(door: Door) {
  async function act(person: Person, caseNo: string, name: string, body: object = {}) {
    const response = await door.call(person, 'POST', `/v1/cases/${caseNo}/${name}`, { body });
    if (response.statusCode !== 200)
      throw new Error(`${name}: ${String(response.statusCode)} ${response.body}`);
    return response;
  }

  async function submitWithScan(): Promise<string> {
    const form = new FormData();
    form.append(
      'application',
      new Blob([JSON.stringify(anotherApplication())], { type: 'application/json' }),
    );
    form.append('attachments', new Blob([new Uint8Array(scan)], { type: 'image/png' }), '身份证件.png');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const response = await door.call('window', 'POST', '/v1/cases', {
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    });
    return response.json<{ caseNo: string }>().caseNo;
  }

  async function transmitted(caseNo: string): Promise<string> {
    await act('window', caseNo, 'transmit');
    await door.until(caseNo, ({ deadline }) => deadline !== null);
    return caseNo;
  }

  async function answered(answer: object, change: Partial<Application> = {}): Promise<string> {
    return verified(await transmitted(await door.submit(change)), answer);
  }

  async function verified(caseNo: string, answer: object): Promise<string> {
    await act('liaison', caseNo, 'receive');
    await act('liaison', caseNo, 'answer', answer);
    return caseNo;
  }

  async function issued(): Promise<string> {
    return certified(await answered(consistent));
  }

  async function certified(caseNo: string): Promise<string> {
    await act('window', caseNo, 'issue');
    await door.until(caseNo, ({ certificate }) => certificate !== null);
    return caseNo;
  }

  /** From the counter to a certificate that waits for its applicant. */
  async function readyForCollection(caseNo: string): Promise<string> {
    await certified(await verified(await transmitted(caseNo), consistent));
    await act('window', caseNo, 'notify', { method: 'telephone' });
    return caseNo;
  }

  return { act, submitWithScan, transmitted, answered, issued, readyForCollection };
}
