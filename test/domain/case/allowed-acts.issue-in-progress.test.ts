import { describe, expect, it } from 'vitest';
import type { Act } from '../../../domain/case/acts.ts';
import { allowedActs } from '../../../domain/case/allowed-acts.ts';
import { roles } from '../../../domain/roles.ts';
import type { Ledger } from './ledger.ts';
import { accepted, answered, issued, issuedOnTheSpot } from './roads.ts';

/** Each case with what may be done while its certificate is being made: only what cannot disturb it. */
const makings: [string, () => Ledger, Act[]][] = [
  [
    'Annex 2 at the counter',
    () => accepted({}, 'REGISTRATION').do('issue_annex_2'),
    ['request_completion', 'log_call', 'complain'],
  ],
  ['Annex 1', () => answered().do('issue'), ['log_call', 'complain']],
  [
    'Annex 1 of a part',
    () => answered('partly_consistent').do('issue', { consent: 'given' }),
    ['log_call', 'complain'],
  ],
  ['one in the place of a lost one', () => issued().do('reissue'), ['reprint', 'log_call', 'complain']],
  [
    'Annex 2 in the place of a lost one',
    () => issuedOnTheSpot().do('reissue'),
    ['reprint', 'log_call', 'complain'],
  ],
];

describe.each(makings)('while %s is being made', (_, at, allowed) => {
  const allowedTo = ({ state, now }: Ledger) =>
    new Set(roles.flatMap((role) => allowedActs(state, { role, now })));

  it('nobody can know whether it exists, so nothing that would rest on it or undo it is done', () => {
    expect([...allowedTo(at())]).toEqual(allowed);
  });

  it('the way is open again once it failed, and the same button tries the same effect', () => {
    const ledger = at();
    const [asked] = Object.values(ledger.state.pending);
    ledger.fail('issue_certificate');
    expect(allowedTo(ledger).size).toBeGreaterThan(allowed.length);
    const act = (['issue', 'issue_annex_2', 'reissue'] as const).find((each) => allowedTo(ledger).has(each));
    if (act === undefined) throw new Error('the button is there again');
    ledger.do(act, act === 'issue' ? { consent: 'given' } : {});
    expect(ledger.pending('issue_certificate').n).toBe(asked?.effect.n);
  });
});
