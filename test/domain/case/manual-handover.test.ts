import { describe, expect, it } from 'vitest';
import type { ManualHandover } from '../../../domain/case/act-content.ts';
import type { HandoverGrounds } from '../../../domain/case/manual-handover.ts';
import { handoverFaults } from '../../../domain/case/manual-handover.ts';
import { parseInstant } from '../../../domain/time/instant.ts';

const at = (time: string) => parseInstant(`2026-11-02T${time}:00+08:00`);

/** Accepted at 09:00 with one paper, another added at 11:00; it is noon. */
const grounds: HandoverGrounds = {
  acceptedAt: at('09:00'),
  roundBeganAt: at('09:00'),
  application: {},
  papers: [{ addedAt: at('09:00') }, { addedAt: at('11:00') }],
  now: at('12:00'),
};
const paperCase = { ...grounds, application: { acceptedOnPaper: '2026-10-28' } };

const faxed: ManualHandover = { way: 'fax', handedOverAt: at('11:20'), faxNumber: '0851-00000018', pages: 3 };
const carried: ManualHandover = { way: 'carried', handedOverAt: at('11:20'), handedTo: '值班民警', pages: 3 };
const posted: ManualHandover = { way: 'post', handedOverAt: at('11:20'), pages: 3 };

const faultsOf = (record: ManualHandover, given = grounds) =>
  handoverFaults(record, given).map(({ field, code }) => `${field} ${code}`);

describe('a record of a handing over by hand', () => {
  it.each([faxed, carried, posted])('can be so ($way)', (record) => {
    expect(handoverFaults(record, grounds)).toEqual([]);
  });

  it.each([
    ['in the future', '12:01', 'handedOverAt in_the_future'],
    ['before the acceptance', '08:59', 'handedOverAt before_acceptance'],
    ['before a paper that it hands over was added', '10:59', 'handedOverAt before_papers'],
  ])('cannot be %s', (_, time, fault) => {
    expect(faultsOf({ ...carried, handedOverAt: at(time) })).toEqual([fault]);
  });

  it('may lie before the entry of a paper case, whose papers were scanned later, and not before its day', () => {
    const onPaper = (day: string) => ({ ...carried, handedOverAt: parseInstant(`${day}T10:00:00+08:00`) });
    expect(faultsOf(onPaper('2026-10-28'), paperCase)).toEqual([]);
    expect(faultsOf(onPaper('2026-10-27'), paperCase)).toEqual(['handedOverAt before_acceptance']);
    // From the entry on a paper that was added goes with what was handed over after it.
    expect(faultsOf({ ...carried, handedOverAt: at('10:00') }, paperCase)).toEqual([
      'handedOverAt before_papers',
    ]);
  });

  it('cannot be before the return or the reroute that led to it, unless a paper case was entered later', () => {
    const rerouted = { roundBeganAt: at('11:10') };
    const early = { ...carried, handedOverAt: at('11:05') };
    expect(faultsOf(early, { ...grounds, ...rerouted })).toEqual(['handedOverAt before_present_stay']);
    expect(faultsOf(early, { ...paperCase, ...rerouted })).toEqual(['handedOverAt before_present_stay']);
    expect(faultsOf(carried, { ...grounds, ...rerouted })).toEqual([]);
    const onPaper = { ...carried, handedOverAt: parseInstant('2026-10-28T10:00:00+08:00') };
    expect(faultsOf(onPaper, { ...paperCase, ...rerouted })).toEqual([]);
  });

  it('has a confirmation that lies between the handing over and now', () => {
    expect(faultsOf({ ...faxed, confirmedAt: at('11:25') })).toEqual([]);
    expect(faultsOf({ ...faxed, confirmedAt: at('11:19') })).toEqual([
      'confirmedAt confirmed_before_handover',
    ]);
    expect(faultsOf({ ...faxed, confirmedAt: at('12:01') })).toEqual(['confirmedAt in_the_future']);
  });

  it.each(['-----', '电话', '0851', '0851-0000001a', ''])(
    'names a number that can be dialled, not %j',
    (faxNumber) => {
      expect(faultsOf({ ...faxed, faxNumber })).toEqual(['faxNumber wrong_number']);
    },
  );

  it('says to which number a fax went, to whom it was carried, and nothing that is not so', () => {
    const { faxNumber, ...numberless } = faxed;
    const { handedTo, ...unnamed } = carried;
    expect(faultsOf(numberless)).toEqual(['faxNumber missing']);
    expect(faultsOf(unnamed)).toEqual(['handedTo missing']);
    expect(faultsOf({ ...carried, ...(faxNumber === undefined ? {} : { faxNumber }) })).toEqual([
      'faxNumber unknown_field',
    ]);
    expect(
      faultsOf({ ...posted, confirmedAt: at('11:25'), ...(handedTo === undefined ? {} : { handedTo }) }),
    ).toEqual(['handedTo unknown_field', 'confirmedAt unknown_field']);
  });

  it('is told everything at once, in Chinese', () => {
    const faults = handoverFaults(
      { way: 'fax', handedOverAt: at('08:00'), pages: 3, confirmedAt: at('13:00') },
      grounds,
    );
    expect(faults.map(({ code }) => code)).toEqual(['before_acceptance', 'in_the_future', 'missing']);
    expect(faults.every(({ message }) => /^\p{Script=Han}.*。$/u.test(message))).toBe(true);
  });
});
