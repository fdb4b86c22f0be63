import { describe, expect, it } from 'vitest';
import { effectFailure } from '../../activities/failures.ts';
import { CaseDriver } from '../house/case-driver.ts';
import { openOperationsHouse } from './operations-house.ts';

let hasFont = true;
const stage = await openOperationsHouse({
  renderer: {
    render: () =>
      hasFont
        ? Promise.resolve(new TextEncoder().encode('%PDF-'))
        : Promise.reject(effectFailure('unprintable_text', '无法打印字符 U+323B0。')),
  },
});
const { house, look, list, untilSeen, untilEnded } = stage;

describe('a certificate that cannot be printed', () => {
  it('is an incident with its class, attempts and remedies, and ends with its cause', async () => {
    const driver = await CaseDriver.accept(house);
    await driver.toAnswered();
    hasFont = false;
    await driver.request('issue');
    const incident = await untilSeen('effect_retrying');
    expect(incident).toMatchObject({
      caseNo: driver.caseNo,
      part: 'issue_certificate/1',
      reason: 'unprintable_text',
      attempts: 1,
      endedAt: null,
    });
    expect(incident.message).toContain('U+323B0');
    expect(incident.remedies.map(({ remedy }) => remedy)).toContain('retry_effect');
    hasFont = true;
    await driver.issue();
    await untilEnded('effect_retrying');
    expect((await list('?standing=ended')).items).toMatchObject([{ id: incident.id }]);
  });
});

describe('a house in which everything moves', () => {
  it('has no incident', async () => {
    await CaseDriver.accept(house);
    await look();
    expect(await list()).toEqual({ groups: [], items: [], nextCursor: null });
  });
});
