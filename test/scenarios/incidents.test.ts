import { describe, expect, it } from 'vitest';
import { UnprintableTextError } from '../../activities/documents/errors.ts';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { House } from '../house/house.ts';
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

  it('gives up after more than 7 days and keeps the case open for a person', () => {
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
