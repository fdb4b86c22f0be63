import { describe, expect, it } from 'vitest';
import { chainHash, genesisHash } from '../../db/repositories/ledger.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { ledgerAt } from '../domain/case/builders.ts';

const caseNo = '44010699000020261102000019' as CaseNo;
const { events } = ledgerAt('issued');

function chainOf(entries: typeof events): string[] {
  let hash = genesisHash;
  return entries.map((entry) => (hash = chainHash(hash, caseNo, entry)));
}

describe('the hash chain of a ledger', () => {
  it('does not depend on the order in which Postgres returns the keys of an entry', () => {
    const reordered = events.map(({ seq, stepKey, occurredAt, event }) => ({
      event: Object.fromEntries(Object.entries(event).reverse()) as typeof event,
      occurredAt,
      stepKey,
      seq,
    }));
    expect(chainOf(reordered)).toEqual(chainOf(events));
  });

  it('changes from the entry on that was changed, and for every later one', () => {
    const tampered = events.map((entry, index) => (index === 2 ? { ...entry, stepKey: 'another' } : entry));
    const [whole, broken] = [chainOf(events), chainOf(tampered)];
    expect(broken.slice(0, 2)).toEqual(whole.slice(0, 2));
    expect(broken.slice(2).filter((hash, index) => hash === whole[index + 2])).toEqual([]);
  });
});
