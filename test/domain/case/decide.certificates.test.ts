import { describe, expect, it } from 'vitest';
import { findRunningClock } from '../../../domain/case/state.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { defaultPolicy } from '../../../domain/policy.ts';
import { policyWith } from './facts.ts';
import { accepted, answered, collected, issued, issuedOnTheSpot, reopened, verifying } from './roads.ts';

describe('a certificate', () => {
  it('is issued once it is made, for the confirmed matters, and waits half a year for its collection', () => {
    const asked = answered().do('issue');
    expect(asked.state).toMatchObject({ status: 'answered', certificates: [] });
    const ledger = asked.makeCertificate();
    expect(ledger.state).toMatchObject({
      status: 'issued',
      filing: 'none',
      certificates: [{ kind: 'annex_1', matters: ['NAME_CHANGE'], life: 'valid', printCount: 1 }],
    });
    expect(ledger.running()).toEqual(['issue/1', 'collection/1']);
    expect(findRunningClock(ledger.state, 'collection')?.deadline.dueAt).toBe(
      '2027-05-01T17:30:00.000+08:00',
    );
  });

  it('for part of the matters takes the applicant’s consent and says nothing of the others', () => {
    const matters = ['NAME_CHANGE', 'MIGRATION'] as const;
    const ledger = verifying({}, ...matters).do('answer', { result: 'partly_consistent' });
    expect(ledger.refusalOf('issue')).toBe('consent_needed');
    ledger.do('issue', { consent: 'given' }).makeCertificate();
    expect(ledger.state.certificates).toMatchObject([{ matters: ['NAME_CHANGE'] }]);
  });

  it('ends the term of issue with the notice or the collection, whichever comes first', () => {
    expect(issued().do('notify').running()).toEqual(['collection/1']);
    const ledger = issued().do('collect');
    expect(ledger.running()).toEqual([]);
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('is printed again under its number, and the prints are counted', () => {
    const ledger = issued().do('reprint').do('reprint');
    expect(ledger.state.certificates).toMatchObject([{ life: 'valid', printCount: 3 }]);
    expect(collected().do('reprint').state).toMatchObject({
      status: 'closed',
      certificates: [{ printCount: 2 }],
    });
  });
});

describe('a certificate in words of the officer’s own', () => {
  const text = { certificateText: 'given' } as const;
  const differs = { differsFrom: 'answer' } as const;

  it('is none at a first issue, also after an Annex 2 was voided', () => {
    expect(answered().refusalOf('issue', text)).toBe('no_certificate_to_correct');
    const spot = issuedOnTheSpot().do('void_certificate').do('transmit').handOver().do('receive');
    const ledger = spot.do('answer', { confirmedMatters: ['REGISTRATION'] });
    expect(ledger.refusalOf('issue', text)).toBe('no_certificate_to_correct');
  });

  it('takes the place of a voided one, and the home station hears when it differs from its answer', () => {
    const corrected = (change: object) => {
      const ledger = reopened().do('issue', text);
      const before = ledger.notices.length;
      return ledger.makeCertificate(change).notices.slice(before);
    };
    expect(corrected({})).toEqual([]);
    expect(corrected(differs)).toMatchObject([
      {
        audience: { unit: 'home_station', post: 'liaison_officer' },
        text: expect.stringContaining('与你所反馈的不一致') as unknown,
      },
    ]);
  });
});

describe('a voided certificate', () => {
  it('brings the case back to its answer with a new term, and keeps its number for ever', () => {
    const ledger = reopened();
    expect(ledger.state).toMatchObject({
      status: 'answered',
      outcome: null,
      closedAt: null,
      notifiedAt: null,
      collectedAt: null,
      certificates: [{ life: 'voided', supersededBy: null }],
    });
    expect(ledger.running()).toEqual(['issue/2']);
  });

  it('and the one issued in its place point to each other', () => {
    const ledger = reopened().do('issue').makeCertificate();
    const [first, second] = ledger.state.certificates;
    expect(first).toMatchObject({ life: 'voided', supersededBy: second?.certificateNo });
    expect(second).toMatchObject({ life: 'valid', supersededBy: null });
    expect(ledger.eventsOf('certificate_issued').at(-1)).toMatchObject({ supersedes: first?.certificateNo });
    expect(ledger.do('collect').state).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('may follow another: each points to its successor', () => {
    const ledger = reopened().do('issue').makeCertificate().do('void_certificate').do('issue');
    const numbers = ledger.makeCertificate().state.certificates.map(({ certificateNo }) => certificateNo);
    expect(ledger.state.certificates.map(({ supersededBy }) => supersededBy)).toEqual([
      numbers[1],
      numbers[2],
      null,
    ]);
  });

  it('may end in a referral when the answer turns out otherwise', () => {
    const ledger = reopened().do('answer', { result: 'inconsistent', confirmedMatters: [] }).do('notify');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'referred' });
  });

  it('of Annex 2 brings the case back to the counter', () => {
    const ledger = issuedOnTheSpot().do('void_certificate');
    expect(ledger.state.status).toBe('accepted');
    expect(ledger.running()).toEqual(['transmission/2']);
    ledger.do('issue_annex_2').makeCertificate();
    expect(ledger.state).toMatchObject({ status: 'issued', filing: 'due' });
  });
});

describe('a lost certificate', () => {
  it('is issued anew from a fresh answer: the old one is superseded, the case open until it is collected', () => {
    const ledger = collected().goTo('2026-11-20T09:00:00+08:00').do('reissue');
    // Open again from the asking on: a closed case has no workflow to make it.
    expect(ledger.state).toMatchObject({ status: 'issued', outcome: null, closedAt: null });
    ledger.makeCertificate();
    const [first, second] = ledger.state.certificates;
    expect(ledger.state).toMatchObject({ status: 'issued', outcome: null, closedAt: null });
    expect(first).toMatchObject({ life: 'superseded', supersededBy: second?.certificateNo });
    expect(second).toMatchObject({ kind: 'annex_1', life: 'valid', matters: ['NAME_CHANGE'] });
    expect(ledger.do('collect').state.status).toBe('closed');
  });

  it.each([
    ['the 30th day after the answer', '2026-12-02T23:00:00+08:00', null],
    ['the 31st', '2026-12-03T00:30:00+08:00', 'answer_not_fresh'],
  ])('%s: %3$s', (_, at, code) => {
    expect(issued().goTo(at).refusalOf('reissue')).toBe(code);
    expect(issuedOnTheSpot().goTo(at).refusalOf('reissue')).toBe(code);
  });

  it('that was asked for in time and could not be made is tried again after it', () => {
    const ledger = issued().goTo('2026-12-02T09:00:00+08:00').do('reissue').failForGood('issue_certificate');
    expect(ledger.refusalOf('reissue')).toBeNull();
    expect(ledger.makeCertificate().state.certificates).toMatchObject([
      { life: 'superseded' },
      { life: 'valid' },
    ]);
  });

  it('counts from the answer however often it was issued anew', () => {
    const ledger = issuedOnTheSpot().goTo('2026-11-30T09:00:00+08:00').do('reissue').makeCertificate();
    expect(ledger.goTo('2026-12-03T09:00:00+08:00').refusalOf('reissue')).toBe('answer_not_fresh');
  });

  it('of Annex 2 is an Annex 2, and is filed again', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling().do('acknowledge_filing').do('reissue');
    ledger.makeCertificate();
    expect(ledger.state).toMatchObject({
      filing: 'due',
      certificates: [{ life: 'superseded' }, { kind: 'annex_2', life: 'valid' }],
    });
  });
});

describe('Annex 2', () => {
  it('starts no 5 days but a term for its filing, which stays with the accepting station', () => {
    const ledger = issuedOnTheSpot();
    expect(ledger.state).toMatchObject({ status: 'issued', filing: 'due', transmissions: [] });
    expect(ledger.running()).toEqual(['collection/1', 'filing_dispatch/1']);
    expect(ledger.do('notify').state.custody.at(-1)?.holder).toBe('accepting_station');
  });

  it('is told to the home station with the filing, which has 5 working days to acknowledge it', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling();
    expect(ledger.state.filing).toBe('sent');
    expect(ledger.running()).toEqual(['collection/1', 'filing_acknowledgement/1']);
    expect(ledger.ahead()[0]).toBe('filing_acknowledgement/1/filing_unacknowledged 2026-11-09T17:30');
    expect(ledger.notices.at(-1)?.audience).toMatchObject({ unit: 'home_station' });
  });

  it('closes when it is collected and its filing acknowledged, in this order', () => {
    const ledger = issuedOnTheSpot().do('notify').do('collect');
    expect(ledger.state.status).toBe('issued');
    ledger.do('send_filing').sendFiling();
    expect(ledger.state).toMatchObject({ status: 'issued', filing: 'sent' });
    expect(ledger.state.custody.at(-1)?.holder).toBe('home_station');
    ledger.do('acknowledge_filing');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'collected', filing: 'acknowledged' });
  });

  it('or in the other', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling().do('acknowledge_filing').do('notify');
    expect(ledger.state).toMatchObject({ status: 'issued', filing: 'acknowledged' });
    expect(ledger.state.custody.at(-1)?.holder).toBe('applicant');
    expect(ledger.do('collect').state).toMatchObject({ status: 'closed', outcome: 'collected' });
  });

  it('is possible for a case that came back from the home station', () => {
    const ledger = accepted({}, 'REGISTRATION').do('transmit').handOver().do('return_dossier');
    ledger.do('issue_annex_2').makeCertificate();
    expect(ledger.running()).toEqual(['collection/1', 'filing_dispatch/1']);
  });
});

describe('a certificate that nobody collects', () => {
  it('is reminded of twice and closes the case after 180 days, which keeps the paper valid', () => {
    const ledger = issued().do('notify').passUntil('2027-05-01T17:30:00+08:00');
    expect(ledger.fired()).toEqual([
      'collection/1/collection_reminder 2026-11-17T08:30',
      'collection/1/collection_second_reminder 2026-12-02T08:30',
      'collection/1/collection_lapsed 2027-05-01T17:30',
    ]);
    expect(ledger.state).toMatchObject({
      status: 'closed',
      outcome: 'uncollected',
      closedAt: parseInstant('2027-05-01T17:30:00+08:00'),
      certificates: [{ life: 'valid' }],
    });
  });

  it('closes no case while it is being made anew', () => {
    const patient = {
      policy: policyWith('patient', { cases: { ...defaultPolicy.cases, answerFreshDays: 200 } }),
    };
    const ledger = issued(patient).passUntil('2027-05-01T17:00:00+08:00').do('reissue');
    expect(ledger.passUntil('2027-05-02T09:00:00+08:00').state.status).toBe('issued');
    expect(ledger.makeCertificate().state).toMatchObject({
      status: 'issued',
      certificates: [{}, { life: 'valid' }],
    });
  });

  it('stays open until its Annex 2 is filed, however long that takes', () => {
    const ledger = issuedOnTheSpot().passUntil('2027-06-01T09:00:00+08:00');
    expect(ledger.state).toMatchObject({ status: 'issued', filing: 'due' });
    ledger.do('send_filing').sendFiling().do('acknowledge_filing').passUntil('2027-06-01T09:01:00+08:00');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'uncollected', filing: 'acknowledged' });
  });

  it('is handed over all the same to whoever comes after that', () => {
    const ledger = issued().passUntil('2027-05-20T09:00:00+08:00');
    const { closedAt } = ledger.state;
    expect(ledger.do('collect').state).toMatchObject({ status: 'closed', outcome: 'collected', closedAt });
    expect(ledger.state.collectedAt).not.toBeNull();
    expect(ledger.refusalOf('collect')).toBe('already_collected');
    expect(accepted().do('withdraw').refusalOf('collect')).toBe('act_not_allowed');
  });

  it('can be asked for anew after that, and lapse again', () => {
    const patient = {
      policy: policyWith('patient', { cases: { ...defaultPolicy.cases, answerFreshDays: 200 } }),
    };
    const ledger = issued(patient).passUntil('2027-05-01T18:00:00+08:00').do('reissue');
    expect(ledger.running()).toEqual(['issue/2', 'collection/2']);
    ledger.failForGood('issue_certificate').passUntil('2027-12-01T09:00:00+08:00');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'uncollected', pending: {} });
  });

  it('lapses all the same where the new one was given up', () => {
    const patient = {
      policy: policyWith('patient', { cases: { ...defaultPolicy.cases, answerFreshDays: 200 } }),
    };
    const ledger = issued(patient).passUntil('2027-04-01T17:00:00+08:00').do('reissue');
    ledger.failForGood('issue_certificate').passUntil('2027-05-02T09:00:00+08:00');
    expect(ledger.state).toMatchObject({ status: 'closed', outcome: 'uncollected', pending: {} });
  });

  it('is not reminded of once it is collected', () => {
    expect(collected().ahead()).toEqual([]);
  });
});

describe('no clock of a kind runs twice', () => {
  it('issue, after a void before the notice', () => {
    expect(issued().do('void_certificate').running('issue')).toHaveLength(1);
  });

  it('filing_dispatch, after an Annex 2 was issued anew', () => {
    expect(issuedOnTheSpot().do('reissue').makeCertificate().running('filing_dispatch')).toHaveLength(1);
  });

  it('filing_acknowledgement, when the new one is filed while the old one’s is awaited', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling().do('reissue').makeCertificate();
    ledger.do('send_filing').sendFiling();
    expect(ledger.running('filing_acknowledgement')).toHaveLength(1);
  });
});

describe('a voided Annex 2', () => {
  it('that was filed is told to the home station', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling();
    const before = ledger.notices.length;
    ledger.do('void_certificate');
    expect(ledger.notices.slice(before)).toMatchObject([{ audience: { unit: 'home_station' } }]);
  });

  it('whose filing was just being sent is told all the same: it may have arrived', () => {
    const ledger = issuedOnTheSpot().do('send_filing');
    const before = ledger.notices.length;
    ledger.do('void_certificate');
    expect(ledger.notices.slice(before)).toMatchObject([{ audience: { unit: 'home_station' } }]);
  });

  it('that took the place of a collected one leaves no term of its making behind', () => {
    const ledger = issuedOnTheSpot().do('send_filing').sendFiling().do('acknowledge_filing').do('collect');
    ledger.do('reissue').makeCertificate().do('void_certificate');
    expect(ledger.running()).toEqual(['transmission/2']);
  });

  it('leaves no filing behind that would keep the later Annex 1 from closing', () => {
    const ledger = issuedOnTheSpot().do('void_certificate').do('transmit').handOver().do('receive');
    ledger
      .do('answer', { confirmedMatters: ['REGISTRATION'] })
      .do('issue')
      .makeCertificate();
    expect(ledger.state.filing).toBe('none');
    expect(ledger.do('collect').state.status).toBe('closed');
  });
});
