import { describe, expect, it } from 'vitest';
import type { ReceiptStanding } from '../../../domain/case/receipts.ts';
import { receiptStandingOf } from '../../../domain/case/receipts.ts';
import { parseInstant } from '../../../domain/time/instant.ts';
import type { Ledger } from './ledger.ts';
import { policyWith } from './facts.ts';
import { accepted, faxed, inTransit, verifying } from './roads.ts';

const onMonday = '2026-11-09T17:30:00.000+08:00';
const at = (text: string) => parseInstant(text);

/** Faxed on Monday at 09:00 and again on Tuesday at 09:00, without word of either. */
const faxedTwice = () =>
  faxed()
    .goTo('2026-11-03T09:00:00+08:00')
    .do('transmit', { channel: 'fax' })
    .handOver({ deliveredAt: null })
    .goTo('2026-11-03T10:00:00+08:00');

/** Missing pages that follow a dossier which has been received. */
const supplemented = (channel: 'platform' | 'fax' = 'platform') => {
  const ledger = verifying().goTo('2026-11-03T09:00:00+08:00').do('report_defect');
  const deliveredAt = channel === 'platform' ? ledger.now : null;
  return ledger.do('transmit', { channel }).handOver({ handedOverAt: ledger.now, deliveredAt, pages: 1 });
};

const standingsOf = ({ state }: Ledger): (ReceiptStanding | null)[] =>
  state.transmissions.map((transmission) => receiptStandingOf(state, transmission));

describe('each sending has a receipt of its own', () => {
  it('that says when, how many pages, and who', () => {
    const receivedAt = at('2026-11-02T15:00:00+08:00');
    const ledger = faxed().goTo('2026-11-03T09:00:00+08:00').do('receive', { receivedAt });
    expect(ledger.state.transmissions[0]?.receipt).toMatchObject({
      receivedAt,
      pagesReceived: 3,
      by: { officerId: 'liaison_officer' },
      recordedAt: at('2026-11-03T09:00:00+08:00'),
    });
  });

  it('which is missing until it comes', () => {
    const ledger = accepted();
    expect(standingsOf(ledger.do('transmit'))).toEqual([null]);
    expect(standingsOf(ledger.handOver())).toEqual(['awaited']);
    expect(standingsOf(ledger.do('receive'))).toEqual(['received']);
    expect(standingsOf(supplemented())).toEqual(['received', 'awaited']);
    expect(standingsOf(supplemented().do('receive'))).toEqual(['received', 'received']);
  });

  it('counts the pages of a fax or a letter', () => {
    const uncounted = { pagesReceived: null };
    expect(faxed().refusalOf('receive', uncounted)).toBe('pages_not_counted');
    const carried = accepted().do('transmit', { channel: 'manual' }).handOver();
    expect(carried.refusalOf('receive', uncounted)).toBe('pages_not_counted');
    expect(inTransit().refusalOf('receive', uncounted)).toBeNull();
    expect(supplemented('fax').refusalOf('receive', uncounted)).toBe('pages_not_counted');
  });

  it('and only one', () => {
    expect(verifying().refusalOf('receive')).toBe('already_received');
    expect(supplemented().refusalOf('receive', { n: 1 })).toBe('already_received');
    expect(supplemented().do('receive').refusalOf('receive')).toBe('already_received');
    expect(supplemented().refusalOf('receive', { n: 3 })).toBe('dossier_not_delivered');
  });

  it('not before it was handed over itself, whatever went before it', () => {
    const receivedAt = at('2026-11-02T15:00:00+08:00');
    expect(faxedTwice().refusalOf('receive', { receivedAt })).toBe('receipt_time_implausible');
    expect(faxedTwice().refusalOf('receive', { n: 1, receivedAt })).toBeNull();
  });

  it('none for what was sent in an earlier stay', () => {
    const ledger = faxed().do('return_dossier', { reason: 'refused' }).do('transmit').handOver();
    expect(standingsOf(ledger)).toEqual(['lapsed', 'awaited']);
    expect(ledger.refusalOf('receive', { n: 1 })).toBe('dossier_not_delivered');
  });
});

describe('a receipt that counts other pages', () => {
  it('reopens the transmission, also of what followed', () => {
    const ledger = supplemented('fax').do('receive', { pagesReceived: 3 });
    expect(ledger.state).toMatchObject({ status: 'verifying', defect: 'pages_missing' });
    expect(ledger.holder).toBe('accepting_station');
    expect(ledger.refusalOf('transmit')).toBeNull();
  });

  it('reopens nothing where more has been sent since', () => {
    const ledger = faxedTwice().do('receive', { n: 1, pagesReceived: 2 });
    expect(ledger.state.defect).toBeNull();
    expect(ledger.state.transmissions[0]?.receipt).toMatchObject({ pagesReceived: 2 });
  });
});

describe('t0 and the second sending', () => {
  it.each([
    ['platform', 'fax'],
    ['fax', 'platform'],
    ['fax', 'fax'],
  ] as const)('over %s, then over %s: the receipt of the second makes nothing later', (first, second) => {
    const ledger = accepted().do('transmit', { channel: first }).handOver().do('receive');
    ledger.do('report_defect').goTo('2026-11-04T09:00:00+08:00').do('transmit', { channel: second });
    ledger.handOver().goTo('2026-11-05T09:00:00+08:00');
    ledger.do('receive', { receivedAt: at('2026-11-05T08:00:00+08:00') });
    expect(ledger.dueAt).toBe(onMonday);
  });

  it('the first fax found later has its own receipt, which makes it earlier', () => {
    const ledger = faxedTwice().do('receive');
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
    expect(standingsOf(ledger)).toEqual(['lapsed', 'received']);
    ledger.do('receive', { n: 1, receivedAt: at('2026-11-02T15:00:00+08:00') });
    expect(ledger.dueAt).toBe(onMonday);
    expect(standingsOf(ledger)).toEqual(['received', 'received']);
  });

  it('a receipt moves the arrival of its own sending, and not beyond that of the next', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    ledger.goTo('2026-11-03T09:00:00+08:00').do('transmit').handOver();
    ledger.goTo('2026-11-05T09:00:00+08:00');
    ledger.do('receive', { n: 1, receivedAt: at('2026-11-04T09:00:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });

  it('which is when its own receipt says', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).handOver();
    ledger.goTo('2026-11-03T09:00:00+08:00').do('transmit', { channel: 'fax' }).handOver();
    ledger.goTo('2026-11-05T10:00:00+08:00');
    ledger.do('receive', { n: 2, receivedAt: at('2026-11-04T09:00:00+08:00') });
    ledger.do('receive', { n: 1, receivedAt: at('2026-11-05T09:00:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-11T17:30:00.000+08:00');
  });

  it('where missing pages start the term anew, what came before them moves nothing', () => {
    const homePolicy = policyWith('restarts', { onMaterialsCompleted: 'clock_restarts' });
    const ledger = accepted({ homePolicy }).do('transmit', { channel: 'fax' }).handOver();
    ledger.do('report_defect').goTo('2026-11-03T09:00:00+08:00').do('transmit').handOver();
    ledger.do('receive', { n: 1, receivedAt: at('2026-11-02T15:00:00+08:00') });
    expect(ledger.dueAt).toBe('2026-11-10T17:30:00.000+08:00');
  });
});

describe('what followed a received dossier and nobody receives', () => {
  it('is urged like a dossier of which nobody knows', () => {
    const ledger = supplemented().passUntil('2026-11-04T18:00:00+08:00');
    expect(ledger.running('receipt')).toEqual(['receipt/1']);
    expect(ledger.fired()).toEqual(['receipt/1/receipt_missing 2026-11-04T17:30']);
  });

  it('is urged no more once it is received, or answered', () => {
    expect(supplemented().do('receive').running('receipt')).toEqual([]);
    expect(supplemented().do('answer').running('receipt')).toEqual([]);
    expect(standingsOf(supplemented().do('answer'))).toEqual(['received', 'lapsed']);
  });

  it('is urged from its own handing over where the dossier is received after it', () => {
    const ledger = faxedTwice().do('receive', { n: 1 });
    expect(ledger.running('receipt')).toEqual(['receipt/2']);
    expect(ledger.ahead()[0]).toBe('receipt/2/receipt_missing 2026-11-04T17:30');
    expect(ledger.do('receive', { n: 2 }).running('receipt')).toEqual([]);
  });

  it('is waited for on when an earlier fax is found', () => {
    const ledger = faxedTwice().do('receive').do('report_defect').do('transmit').handOver();
    expect(ledger.running('receipt')).toEqual(['receipt/2']);
    expect(ledger.do('receive', { n: 1 }).running('receipt')).toEqual(['receipt/2']);
  });

  it('is still sent when the dossier is received meanwhile', () => {
    const ledger = inTransit().do('request_completion').do('complete_materials').do('transmit');
    expect(Object.keys(ledger.do('receive').state.pending)).toEqual(['transmit_dossier/2']);
    expect(standingsOf(ledger.handOver())).toEqual(['received', 'awaited']);
  });
});
