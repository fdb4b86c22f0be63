import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../domain/case/notices/notice.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import { actor } from './commands.ts';
import { homeCounty, homeStation, otherStation } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { accepted, atTheCounty, inTransit, verifying } from './roads.ts';

/** Who has been told that a case is no longer his, and in which words. */
function toldOff({ notices }: Ledger): readonly (readonly [UnitCode, string])[] {
  return notices.filter(isFarewell).map(({ audience, text }) => {
    if (audience.kind !== 'seat') throw new Error('a former home station is a seat');
    return [audience.unitCode, text];
  });
}

function isFarewell({ text }: Notice): boolean {
  return text.endsWith('你单位无需再查证、反馈。');
}

const reroutedBy = (whom: string) =>
  `一件“跨省通办”申请已由${whom}改送其他户籍地单位，你单位无需再查证、反馈。`;
const to = (station: UnitCode) => ({ homeStation: station });

describe('the home station from which a case is taken hears of it', () => {
  it('by the accepting station’s word, before it signed for the dossier and after it sent it back', () => {
    for (const ledger of [inTransit(), verifying().do('return_dossier')]) {
      expect(toldOff(ledger.do('reroute'))).toEqual([[homeStation, reroutedBy('受理地派出所')]]);
    }
  });

  it('by a supervisor’s word', () => {
    const ledger = inTransit().do('reroute', {}, actor('county_supervisor'));
    expect(toldOff(ledger)).toEqual([[homeStation, reroutedBy('县级督办员')]]);
  });

  it('each of several once, also when the case comes back to one', () => {
    const ledger = inTransit().do('reroute', to(otherStation)).handOver().do('reroute', to(homeStation));
    expect(toldOff(ledger).map(([unit]) => unit)).toEqual([homeStation, otherStation]);
  });

  it('and the county when its supervisor names the station; whoever reads that inbox knows what he did himself', () => {
    const text = '一件“跨省通办”申请已由县级督办员指派其他单位办理，你单位无需再查证、反馈。';
    expect(toldOff(atTheCounty().do('assign'))).toEqual([[homeCounty, text]]);
    const liaison = { ...actor('liaison_officer'), unitCode: homeCounty };
    expect(toldOff(atTheCounty().do('assign', {}, liaison))).toEqual([]);
  });
});

describe('nothing is said to a station', () => {
  it('that the dossier never reached', () => {
    expect(toldOff(accepted().do('reroute'))).toEqual([]);
    const ledger = inTransit().do('reroute', to(otherStation)).failForGood('transmit_dossier');
    ledger.do('reroute', to(homeStation));
    expect(toldOff(ledger).map(([unit]) => unit)).toEqual([homeStation]);
  });
});
