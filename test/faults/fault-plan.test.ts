import { describe, expect, it } from 'vitest';
import { faultKindNames, targetOf } from './harness/fault.ts';
import { readInvocation } from './harness/options.ts';
import { linkNames } from './harness/links.ts';
import { planFaults } from './harness/plan.ts';
import { pointNames, victims } from './harness/points.ts';

const plan = (seed: number, faults: number, kinds = faultKindNames) => planFaults({ seed, faults, kinds });

describe('the plan of a seed', () => {
  it('is the same each time, and begins alike however long it is', () => {
    expect(plan(1, 50)).toEqual(plan(1, 50));
    expect(plan(1, 50).slice(0, 20)).toEqual(plan(1, 20));
    expect(plan(2, 50)).not.toEqual(plan(1, 50));
  });

  it('has every kind, victim, point and connection before one comes too often', () => {
    const faults = plan(1, 200).map(({ fault }) => fault);
    expect(new Set(faults.slice(0, 23).map(({ kind }) => kind))).toEqual(new Set(faultKindNames));
    expect(new Set(faults.map(targetOf))).toEqual(
      new Set([...victims, ...pointNames, ...linkNames, 'blobs']),
    );
  });

  it('keeps to the kinds that were chosen', () => {
    expect(new Set(plan(1, 30, ['cut']).map(({ fault }) => fault.kind))).toEqual(new Set(['cut']));
  });
});

it('what was asked for is read, and what is not known refused', () => {
  expect(readInvocation(['--faults', '7', '--kinds', 'cut,delay'], 5)).toMatchObject({
    ...{ faults: 7, seed: 5, kinds: ['cut', 'delay'] },
  });
  expect(readInvocation(['--help'], 5)).toBe('help');
  expect(() => readInvocation(['--kinds', 'fire'], 5)).toThrow('fire');
});
