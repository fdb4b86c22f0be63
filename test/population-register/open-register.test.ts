import { describe, expect, it } from 'vitest';
import { openRegister } from '../../activities/population-register/open-register.ts';
import { samplePeople } from '../../activities/population-register/sample-people.ts';
import type { RegisterQuestion } from '../../domain/register/query.ts';
import { formatRegisterReference } from '../../domain/register/reference.ts';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { systemClock } from '../../platform/clock.ts';
import { ConfigError, loadConfig } from '../../platform/config.ts';
import { sampleUnits } from '../../commands/sample-units.ts';
import { sendJson, startRegisterReceiver } from './register-receiver.ts';

const receiver = await startRegisterReceiver();
const today = parsePlainDate('2026-11-25');
const settings = { TONGBAN_REGISTER_URL: receiver.url, TONGBAN_REGISTER_TOKEN: 'the-token' };

function ask(environment: Record<string, string>, idNumber = '520302199003074219') {
  const question: RegisterQuestion = {
    reference: formatRegisterReference(today, 1),
    idNumber,
    name: '李样例',
    purpose: 'verification',
    askedBy: { officerId: 'officer-2', unitCode: parseUnitCode('520302990000') },
  };
  return openRegister(loadConfig(environment), systemClock).find(question, AbortSignal.timeout(30_000));
}

describe('the register of an installation', () => {
  it('is the sample outside production, so that a demonstration finds somebody', async () => {
    expect(await ask({})).toMatchObject({ name: '李样例', formerNames: ['李例'] });
    expect(await ask({}, '520302700101177')).toMatchObject({ idNumber: '520302197001011776' });
    expect(await ask({}, '11010519491231002X')).toBeNull();
  });

  it('is none in production: nobody invented may stand on a certificate', async () => {
    await expect(ask({ NODE_ENV: 'production' })).rejects.toMatchObject({ fault: 'not_configured' });
  });

  it('is the one that was configured, in production too', async () => {
    receiver.answerWith((response) => {
      sendJson(response, { entry: null });
    });
    for (const environment of [{}, { NODE_ENV: 'production' }]) {
      expect(await ask({ ...environment, ...settings })).toBeNull();
      expect(receiver.requests.at(-1)?.headers.authorization).toBe('Bearer the-token');
    }
  });

  it.each([
    ['without a token', { TONGBAN_REGISTER_TOKEN: '' }, 'TONGBAN_REGISTER_TOKEN'],
    ['without TLS to another machine', { TONGBAN_REGISTER_URL: 'http://register.example/' }, 'https://'],
    ['at an address that is none', { TONGBAN_REGISTER_URL: 'https://host:99999/' }, 'https://'],
    ['with a key that is none', { TONGBAN_REGISTER_AUTHENTICATION: 'hmac' }, 'Base64'],
  ])('is refused %s', (_, change, sentence) => {
    const load = () => loadConfig({ ...settings, ...change });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(sentence);
  });
});

describe('the people of the sample', () => {
  it('have numbers of the right form, each its own', () => {
    for (const { idNumber } of samplePeople) expect(checkIdNumber(idNumber, today).valid).toBe(true);
    const numbers = samplePeople.flatMap(({ idNumber, formerIdNumbers }) => [idNumber, ...formerIdNumbers]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are registered at stations of the sample tree', () => {
    const named = new Map(sampleUnits.map(({ code, name }) => [code, name]));
    for (const { registeringStation: station } of samplePeople) {
      expect(named.get(station.code)).toBe(station.name);
    }
  });
});
