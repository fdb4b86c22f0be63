import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { describe, expect, inject, it } from 'vitest';
import '../house/quiet-temporal.ts';
import { replayAll } from '../../platform/temporal/replay.ts';
import { bundleWorkflows } from '../house/bundle-workflows.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { textsOf } from './history-texts.ts';
import type { KeptHistory } from './kept-histories.ts';
import { keptNames, readIndex, readKept, versions } from './kept-histories.ts';

const kept = versions.flatMap(readKept);
const named = kept.map((each) => ({ ...each, workflowId: workflowIdOf(each), title: titleOf(each) }));
const incompatible = new URL('incompatible/index.ts', import.meta.url);

const onThisBuild = await verdictsOn({ codePath: inject('workflowBundlePath') });
const onIncompatible = await verdictsOn(await bundleWorkflows(incompatible, [incompatible.pathname]));

async function verdictsOn(bundle: Parameters<typeof replayAll>[1]) {
  const verdicts = [];
  for await (const { title, version, name, verdict } of replayAll(named, bundle)) {
    verdicts.push({ title, version, name, verdict });
  }
  return verdicts;
}

function workflowIdOf({ history }: KeptHistory): string {
  return history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? 'replay';
}

/** By a scenario that it came of, which says more than its name. */
function titleOf({ version, name }: KeptHistory): string {
  const [scenario = 'nothing'] =
    Object.entries(readIndex(version)).find(([, names]) => names.includes(name)) ?? [];
  return `${version} ${name} (${scenario})`;
}

const advice =
  'Cases that run now would stop at their next task. Guard the change with patched() (docs/versioning.md), ' +
  'or take it back; if it is in production already, roll back. Do not record anew.';

describe('every kept history', () => {
  it.each(onThisBuild)('$title is followed by this build', ({ title, verdict }) => {
    if (verdict.ok) return;
    const { eventId, expected, actual, message } = verdict;
    const place = `event ${eventId ?? '?'} is ${expected ?? '?'}, this build does ${actual ?? 'otherwise'}`;
    throw new Error(`${title}: ${place} [${message}]. ${advice}`);
  });

  it('is refused by an incompatible build', () => {
    expect(onIncompatible.filter(({ verdict }) => verdict.ok).map(({ title }) => title)).toEqual([]);
    expect(onIncompatible).toHaveLength(kept.length);
  });

  // Two copies of protobufjs in the tree make this throw, and with it every replay from JSON.
  it('can be read from JSON at all', () => {
    expect(historyFromJSON({ events: [] }).events).toEqual([]);
  });
});

describe('the index of a version', () => {
  it.each(versions)('%s names the histories that are there, and no other', (version) => {
    expect([...new Set(Object.values(readIndex(version)).flat())].sort()).toEqual(keptNames(version));
    expect(keptNames(version).length).toBeGreaterThan(0);
  });
});

describe('personal data', () => {
  const { applicant } = sampleApplication;
  const personal = [
    ...[applicant.name, applicant.telephone, applicant.residenceAddress],
    // People of tests have numbers that begin so.
    ...[applicant.idNumber, '52030219900307', '52030219900101'],
    ...['曾用名', '出生日期', '入职'],
  ];
  const texts = kept.map(({ name, history }) => ({
    name,
    text: textsOf(JSON.parse(historyToJSON(history))).join('\n'),
  }));

  it('is in none of them', () => {
    const found = texts.flatMap(({ name, text }) =>
      personal.filter((value) => text.includes(value)).map((value) => `${name}: ${value}`),
    );
    expect(found).toEqual([]);
  });

  it('would be seen: the scan reads payloads', () => {
    const cases = texts.filter(({ name }) => name.startsWith('caseWorkflow'));
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter(({ text }) => !text.includes('acceptingStation')).map(({ name }) => name)).toEqual(
      [],
    );
  });
});
