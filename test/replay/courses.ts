import { effectFailure } from '../../activities/failures.ts';
import type { CertificateRenderer } from '../../activities/certificates.ts';
import { CaseDriver } from '../house/case-driver.ts';
import type { Scenario, ScenarioOptions } from '../scenarios/scenario.ts';

export interface Course {
  readonly options?: Pick<ScenarioOptions, 'renderer'>;
  readonly play: (scenario: Scenario) => Promise<CaseDriver>;
}

/** A renderer without the font at first. */
function rendererMendedAfterOneFailure(): CertificateRenderer {
  let calls = 0;
  return {
    renderAnnex1: () =>
      (calls += 1) === 1
        ? Promise.reject(effectFailure('unprintable_text', '无法打印字符 U+323B0'))
        : Promise.resolve(new TextEncoder().encode('%PDF-')),
  };
}

async function verified(scenario: Scenario): Promise<CaseDriver> {
  const driver = await CaseDriver.accept(scenario.house);
  await driver.transmit();
  await driver.receive();
  return driver;
}

/**
 * The courses of which a history is kept: each way through the workflow's code at least once, and each to its end,
 * for a replay runs beyond an open history and then proves nothing.
 */
export const courses = {
  collected: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.answer();
      await driver.issue();
      await driver.act('notify');
      await driver.act('collect');
      return driver;
    },
  },
  referred: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.answer('inconsistent');
      await driver.act('notify');
      return driver;
    },
  },
  'answered-late': {
    async play(scenario) {
      const driver = await verified(scenario);
      await scenario.sleepUntil('2026-11-12T09:00:00+08:00');
      await driver.answer();
      await driver.issue();
      await driver.act('collect');
      return driver;
    },
  },
  withdrawn: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.act('withdraw');
      return driver;
    },
  },
  'certificate-retried': {
    options: { renderer: rendererMendedAfterOneFailure() },
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.answer();
      await driver.request('issue');
      await driver.waitUntil('an incident', ({ pending }) => Object.values(pending)[0]?.failures === 1);
      await scenario.sleepUntil('2026-11-02T11:00:00+08:00');
      await driver.waitUntil('the certificate', ({ status }) => status === 'issued');
      await driver.act('collect');
      return driver;
    },
  },
  'act-rejected': {
    async play(scenario) {
      const driver = await CaseDriver.accept(scenario.house);
      await driver.act('collect').catch(() => undefined);
      await driver.act('refuse');
      return driver;
    },
  },
} as const satisfies Record<string, Course>;
