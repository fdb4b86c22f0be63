import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../domain/time/instant.ts';
import { actor, commandOf } from './commands.ts';
import { homeCounty, homeStation, otherStation, policyWith } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { accepted, atTheCounty, faxed, inTransit, verifying } from './roads.ts';

const clauses = {
  acceptance: '2026-11-03T17:30:00.000+08:00',
  verification: '2026-11-09T17:30:00.000+08:00',
};

describe('acceptance', () => {
  it('gives the accepting station one working day to send the dossier on', () => {
    const { state } = accepted();
    expect(state).toMatchObject({ status: 'accepted', outcome: null, reroutes: 0, filing: 'none' });
    expect(state.policyVersions).toEqual({ accepting: 'default', home: 'default' });
    expect(state.clocks).toMatchObject({ 'transmission/1': { deadline: { dueAt: clauses.acceptance } } });
    expect(accepted().holder).toBe('accepting_station');
  });

  it('happens once', () => {
    const ledger = accepted();
    expect(() => ledger.accept()).toThrow('case_already_accepted');
  });
});

describe('an act that is meant for the case as it was seen', () => {
  it('is refused when something happened since', () => {
    const ledger = accepted();
    const { seq } = ledger.state;
    const call = (seenSeq: number) => ledger.settle({ ...commandOf('log_call'), seenSeq });
    expect(call(seq - 1)).toEqual({ ok: false, rejection: { code: 'precondition_failed' } });
    expect(call(seq)).toMatchObject({ ok: true });
    expect(call(seq)).toEqual({ ok: false, rejection: { code: 'precondition_failed' } });
  });

  it('is refused for what it could never do, whatever was seen', () => {
    const ledger = accepted();
    const { seq } = ledger.state;
    expect(ledger.settle({ ...commandOf('collect'), seenSeq: seq - 1 })).toMatchObject({
      ok: false,
      rejection: { code: 'act_not_allowed' },
    });
  });
});

describe('the handing over of a dossier', () => {
  it('starts the 5 working days when it reaches the home station, and the term to send it ends', () => {
    const asked = accepted().do('transmit');
    expect(asked.state.status).toBe('in_transit');
    expect(asked.running()).toEqual(['transmission/1']);
    expect(asked.holder).toBe('system');
    const arrived = asked.handOver();
    expect(arrived.running()).toEqual(['verification/1']);
    expect(arrived.dueAt).toBe(clauses.verification);
    expect(arrived.holder).toBe('home_station');
  });

  it('on the platform is not moved by a late signature', () => {
    const ledger = inTransit().goTo('2026-11-05T10:00:00+08:00').do('receive');
    expect(ledger.state.status).toBe('verifying');
    expect(ledger.dueAt).toBe(clauses.verification);
    expect(ledger.eventsOf('clock_moved')).toEqual([]);
  });

  it('without word of its arrival asks for the receipt first, whose time starts the term', () => {
    const ledger = faxed();
    expect(ledger.running()).toEqual(['receipt/1']);
    expect(ledger.ahead()).toEqual([
      'receipt/1/receipt_missing 2026-11-03T17:30',
      'receipt/1/receipt_long_missing 2026-11-05T17:30',
    ]);
    expect(ledger.holder).toBe('home_station');
    const receivedAt = parseInstant('2026-11-03T16:00:00+08:00');
    ledger.goTo('2026-11-04T09:00:00+08:00').do('receive', { receivedAt });
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.state.clocks).toMatchObject({ 'verification/1': { deadline: { startedAt: receivedAt } } });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });

  it('is signed for at the moment of the signature where the receipt names no time', () => {
    const ledger = faxed().goTo('2026-11-03T09:00:00+08:00').do('receive');
    expect(ledger.state.clocks).toMatchObject({
      'verification/1': { deadline: { startedAt: '2026-11-03T09:00:00.000+08:00' } },
    });
  });

  it('goes again to the deputy over another channel; the receipt is asked for once', () => {
    const ledger = faxed().goTo('2026-11-03T09:00:00+08:00');
    ledger.do('transmit', { channel: 'fax', addressee: 'deputy_liaison_officer' });
    ledger.handOver({ deliveredAt: null });
    expect(ledger.running()).toEqual(['receipt/1']);
    expect(ledger.eventsOf('clock_moved')).toEqual([]);
    ledger.do('transmit', { channel: 'platform' }).handOver();
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.state.transmissions).toMatchObject([
      { n: 1, channel: 'fax', addressee: 'liaison_officer', deliveredAt: null },
      { n: 2, channel: 'fax', addressee: 'deputy_liaison_officer', deliveredAt: null },
      { n: 3, channel: 'platform', pages: 3, homeStation },
    ]);
  });

  it('is not moved by what is sent after it', () => {
    const ledger = inTransit().goTo('2026-11-04T09:00:00+08:00');
    ledger.do('transmit', { channel: 'platform' }).handOver();
    expect(ledger.dueAt).toBe(clauses.verification);
    expect(ledger.running()).toEqual(['verification/1']);
  });

  it('that failed leaves the case with the accepting station, late like one that nobody sent', () => {
    const ledger = accepted().do('transmit').fail('transmit_dossier', 'fax_failed');
    expect(ledger.holder).toBe('system');
    ledger.passUntil('2026-11-06T09:00:00+08:00').failForGood('transmit_dossier', 'fax_failed');
    expect(ledger.holder).toBe('accepting_station');
    expect(ledger.fired()).toEqual([
      'transmission/1/transmission_overdue 2026-11-03T17:30',
      'transmission/1/transmission_long_overdue 2026-11-05T17:30',
    ]);
    expect(ledger.do('transmit').handOver().running()).toEqual(['verification/1']);
  });

  it('that cannot be read is the accepting station’s to send again', () => {
    const ledger = inTransit().do('report_defect', { defect: 'unreadable' });
    expect(ledger.holder).toBe('accepting_station');
    expect(ledger.do('transmit').handOver().holder).toBe('home_station');
  });
});

describe('a defect', () => {
  const restarting = { homePolicy: policyWith('restarts', { onMaterialsCompleted: 'clock_restarts' }) };
  const mend = (ledger: Ledger) =>
    ledger.goTo('2026-11-03T14:00:00+08:00').do('report_defect').do('transmit').handOver();

  it('is mended by what is sent after it, and the clock runs on', () => {
    const ledger = mend(verifying());
    expect(ledger.state).toMatchObject({ status: 'verifying', defect: null });
    expect(ledger.dueAt).toBe(clauses.verification);
    expect(ledger.holder).toBe('home_station');
  });

  it('restarts the clock with the missing pages where the home province says so', () => {
    const ledger = mend(verifying(restarting));
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([{ cause: 'materials_completed' }]);
    expect(ledger.running('verification')).toEqual(['verification/1']);
  });

  describe('of the papers themselves, which the applicant completes', () => {
    const completed = (ledger: Ledger) =>
      ledger.goTo('2026-11-03T14:00:00+08:00').do('request_completion').do('complete_materials');

    it('lets the clock run on by default (§5)', () => {
      const ledger = completed(verifying()).do('transmit').handOver();
      expect(ledger.dueAt).toBe(clauses.verification);
      expect(ledger.eventsOf('clock_moved')).toEqual([]);
    });

    it('restarts the clock with their arrival where the home province says so, once', () => {
      const ledger = completed(verifying(restarting));
      expect(ledger.dueAt).toBe(clauses.verification);
      ledger.do('transmit').handOver();
      expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
      ledger.do('receive').goTo('2026-11-04T09:00:00+08:00').do('report_defect');
      ledger.do('transmit').handOver();
      expect(ledger.eventsOf('clock_moved')).toHaveLength(2);
    });

    it('restarts it with the receipt of a fax that nobody knew had arrived', () => {
      const ledger = completed(verifying(restarting)).do('transmit', { channel: 'fax' });
      ledger.handOver({ deliveredAt: null });
      expect(ledger.dueAt).toBe(clauses.verification);
      ledger.goTo('2026-11-04T10:00:00+08:00').do('receive', { n: 2 });
      expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
    });

    it('restarts nothing with a sending that was asked for before they were there', () => {
      const ledger = inTransit(restarting).do('transmit', { channel: 'fax' });
      completed(ledger).handOver();
      expect(ledger.eventsOf('clock_moved')).toEqual([]);
    });
  });

  it('restarts nothing while nobody knows that the pages have arrived, or when none were missing', () => {
    const unknown = verifying(restarting).do('report_defect').do('transmit', { channel: 'fax' });
    expect(unknown.goTo('2026-11-03T09:00:00+08:00').handOver({ deliveredAt: null }).dueAt).toBe(
      clauses.verification,
    );
    const again = inTransit(restarting).goTo('2026-11-03T09:00:00+08:00').do('transmit').handOver();
    expect(again.dueAt).toBe(clauses.verification);
  });

  it('restarts the clock with the receipt of the missing pages, once, where nobody knew that they had arrived', () => {
    const ledger = verifying(restarting).do('report_defect').do('transmit', { channel: 'fax' });
    ledger.goTo('2026-11-03T09:00:00+08:00').handOver({ deliveredAt: null });
    ledger.do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null });
    ledger.goTo('2026-11-04T10:00:00+08:00');
    ledger.do('receive', { n: 3, receivedAt: parseInstant('2026-11-04T09:00:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([{ cause: 'materials_completed' }]);
    // An earlier sending brought no more.
    ledger.goTo('2026-11-05T10:00:00+08:00').do('receive', { n: 2 });
    expect(ledger.eventsOf('clock_moved')).toHaveLength(1);
  });

  it('restarts the clock with what is known to arrive after an unconfirmed sending of the missing pages', () => {
    const ledger = verifying(restarting).do('report_defect').do('transmit', { channel: 'fax' });
    ledger.handOver({ deliveredAt: null }).goTo('2026-11-03T09:00:00+08:00').do('transmit').handOver();
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    ledger.goTo('2026-11-04T10:00:00+08:00').do('receive', { n: 2 });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });

  it('does not restart the clock with a receipt of what went before the missing pages', () => {
    const ledger = accepted(restarting).do('transmit', { channel: 'fax' }).handOver();
    ledger.do('report_defect').do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null });
    ledger.do('receive', { n: 1 });
    expect(ledger.eventsOf('clock_moved')).toEqual([]);
    ledger.goTo('2026-11-04T10:00:00+08:00').do('receive', { n: 2 });
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
  });

  it('runs the clock on with that receipt where the home province says nothing', () => {
    const ledger = verifying().do('report_defect').do('transmit', { channel: 'fax' });
    ledger.handOver({ deliveredAt: null }).goTo('2026-11-04T10:00:00+08:00').do('receive');
    expect(ledger.dueAt).toBe(clauses.verification);
  });

  it('is reported before the receipt too, and does not stop the 5 days', () => {
    const ledger = inTransit().do('report_defect', { defect: 'unreadable' });
    expect(ledger.state).toMatchObject({ status: 'in_transit', defect: 'unreadable' });
    expect(ledger.running()).toEqual(['verification/1']);
  });
});

describe('a dossier that came to the wrong station', () => {
  it('goes back: the first station’s term ends, and the accepting station has a new one to send it on', () => {
    const ledger = verifying().goTo('2026-11-04T15:00:00+08:00');
    ledger.do('return_dossier', { suggestedStation: otherStation });
    expect(ledger.state).toMatchObject({
      status: 'accepted',
      receivedAt: null,
      returned: { reason: 'not_our_register', suggestedStation: otherStation },
    });
    expect(ledger.state.roundBeganAt).toBe('2026-11-04T15:00:00.000+08:00');
    expect(ledger.running()).toEqual(['transmission/2']);
    expect(ledger.ahead()).toEqual([
      'transmission/2/transmission_overdue 2026-11-05T17:30',
      'transmission/2/transmission_long_overdue 2026-11-09T17:30',
    ]);
    expect(ledger.holder).toBe('accepting_station');
  });

  it('is rerouted with a new clock; the first is not charged, and the total age goes on', () => {
    const ledger = verifying().goTo('2026-11-04T15:00:00+08:00').do('return_dossier');
    ledger.goTo('2026-11-04T16:00:00+08:00').do('reroute').handOver();
    expect(ledger.state).toMatchObject({
      status: 'in_transit',
      homeStation: otherStation,
      reroutes: 1,
      returned: null,
      acceptedAt: '2026-11-02T09:00:00.000+08:00',
    });
    expect(ledger.running()).toEqual(['verification/2']);
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
    expect(ledger.state.clocks).toMatchObject({
      'verification/1': { stoppedAt: expect.any(String) as string },
    });
    expect(ledger.state.custody[0]?.from).toBe(ledger.state.acceptedAt);
  });

  it('is rerouted on its way too, which settles what was urged of the first station', () => {
    const ledger = inTransit().passUntil('2026-11-10T09:00:00+08:00').do('reroute');
    expect(ledger.state.escalations).toMatchObject({
      'verification/1/R1': { settlement: { kind: 'obviated' } },
      'verification/1/R4': { settlement: { kind: 'obviated' } },
    });
    expect(ledger.running()).toEqual(['transmission/2']);
    expect(ledger.handOver().running()).toEqual(['verification/2']);
  });

  it('goes to a supervisor at the officer’s limit, who is told that he is waited for', () => {
    const back = (ledger: Ledger) => ledger.do('return_dossier', { reason: 'not_our_register' });
    const once = back(inTransit());
    expect(once.notices.at(-1)).toMatchObject({ audience: { post: 'window_officer' } });
    const thrice = back(back(once.do('reroute').handOver()).do('reroute').handOver());
    expect(thrice.notices.slice(-2)).toMatchObject([
      {
        audience: { unit: 'accepting_station' },
        text: expect.stringContaining('须由上级督办员决定') as string,
      },
      { audience: { unit: 'accepting_county', post: 'county_supervisor' } },
    ]);
    expect(thrice.refusalOf('reroute')).toBe('reroute_needs_supervisor');
    expect(thrice.refusalOf('reroute', {}, actor('county_supervisor'))).toBeNull();
  });

  it('may be sent to the same station once more', () => {
    const ledger = verifying().do('return_dossier', { reason: 'refused' }).do('transmit').handOver();
    expect(ledger.state).toMatchObject({ status: 'in_transit', reroutes: 0, returned: null });
    expect(ledger.running()).toEqual(['verification/2']);
  });
});

describe('a case whose station is unknown', () => {
  it('is the county’s to assign within a working day', () => {
    const ledger = atTheCounty();
    expect(ledger.running()).toEqual(['assignment/1']);
    expect(ledger.ahead()).toEqual(['assignment/1/assignment_overdue 2026-11-03T17:30']);
    expect(ledger.state.homeStation).toBe(homeCounty);
  });

  it('has the station’s own 5 days from its arrival there, and counts as no reroute', () => {
    const ledger = atTheCounty().goTo('2026-11-03T10:00:00+08:00').do('assign');
    expect(ledger.state).toMatchObject({ homeStation, homeLevel: 'station', reroutes: 0 });
    expect(ledger.eventsOf('case_rerouted')).toMatchObject([{ cause: 'assigned' }]);
    ledger.handOver();
    expect(ledger.running()).toEqual(['verification/1']);
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });

  it('that the county sends back waits for the accepting station', () => {
    const ledger = atTheCounty().do('return_dossier', { reason: 'refused' });
    expect(ledger.running()).toEqual(['transmission/2']);
    expect(ledger.holder).toBe('accepting_station');
  });
});

describe('what the applicant has to complete', () => {
  it('is asked for once; the applicant has the case until it is there', () => {
    const ledger = accepted().do('request_completion');
    expect(ledger.state.completion).toEqual({ round: 1, open: 'open' });
    expect(ledger.holder).toBe('applicant');
    ledger.do('complete_materials');
    expect(ledger.state.completion).toMatchObject({ round: 1, open: 'done' });
    expect(ledger.holder).toBe('accepting_station');
    ledger.do('request_completion', { reason: 'given' }, actor('station_leader'));
    expect(ledger.state.completion).toEqual({ round: 2, open: 'open' });
  });

  it('is told to the home station once it is there, and may be sent after the dossier', () => {
    const ledger = verifying().do('request_completion').do('complete_materials');
    expect(ledger.notices.at(-1)).toMatchObject({ audience: { unit: 'home_station' } });
    ledger.do('transmit', { channel: 'fax' }).handOver();
    expect(ledger.state.transmissions).toHaveLength(2);
    expect(ledger.dueAt).toBe(clauses.verification);
  });

  it('is sent once: then there is nothing more to send', () => {
    const ledger = verifying().do('request_completion').do('complete_materials').do('transmit');
    ledger.failForGood('transmit_dossier');
    expect(ledger.refusalOf('transmit')).toBeNull();
    ledger.handOver();
    expect(ledger.state.completion).toEqual({ round: 1, open: 'sent' });
    expect(ledger.refusalOf('transmit')).toBe('nothing_to_supplement');
    expect(ledger.refusalOf('request_completion')).toBe('completion_already_requested');
  });

  it('is sent again while nobody knows that it has arrived', () => {
    const ledger = verifying().do('request_completion').do('complete_materials');
    ledger.do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null });
    ledger.do('transmit', { channel: 'fax' }).handOver({ deliveredAt: null }).do('receive');
    expect(ledger.refusalOf('transmit')).toBe('nothing_to_supplement');
  });

  it('is not sent by what was asked for before it was there', () => {
    const ledger = verifying().do('report_defect').do('request_completion').do('transmit');
    ledger.do('complete_materials').handOver();
    expect(ledger.state.completion).toMatchObject({ open: 'done' });
    ledger.do('transmit').handOver();
    expect(ledger.state.completion).toMatchObject({ open: 'sent' });
  });

  it('stops no clock', () => {
    const ledger = verifying().do('request_completion');
    expect(ledger.dueAt).toBe(clauses.verification);
  });
});
