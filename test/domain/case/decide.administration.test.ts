import { describe, expect, it } from 'vitest';
import { agenda } from '../../../domain/case/agenda.ts';
import { effectsUnderWay } from '../../../domain/case/state.ts';
import type { Ledger } from './ledger.ts';
import { homeCounty, homeStation, otherStation } from './facts.ts';
import {
  accepted,
  answered,
  atTheCounty,
  collected,
  inTransit,
  issued,
  issuedOnTheSpot,
  verifying,
} from './roads.ts';

const terminate = { type: 'terminate_case', cause: 'duplicate' } as const;
const by = { role: 'system_administrator' };

describe('a paused case', () => {
  it('refuses every act and lets nothing come due; what was due comes due when it is resumed', () => {
    const ledger = verifying().administer({ type: 'pause_case' });
    expect(ledger.state.paused).toMatchObject({ by });
    expect(ledger.refusalOf('answer')).toBe('case_paused');
    const { dueAt } = ledger;
    ledger.passUntil('2026-11-20T09:00:00+08:00');
    expect([agenda(ledger.state), ledger.fired()]).toEqual([[], []]);
    ledger.administer({ type: 'resume_case' });
    expect(ledger.dueAt).toBe(dueAt);
    ledger.passUntil('2026-11-20T09:00:01+08:00');
    expect(ledger.fired()).toContain('verification/1/R4 2026-11-20T09:00');
    expect(ledger.do('answer').state.answer?.timeliness).toBe('late');
  });

  it('takes the report of what was under way and begins nothing; its remedies wait', () => {
    const ledger = answered().do('issue').administer({ type: 'pause_case' });
    const { pending } = ledger.state;
    expect([Object.keys(pending), effectsUnderWay(ledger.state)]).toEqual([['issue_certificate/1'], []]);
    ledger.fail('issue_certificate');
    expect(agenda(ledger.state)).toEqual([]);
    ledger.administer({ type: 'resume_case' });
    expect(agenda(ledger.state)[0]).toMatchObject({ kind: 'retry' });
  });

  it('is paused once, and resumed once', () => {
    const ledger = verifying().administer({ type: 'resume_case' });
    ledger.administer({ type: 'pause_case' }).administer({ type: 'pause_case' });
    ledger.administer({ type: 'resume_case' }).administer({ type: 'resume_case' });
    expect(ledger.eventsOf('case_paused')).toHaveLength(1);
    expect(ledger.eventsOf('case_resumed')).toHaveLength(1);
  });
});

describe('a case that an administrator ends', () => {
  it.each([accepted, inTransit, verifying, answered, issued, issuedOnTheSpot])(
    'has the outcome, and nothing left to happen (%#)',
    (road) => {
      const ledger = road().administer({ type: 'pause_case' }).administer(terminate);
      expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'terminated', pending: {} });
      expect(ledger.state).not.toHaveProperty('paused');
      expect([agenda(ledger.state), ledger.running()]).toEqual([[], []]);
      expect(ledger.notices.at(-1)?.text).toContain('终止办理（重复受理）');
      expect(ledger.notices.map(({ audience }) => audience)).toContainEqual({ kind: 'applicant' });
    },
  );

  it('is not ended while nobody knows whether its certificate exists', () => {
    const ledger = answered().do('issue').administer(terminate);
    expect(ledger.state.status).toBe('answered');
    expect(ledger.fail('issue_certificate').administer(terminate).state.status).toBe('closed');
  });
});

describe('a case that is opened again', () => {
  it.each<[string, () => Ledger, string[]]>([
    ['accepted', accepted, ['transmission/2']],
    ['in_transit', inTransit, ['verification/2']],
    ['verifying', verifying, ['verification/2']],
    ['answered', answered, ['issue/2']],
    ['issued', issued, ['collection/2', 'issue/2']],
    ['issued', issuedOnTheSpot, ['collection/2', 'filing_dispatch/2']],
  ])('stands at %s, with terms of its own (%#)', (status, road, running) => {
    const ledger = road().administer(terminate).administer({ type: 'reopen_case' });
    expect(ledger.state).toMatchObject({ status, outcome: null, closedAt: null });
    expect(ledger.running().toSorted()).toEqual(running);
  });

  it('goes on to its end', () => {
    const ledger = verifying().do('withdraw').administer({ type: 'reopen_case' });
    ledger.do('answer').do('issue').makeCertificate().do('notify').do('collect');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('is none of which the certificate was collected, nor one that is open', () => {
    expect(collected().administer({ type: 'reopen_case' }).state.status).toBe('closed');
    expect(accepted().administer({ type: 'reopen_case' }).eventsOf('case_reopened')).toEqual([]);
  });
});

describe('a dossier that an administrator sends to another station', () => {
  it('goes there as if its officer had sent it, also when only a supervisor could', () => {
    const ledger = accepted().do('reroute').handOver().do('reroute', { homeStation }).handOver();
    ledger.administer({
      ...{ type: 'redirect_case', act: 'reroute', homeStation: otherStation, homeLevel: 'station' },
    });
    expect(ledger.eventsOf('case_rerouted').at(-1)).toMatchObject({ by, homeStation: otherStation });
    ledger.handOver();
    expect(ledger.state).toMatchObject({ status: 'in_transit', homeStation: otherStation });
  });

  it('is assigned in the place of a county that does not', () => {
    const assign = { type: 'redirect_case', act: 'assign', homeLevel: 'station' } as const;
    const ledger = atTheCounty();
    expect(ledger.state.homeStation).toBe(homeCounty);
    ledger.administer({ ...assign, homeStation }).handOver();
    expect(ledger.eventsOf('case_rerouted')).toMatchObject([{ cause: 'assigned', homeStation }]);
    expect(ledger.running('verification')).toEqual(['verification/1']);
  });

  it('stays where the act would be refused', () => {
    const ledger = verifying().administer({
      ...{ type: 'redirect_case', act: 'reroute', homeStation: otherStation, homeLevel: 'station' },
    });
    expect(ledger.eventsOf('case_rerouted')).toEqual([]);
  });
});
