import { effectFailure } from '../../activities/failures.ts';
import type { DocumentRenderer } from '../../activities/documents/document-renderer.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { CaseDriver, stationLeader } from '../house/case-driver.ts';
import type { Scenario, ScenarioOptions } from '../scenarios/scenario.ts';

export interface Course {
  readonly options?: Pick<ScenarioOptions, 'renderer'>;
  readonly play: (scenario: Scenario) => Promise<CaseDriver>;
}

/** A renderer without the font at first. */
function rendererMendedAfterOneFailure(): DocumentRenderer {
  let calls = 0;
  return {
    render: () =>
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
  'on-the-spot': {
    async play({ house, at, sleepUntil }) {
      const driver = await CaseDriver.accept(house, { matters: [{ code: 'REGISTRATION' }] });
      const content = {
        registeredAddress: '贵州省遵义市红花岗区桃溪路100号',
        registerReference: '20261102-0001',
        queriedAt: at('2026-11-02T09:20:00+08:00'),
      };
      await driver.act('issue_annex_2', {}, { content });
      await sleepUntil('2026-11-04T09:00:00+08:00');
      await driver.act('collect');
      await driver.act('send_filing');
      await driver.act('acknowledge_filing');
      return driver;
    },
  },
  rerouted: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.act('return_dossier', { reason: 'not_our_register', suggestedStation: null });
      const homeStation = parseUnitCode('520302980000');
      await driver.act('reroute', { homeStation, homeLevel: 'station' });
      await driver.act('withdraw');
      return driver;
    },
  },
  'sent-by-hand': {
    async play({ house, at, sleepUntil }) {
      const driver = await CaseDriver.accept(house);
      const handedOverAt = at('2026-11-02T09:00:00+08:00');
      await driver.transmit('manual', { way: 'fax', handedOverAt, faxNumber: '0851-00000018', pages: 3 });
      await sleepUntil('2026-11-04T09:00:00+08:00');
      await driver.receive(at('2026-11-02T10:00:00+08:00'), 2);
      await driver.transmit();
      await driver.act('refuse');
      return driver;
    },
  },
  escalated: {
    async play(scenario) {
      const driver = await verified(scenario);
      await scenario.sleepUntil('2026-11-10T09:00:00+08:00');
      const rungKey = 'verification/1/R4' as RungKey;
      await driver.act('reply', { rungKey }, { by: stationLeader, content: { text: '明日反馈' } });
      await scenario.sleepUntil('2026-11-20T09:00:00+08:00');
      await driver.act('refer');
      return driver;
    },
  },
  uncollected: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.answer();
      await driver.issue();
      await driver.act('notify');
      await scenario.sleepUntil('2027-06-01T09:00:00+08:00');
      return driver;
    },
  },
  reopened: {
    async play(scenario) {
      const driver = await verified(scenario);
      await driver.answer();
      await driver.finish();
      await driver.handle.result();
      await driver.act('void_certificate');
      await driver.issue();
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
