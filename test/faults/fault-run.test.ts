import { inject, describe, expect, it } from 'vitest';
import { faultKindNames } from './harness/fault.ts';
import { runFaults } from './harness/faults.ts';
import type { InvariantName } from './harness/invariants/invariants.ts';
import { invariantNames, invariants } from './harness/invariants/invariants.ts';
import { tamperedWith, tamperings } from './harness/tampering.ts';

const faults = 9;
const foundWhenTampered = new Map<InvariantName, readonly string[]>();

const result = await runFaults(
  {
    ...{ seed: 20_261_201, faults, kinds: faultKindNames, counters: 3, limitMs: 600_000 },
    cacheDir: inject('cacheDir'),
    async inspect(observed) {
      for (const name of invariantNames) {
        const found = await tamperedWith(observed, tamperings[name], invariants[name].check);
        foundWhenTampered.set(name, found);
      }
    },
  },
  () => undefined,
);

it('nothing is lost and nothing doubled, whatever was killed, cut, delayed, filled and turned', () => {
  expect(result.violations).toEqual([]);
  expect(result).toMatchObject({ faults, lost: 0, doubled: 0 });
  expect(result.cases).toBeGreaterThan(0);
});

describe('an invariant that is broken on purpose', () => {
  it.each(invariantNames)('%s is found violated', (name) => {
    const found = foundWhenTampered.get(name) ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).not.toContain('not checked');
  });
});
