import { describe, expect, it } from 'vitest';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { actor } from './commands.ts';
import { acceptingStation, homeProvince, homeStation } from './facts.ts';
import { collected, verifying } from './roads.ts';

const addressee = { unitCode: homeProvince, post: 'province_supervisor' } as const;

describe('a complaint about the other station', () => {
  it('is kept with its number, and moves nothing else', () => {
    const ledger = verifying();
    const { complaints: none, clocks, custody, status } = ledger.state;
    expect(none).toEqual([]);
    const madeAt = ledger.now;
    ledger.do('complain').do('complain', { about: acceptingStation }, actor('liaison_officer'));
    expect(ledger.state).toMatchObject({ clocks, custody, status });
    expect(ledger.state.complaints).toMatchObject([
      { n: 1, by: actor('window_officer'), about: homeStation, addressee, madeAt, answeredAt: null },
      { n: 2, by: actor('liaison_officer'), about: acceptingStation, answeredAt: null },
    ]);
  });

  it('is told to whoever it is addressed to, without its words, and to nobody else', () => {
    const ledger = verifying();
    const before = ledger.notices.length;
    ledger.do('complain');
    expect(ledger.notices.slice(before)).toEqual([
      {
        audience: { kind: 'seat', ...addressee },
        kind: 'escalation',
        urgency: 'normal',
        text: '收到对一件“跨省通办”申请办理情况的投诉（投诉1），请核实并答复，内容见办理过程。',
      },
    ]);
  });

  it('is answered once, which whoever made it and the station complained about hear', () => {
    const ledger = verifying().do('complain').do('complain');
    const before = ledger.notices.length;
    const answeredAt = ledger.now;
    ledger.do('answer_complaint', { n: 2 });
    expect(ledger.state.complaints.map((complaint) => complaint.answeredAt)).toEqual([null, answeredAt]);
    expect(ledger.notices.slice(before).map(({ audience, text }) => [audience, text.slice(0, 8)])).toEqual([
      [{ kind: 'seat', unitCode: acceptingStation, post: 'window_officer' }, '投诉2已答复，内'],
      [{ kind: 'seat', unitCode: homeStation, post: 'station_leader' }, '对本单位办理情况'],
    ]);
    expect(ledger.refusalOf('answer_complaint', { n: 2 })).toBe('no_complaint_to_answer');
    expect(ledger.refusalOf('answer_complaint', { n: 1 })).toBeNull();
  });

  it('may be made and answered when the case has ended', () => {
    const ledger = collected().do('complain').do('answer_complaint');
    expect(ledger.state).toMatchObject({ status: 'closed', complaints: [{ n: 1 }] });
    expect(ledger.state.complaints[0]?.answeredAt).not.toBeNull();
  });

  it('is a sentence of the timeline', () => {
    const ledger = verifying().do('complain').do('answer_complaint');
    expect(ledger.events.slice(-2).map(({ event }) => describeEvent(event))).toEqual([
      `${acceptingStation}投诉${homeStation}对本件的办理（投诉1），由省级督办员答复`,
      '投诉1已答复',
    ]);
  });
});
