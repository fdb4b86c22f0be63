import { describe, expect, it } from 'vitest';
import { UnprintableTextError } from '../../activities/documents/errors.ts';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { listApplicants } from '../../db/repositories/applications.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { anotherApplication } from '../api/door.ts';
import { consistent, playPeople } from '../api/people.ts';
import { openDocuments, readPdf } from '../documents/documents-fixture.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
import type { Scenario } from './scenario.ts';
import { playScenario } from './scenario.ts';

/** A renderer that works from the n-th call on. */
function rendererFailingUntil(call: number, failure: Error): DocumentRenderer {
  let calls = 0;
  return {
    render: () => {
      calls += 1;
      return calls < call ? Promise.reject(failure) : Promise.resolve(new TextEncoder().encode('%PDF-'));
    },
  };
}

const documents = await openDocuments();

/** A case under a name with a rare character, through the door up to the asking for its certificate. */
async function askFor(name: string, { openDoor, house }: Scenario) {
  const door = await openDoor();
  const { act, transmitted } = playPeople(door);
  const { applicant } = anotherApplication();
  const caseNo = await door.submit({ applicant: { ...applicant, name } });
  await transmitted(caseNo);
  await act('liaison', caseNo, 'receive');
  await act('liaison', caseNo, 'answer', consistent);
  const asked = await act('window', caseNo, 'issue');
  return {
    door,
    caseNo,
    idNumber: applicant.idNumber,
    asked,
    driver: CaseDriver.of(house, caseNo as CaseNo),
  };
}

const missingGlyph = () => new UnprintableTextError([{ codePoint: 'U+323B0', reason: 'no_glyph' }]);

/** A case up to the moment at which its certificate is asked for, whatever comes of it. */
async function askForCertificate(house: House): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(house);
  await driver.transmit();
  await driver.receive();
  await driver.answer();
  await driver.request('issue');
  return driver;
}

describe('a rare character in a name', () => {
  it('S52 is stored, counted as one character, and printed as it is', () =>
    playScenario({ from: '2026-11-02T09:30:00+08:00', renderer: documents }, async (scenario) => {
      const name = '杨\u{2C35B}';
      const { door, caseNo, idNumber } = await askFor(name, scenario);
      const stored = await listApplicants(scenario.house.owner, [caseNo as CaseNo]);
      expect(stored.get(caseNo as CaseNo)).toMatchObject({ name });
      const list = await door.call('homeProvince', 'GET', '/v1/cases');
      expect(list.json()).toMatchObject({ items: [{ caseNo, applicant: { name: '杨*' } }] });
      const search = await door.call('window', 'POST', '/v1/cases/search', { body: { idNumber } });
      expect(search.json()).toMatchObject({ items: [{ caseNo, applicant: { name: '杨*' } }] });
      // Two halves in UTF-16, and still too short for a name.
      const { applicant, ...application } = anotherApplication();
      const body = { ...application, applicant: { ...applicant, name: '\u{2C35B}' } };
      expect((await door.call('window', 'POST', '/v1/cases', { body })).json()).toMatchObject({
        status: 422,
        errors: [{ pointer: '/applicant/name', code: 'name_too_short' }],
      });
      const certificate = await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`);
      const { text, fontKinds } = await readPdf(certificate.rawPayload);
      expect(text).toContain(`申请人姓名${name}申请人公民身份号码`);
      expect([...fontKinds]).toEqual(['/Subtype /CIDFontType2']);
    }));

  it('S52 that no font has stops the issue with its code point, and no look-alike is printed', () =>
    playScenario({ from: '2026-11-02T09:30:00+08:00', renderer: documents }, async (scenario) => {
      const name = '杨\u{30041}';
      const { door, caseNo, asked, driver } = await askFor(name, scenario);
      const message = '文书中有不能打印的字符：U+30041（字体中没有）。';
      expect(asked.json()).toMatchObject({
        status: 'answered',
        certificate: null,
        pending: [{ effect: 'issue_certificate', incident: { failureClass: 'unprintable_text', message } }],
      });
      expect(await driver.certificateCount()).toBe(0);
      expect((await door.call('window', 'GET', `/v1/cases/${caseNo}/certificate`)).statusCode).toBe(404);
      const told = await driver.noticesTo('window_officer');
      expect(told.filter((text) => text.includes(message))).toHaveLength(1);
      expect(told.join()).not.toContain(name);

      // A private-use character is no character of a name, at the counter already.
      const { applicant, ...application } = anotherApplication();
      const body = { ...application, applicant: { ...applicant, name: '杨\uE000' } };
      expect((await door.call('window', 'POST', '/v1/cases', { body })).json()).toMatchObject({
        status: 422,
        errors: [{ pointer: '/applicant/name', code: 'name_private_use' }],
      });
    }));
});

describe('an effect that fails', () => {
  it('S52 is an incident that names the character, is told once, and mends itself when it can', () => {
    const renderer = rendererFailingUntil(3, missingGlyph());
    return playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async (scenario) => {
      const { house, sleepUntil } = scenario;
      const driver = await askForCertificate(house);
      await driver.waitUntil(
        'an incident',
        ({ pending }) => pending['issue_certificate/1' as never]?.failures === 1,
      );
      expect(Object.values((await driver.state()).pending)[0]?.progress).toMatchObject({
        kind: 'failed',
        failure: { failureClass: 'unprintable_text', message: missingGlyph().message },
      });
      await sleepUntil('2026-11-02T11:00:00+08:00');
      await driver.waitUntil('the certificate', ({ status }) => status === 'issued');

      expect((await driver.course()).slice(5)).toEqual([
        'issue_requested',
        'effect_failed',
        'effect_retried',
        'effect_failed',
        'effect_retried',
        'certificate_issued',
      ]);
      const told = (await driver.noticesTo('window_officer')).filter((text) => text.includes('U+323B0'));
      expect(told).toHaveLength(1);
    });
  });

  it('is tried again at once when the officer presses the button again, and makes one certificate', () => {
    const renderer = rendererFailingUntil(2, missingGlyph());
    return playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async ({ house }) => {
      const driver = await askForCertificate(house);
      await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
      await driver.issue();
      expect(await driver.certificateCount()).toBe(1);
    });
  });

  it('leaves the applicant free to withdraw', () => {
    const renderer = rendererFailingUntil(1000, missingGlyph());
    return playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async ({ house }) => {
      const driver = await askForCertificate(house);
      await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
      await driver.act('withdraw');
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    });
  });

  it('gives up after more than 7 days and keeps the case open for a person, who may withdraw', () => {
    const renderer = rendererFailingUntil(1000, missingGlyph());
    return playScenario({ from: '2026-11-02T09:30:00+08:00', renderer }, async (scenario) => {
      const { house, sleepUntil, tell } = scenario;
      const driver = await askForCertificate(house);
      await sleepUntil('2026-11-20T09:30:00+08:00');
      await driver.waitUntil('the last try', ({ pending }) =>
        Object.values(pending).some(
          ({ progress }) => progress.kind === 'failed' && progress.nextTryAt === null,
        ),
      );
      const last = (await driver.events()).at(-1);
      expect(tell(last?.occurredAt)?.slice(0, 10)).toBe('2026-11-09');
      expect((await driver.state()).status).toBe('answered');
      await driver.act('withdraw');
      expect(await driver.state()).toMatchObject({ status: 'closed', outcome: 'withdrawn', pending: {} });
    });
  });

  it('starts no clock that no calendar can end, says so, and guesses no weekday', () => {
    const all = loadPublishedCalendar();
    const calendar = { ...all, years: all.years.filter(({ year }) => year < 2027) };
    return playScenario({ from: '2026-12-28T10:00:00+08:00', calendar }, async ({ house }) => {
      const driver = await CaseDriver.accept(house);
      await driver.transmit();
      const { clocks, unstartedClocks } = await driver.state();
      expect(Object.keys(clocks)).toEqual(['transmission/1']);
      expect(unstartedClocks).toMatchObject({ 'verification/1': { clock: 'verification' } });
      expect(await driver.noticesTo('window_officer')).toContain(
        '相应年度的工作日历尚未发布，查证反馈期限待日历发布后起算。',
      );
    });
  });
});
