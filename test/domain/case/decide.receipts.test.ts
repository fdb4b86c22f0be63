import { describe, expect, it } from 'vitest';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import { accepted, faxed, inTransit } from './roads.ts';

const onMonday = '2026-11-09T17:30:00.000+08:00';

describe('a receipt', () => {
  it('on a fax moves the term to its own time', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    const receivedAt = parseInstant('2026-11-03T08:00:00+08:00');
    ledger.goTo('2026-11-03T09:00:00+08:00').do('receive', { receivedAt });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(ledger.eventsOf('clock_moved')).toMatchObject([
      { cause: 'receipt', previousDueAt: onMonday, notice: null },
    ]);
    expect(ledger.ahead().map((line) => line.split(' ')[0])).toEqual([
      'verification/1/R2',
      'verification/1/R3',
      'verification/1/R4',
      'verification/1/R5',
      'verification/1/R6',
    ]);
  });

  it('says nothing against the platform’s own record of the delivery', () => {
    const receivedAt = parseInstant('2026-11-04T09:00:00+08:00');
    const ledger = inTransit().goTo('2026-11-04T10:00:00+08:00').do('receive', { receivedAt });
    expect(ledger.dueAt).toBe(onMonday);
  });

  it.each([
    ['before the dossier was sent', '2026-11-02T08:59:59+08:00'],
    ['in the future', '2026-11-02T12:00:00+08:00'],
  ])('is refused when it names a time %s', (_, receivedAt) => {
    expect(faxed().refusalOf('receive', { receivedAt: parseInstant(receivedAt) })).toBe(
      'receipt_time_implausible',
    );
  });

  it('is corrected to an earlier time of arrival, never to a later one', () => {
    const ledger = faxed().goTo('2026-11-03T10:00:00+08:00').do('receive');
    const at = (text: string) => ({ receivedAt: parseInstant(text) });
    expect(ledger.refusalOf('correct_receipt', at('2026-11-03T10:00:00+08:00'))).toBe(
      'receipt_time_implausible',
    );
    expect(ledger.refusalOf('correct_receipt', at('2026-11-01T10:00:00+08:00'))).toBe(
      'receipt_time_implausible',
    );
    ledger.do('correct_receipt', at('2026-11-02T15:00:00+08:00'));
    expect(ledger.dueAt).toBe(onMonday);
    expect(ledger.eventsOf('clock_moved')).toMatchObject([{ cause: 'receipt_corrected' }]);
  });

  it('that counts other pages than were sent reports a defect', () => {
    const ledger = faxed().do('receive', { pagesReceived: 2 });
    expect(ledger.state).toMatchObject({ status: 'verifying', defect: 'pages_missing' });
    expect(ledger.holder).toBe('accepting_station');
    expect(faxed().do('receive', { pagesReceived: 3 }).state.defect).toBeNull();
  });

  it('on the platform need not count the papers; one that counts others reports a defect, and they are sent again', () => {
    expect(inTransit().do('receive', { pagesReceived: null }).state.defect).toBeNull();
    expect(inTransit().do('receive', { pagesReceived: 3 }).refusalOf('transmit')).toBe(
      'nothing_to_supplement',
    );
    const ledger = inTransit().do('receive', { pagesReceived: 2 });
    expect(ledger.state).toMatchObject({ status: 'verifying', defect: 'pages_missing' });
    expect(describeEvent({ ...ledger.eventsOf('dossier_received')[0] } as never)).toBe(
      '户籍地派出所签收，收到2份材料',
    );
    expect(ledger.do('transmit').handOver().state.defect).toBeNull();
  });
});

describe('t0 is when the dossier first arrived', () => {
  it('a fax sent after the platform’s delivery does not move it at the signature', () => {
    const ledger = inTransit().goTo('2026-11-03T09:00:00+08:00').do('transmit', { channel: 'fax' });
    ledger.handOver({ deliveredAt: null }).goTo('2026-11-04T10:00:00+08:00').do('receive');
    expect(ledger.dueAt).toBe(onMonday);
  });

  it('nor does a second confirmed fax', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    ledger.goTo('2026-11-03T09:00:00+08:00').do('transmit', { channel: 'fax' }).handOver().do('receive');
    expect(ledger.dueAt).toBe(onMonday);
  });
});

describe('a receipt for an earlier sending', () => {
  const again = () => faxed().do('transmit');

  it('is compared with the pages of what arrived, not with a try that has not arrived yet', () => {
    expect(again().do('receive', { pagesReceived: 3 }).state.defect).toBeNull();
    expect(again().do('receive', { pagesReceived: 2 }).state.defect).toBe('pages_missing');
  });

  it('marks what arrived as delivered, not the try that never left', () => {
    const { transmissions } = again().do('receive').state;
    expect(transmissions[1]).toMatchObject({ handedOverAt: null, deliveredAt: null });
    expect(transmissions[0]?.deliveredAt).not.toBeNull();
  });

  it('marks it as delivered at the time that the receipt names', () => {
    const receivedAt = parseInstant('2026-11-02T15:00:00+08:00');
    const ledger = faxed().goTo('2026-11-03T09:00:00+08:00').do('receive', { receivedAt });
    expect(ledger.state.transmissions[0]?.deliveredAt).toBe(receivedAt);
  });
});
