import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pRetry, { AbortError } from 'p-retry';
import type { Act, ActBody, Application, Case, TongbanClient } from '../../../clients/typescript/client.ts';
import { createTongbanClient, isCase, ProblemError } from '../../../clients/typescript/client.ts';
import { idNumberCheckCharacterOf } from '../../../domain/identity/id-number.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';
import type { LocalIssuer } from '../../../platform/identity/local-issuer.ts';
import type { Patience } from './patient-fetch.ts';
import { patientFetch } from './patient-fetch.ts';
import type { Person, Window } from './people.ts';
import { people } from './people.ts';

const fixture = (file: string) => readFileSync(new URL(`../../fixtures/${file}`, import.meta.url));
const sample = JSON.parse(fixture('application.json').toString()) as Application;
const scan = new Uint8Array(fixture('application-form.png'));

/** An application as somebody sent it, and what he was told. */
export interface Sent {
  readonly idempotencyKey: string;
  /** Undefined while nobody has answered. */
  caseNo: string | undefined;
}

/** Those who work with the product, over its API and nothing else. */
export interface Counter {
  readonly apiUrl: string;
  /** Every application that was ever sent. */
  readonly sent: readonly Sent[];
  /** How many requests were answered so far. */
  answered(): number;
  /** Sends one, with a scan, until it is answered with its case. */
  submit(window: Window, change?: Partial<Application>): Promise<string>;
  /** Sends so many in one request, until each is answered with its case. */
  submitTogether(count: number): Promise<string[]>;
  /** Sends one once and does not come back, whatever becomes of it. */
  submitOnce(): Promise<void>;
  read(window: Window, caseNo: string): Promise<Case>;
  /** Acts until the act is done, under one key. @throws {ProblemError} when it is refused. */
  act<A extends Act>(person: Person, caseNo: string, act: A, body: ActBody<A>): Promise<Case>;
  http(person: Person): TongbanClient['http'];
  /** @throws {Error} when it is no file that comes. */
  download(person: Person, address: string): Promise<Buffer>;
}

interface CounterOptions {
  readonly apiUrl: string;
  readonly issuer: LocalIssuer;
  readonly patience: Patience;
}

// A machine that is busy makes the papers of a case within seconds.
const downloadTimeoutMs = 180_000;
// As long as a run may last, with a clock that is turned.
const tokenLifetimeS = 30 * 24 * 3600;

export async function openCounter({ apiUrl, issuer, patience }: CounterOptions): Promise<Counter> {
  const sent: Sent[] = [];
  let answered = 0;
  const asking = patientFetch(patience);
  const tokens = new Map<Person, string>();
  for (const [person, [role, unit]] of Object.entries(people)) {
    const who = { officerId: `faults-${person}`, roles: [role], unitCode: parseUnitCode(unit) };
    tokens.set(person as Person, await issuer.sign({ ...who, lifetimeS: tokenLifetimeS }));
  }
  const tokenOf = (person: Person) => tokens.get(person) ?? '';
  const counted = async (request: Request) => {
    const answer = await asking(request);
    answered += 1;
    return answer;
  };
  const clientOf = (person: Person) =>
    createTongbanClient({ baseUrl: apiUrl, token: tokenOf(person), fetch: counted });
  const again = { signal: patience.signal, retries: 10_000, minTimeout: 200, maxTimeout: 500 };
  const shouldRetry = ({ error }: { readonly error: Error }) => !(error instanceof ProblemError);

  const newApplication = (change: Partial<Application> = {}) => {
    const submission: Sent = { idempotencyKey: randomUUID(), caseNo: undefined };
    return { submission, application: { ...applicationOf(sent.push(submission)), ...change } };
  };

  const newSubmission = (window: Window, change?: Partial<Application>) => {
    const { submission, application } = newApplication(change);
    const form = new FormData();
    form.append('application', new Blob([JSON.stringify(application)], { type: 'application/json' }));
    form.append('attachments', new Blob([scan], { type: 'image/png' }), 'form.png');
    const headers = {
      authorization: `Bearer ${tokenOf(window)}`,
      'idempotency-key': submission.idempotencyKey,
    };
    const request = new Request(`${apiUrl}/v1/cases`, { method: 'POST', headers, body: form });
    return { submission, request };
  };

  async function note(submission: Sent, answer: Response): Promise<string> {
    const { caseNo, code } = (await answer.json()) as { caseNo?: string; code?: string };
    if (caseNo === undefined) throw new Error(`submission: ${String(answer.status)} ${String(code)}`);
    submission.caseNo = caseNo;
    return caseNo;
  }

  return {
    ...{ apiUrl, sent },
    answered: () => answered,
    submit(window, change) {
      const { submission, request } = newSubmission(window, change);
      return pRetry(async () => {
        const answer = await counted(request.clone());
        const caseNo = await note(submission, answer);
        if (answer.status === 202) throw new Error('kept, and not begun yet');
        return caseNo;
      }, again);
    },
    submitTogether(count) {
      const made = Array.from({ length: count }, () => newApplication());
      const items = made.map(({ submission, application }) => ({
        key: submission.idempotencyKey,
        application,
      }));
      return pRetry(
        async () => {
          const answers = await clientOf('window').submitAll(items);
          for (const [index, { submission }] of made.entries()) {
            submission.caseNo = answers[index]?.caseNo ?? submission.caseNo;
          }
          const waiting = answers.find(({ status }) => status !== 201);
          if (waiting !== undefined) throw new Error(`one of many: ${String(waiting.status)}`);
          return made.map(({ submission }) => submission.caseNo ?? '');
        },
        { ...again, shouldRetry },
      );
    },
    async submitOnce() {
      const { submission, request } = newSubmission('window');
      const answer = await fetch(request, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
      if (answer?.ok === true) await note(submission, answer).catch(() => undefined);
    },
    async read(window, caseNo) {
      const found = await clientOf(window).getCase(caseNo);
      if (!isCase(found)) throw new Error('the case has not begun');
      return found;
    },
    act(person, caseNo, act, body) {
      const key = randomUUID();
      return pRetry(
        async () => {
          const answer = await clientOf(person).act(caseNo, act, body, key);
          if (!isCase(answer)) throw new Error('kept, and not done yet');
          return answer;
        },
        { ...again, shouldRetry },
      );
    },
    http: (person) => clientOf(person).http,
    download(person, address) {
      const headers = { authorization: `Bearer ${tokenOf(person)}` };
      return pRetry(
        async () => {
          const answer = await counted(new Request(`${apiUrl}${address}`, { headers }));
          const content = Buffer.from(await answer.arrayBuffer());
          if (answer.status === 202) throw new Error('its papers are being made');
          if (answer.status !== 200) throw new AbortError(`${address}: ${String(answer.status)}`);
          return content;
        },
        { ...again, maxRetryTime: downloadTimeoutMs },
      );
    },
  };
}

/** The sample by another invented person each time: nobody may have two open cases of a matter. */
function applicationOf(n: number): Application {
  const born = addDays(parsePlainDate('1950-01-01'), n % 18_000).replaceAll('-', '');
  const digits = `520302${born}${String(Math.floor(n / 18_000)).padStart(3, '0')}`;
  return {
    ...sample,
    applicant: { ...sample.applicant, idNumber: digits + idNumberCheckCharacterOf(digits) },
  };
}
