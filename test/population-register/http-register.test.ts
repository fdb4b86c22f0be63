import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createHttpRegister } from '../../activities/population-register/http-register.ts';
import { RegisterError } from '../../activities/population-register/port.ts';
import { samplePeople } from '../../activities/population-register/sample-people.ts';
import type { RegisterEntry } from '../../domain/register/entry.ts';
import type { RegisterQuestion } from '../../domain/register/query.ts';
import { formatRegisterReference } from '../../domain/register/reference.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { findFreePort } from '../../platform/embedded/free-port.ts';
import type { ReceivedRequest } from './register-receiver.ts';
import { sendJson, startRegisterReceiver } from './register-receiver.ts';

const receiver = await startRegisterReceiver();
const [person, otherPerson] = samplePeople as [RegisterEntry, RegisterEntry];
const corrected = samplePeople.find(({ formerIdNumbers }) => formerIdNumbers.length > 0) as RegisterEntry;

const question: RegisterQuestion = {
  reference: formatRegisterReference(parsePlainDate('2026-11-25'), 7),
  idNumber: person.idNumber,
  name: person.name,
  purpose: 'annex_2',
  askedBy: { officerId: 'officer-1', unitCode: parseUnitCode('440106990000') },
};
const options = { url: receiver.url, clock: systemClock };
const register = createHttpRegister({ ...options, authentication: { kind: 'bearer', token: 'the-token' } });
const ample = () => AbortSignal.timeout(30_000);

async function errorOf(asking: Promise<unknown>): Promise<RegisterError> {
  const error = await asking.catch((reason: unknown) => reason);
  if (error instanceof RegisterError) return error;
  throw new Error('a RegisterError was expected');
}

/** What the register is found to be when it answers so. */
async function faultWhen(
  answer: Parameters<typeof receiver.answerWith>[0],
  signal = ample(),
): Promise<string> {
  receiver.answerWith(answer);
  const { fault, message, cause } = await errorOf(register.find(question, signal));
  expect(cause).toBeUndefined();
  for (const value of [person.name, person.idNumber, 'the-token']) expect(message).not.toContain(value);
  return `${fault}: ${message}`;
}

const entryWith = (change: object) => ({ entry: { ...person, ...change } });

describe('a register behind HTTP', () => {
  it('is asked in the body, never in the address, and proves who asks', async () => {
    receiver.answerWith((response) => {
      sendJson(response, { entry: person });
    });
    expect(await register.find(question, ample())).toEqual(person);
    const request = receiver.requests.at(-1);
    expect(request).toMatchObject({ method: 'POST', url: '/persons' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer the-token',
      'content-type': 'application/json',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual(question);
  });

  it('is asked with a signature that the other side can verify', async () => {
    const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
    const signing = createHttpRegister({ ...options, authentication: { kind: 'hmac', secret } });
    receiver.answerWith((response) => {
      sendJson(response, { entry: null });
    });
    expect(await signing.find(question, ample())).toBeNull();
    const { headers, body } = receiver.requests.at(-1) as ReceivedRequest;
    expect(headers.authorization).toBeUndefined();
    expect(headers['webhook-id']).toBe(question.reference);
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(question);
  });

  it('says that it holds nobody', async () => {
    receiver.answerWith((response) => {
      sendJson(response, { entry: null });
    });
    expect(await register.find(question, ample())).toBeNull();
  });

  it('may add fields that we do not know; they are not kept', async () => {
    receiver.answerWith((response) => {
      sendJson(response, { version: 2, ...entryWith({ photograph: 'AAAA', maritalStatus: '未婚' }) });
    });
    expect(await register.find(question, ample())).toEqual(person);
  });

  it('may find a person under a former number', async () => {
    const [idNumber = ''] = corrected.formerIdNumbers;
    receiver.answerWith((response) => {
      sendJson(response, { entry: corrected });
    });
    expect(await register.find({ ...question, idNumber }, ample())).toEqual(corrected);
  });

  it('keeps a private-use character, which the officer has to see', async () => {
    receiver.answerWith((response) => {
      sendJson(response, entryWith({ name: '李\uE815' }));
    });
    expect(await register.find(question, ample())).toMatchObject({ name: '李\uE815' });
  });
});

describe('a register that is away', () => {
  it.each([500, 503, 429, 404, 401, 204])('answers %i: unavailable', async (status) => {
    expect(await faultWhen((response) => response.writeHead(status).end())).toBe(
      `unavailable: status ${status}`,
    );
  });

  it('does not answer in time: unavailable', async () => {
    const silence = () => undefined;
    expect(await faultWhen(silence, AbortSignal.timeout(100))).toMatch(
      /^unavailable: not reached: TimeoutError/,
    );
  });

  it('stops in the middle of its answer: unavailable', async () => {
    const halfAnswer = '{"entry":';
    expect(
      await faultWhen((response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write(halfAnswer);
      }, AbortSignal.timeout(300)),
    ).toMatch(/^unavailable: not reached/);
    expect(
      await faultWhen((response) => {
        response.writeHead(200, { 'content-length': '900' }).write(halfAnswer, () => response.destroy());
      }),
    ).toMatch(/^unavailable: not reached/);
  });

  it('is not there at all: unavailable', async () => {
    const nowhere = createHttpRegister({
      ...options,
      url: `http://127.0.0.1:${await findFreePort()}/`,
      authentication: { kind: 'bearer', token: 't' },
    });
    expect((await errorOf(nowhere.find(question, ample()))).fault).toBe('unavailable');
  });

  it('sends us elsewhere: personal data do not follow', async () => {
    const other = await startRegisterReceiver();
    const fault = await faultWhen((response) => response.writeHead(307, { location: other.url }).end());
    expect(fault).toBe('unavailable: status 307');
    expect(other.requests).toEqual([]);
  });
});

describe('an answer that cannot be used', () => {
  it.each([
    ['no JSON', '<html>', 'malformed: no JSON'],
    ['another shape', '[]', 'malformed: wrong fields: '],
    ['no entry', '{}', 'malformed: wrong fields: '],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc0, 0xee, 0x22]), 'malformed: not UTF-8'],
    ['an endless one', Buffer.alloc(65 * 1024, 0x20), 'malformed: answer too large'],
  ])('%s', async (_, body, fault) => {
    expect(await faultWhen((response) => response.writeHead(200).end(body))).toBe(fault);
  });

  it.each([
    ['a name that is none', { name: '' }, '/name'],
    ['a control character', { registeredAddress: '桃溪路\u00008号' }, '/registeredAddress'],
    ['half a character', { name: '李\uD840' }, '/name'],
    ['a day that does not exist', { birthDate: '1990-02-30' }, '/birthDate'],
    ['a sex that is none', { sex: '男' }, '/sex'],
    ['a status that is none', { status: 'alive' }, '/status'],
    [
      'a station without a code',
      { registeringStation: { code: '5203', name: 'x' } },
      '/registeringStation/code',
    ],
  ])('%s', async (_, change, field) => {
    const fault = await faultWhen((response) => {
      sendJson(response, entryWith(change));
    });
    expect(fault).toBe(`malformed: wrong fields: ${field}`);
  });

  it('about somebody else is not let in', async () => {
    const fault = await faultWhen((response) => {
      sendJson(response, { entry: otherPerson });
    });
    expect(fault).toBe('malformed: the answer is about another number than was asked for');
  });
});
