import { describe, expect, it } from 'vitest';
import { agenda } from '../../../domain/case/agenda.ts';
import { effectsUnderWay } from '../../../domain/case/state.ts';
import { addMs, epochMsOf } from '../../../domain/time/instant.ts';
import type { EffectType } from '../../../domain/case/effect.ts';
import { effectKeyOf } from '../../../domain/case/effect.ts';
import { actor, nextCommandId } from './commands.ts';
import type { Ledger } from './ledger.ts';
import { accepted, answered, inTransit, issued, issuedOnTheSpot } from './roads.ts';

const nothing = { ok: true, events: [] };

describe('an effect that fails', () => {
  it('is tried again by itself, with the number it had', () => {
    const ledger = answered().do('issue');
    const effect = ledger.pending('issue_certificate');
    expect(effectsUnderWay(ledger.state)).toEqual([effect]);
    ledger.fail('issue_certificate');
    expect(effectsUnderWay(ledger.state)).toEqual([]);
    const [retry] = agenda(ledger.state);
    const failedAt = ledger.events.at(-1)?.occurredAt;
    expect(retry).toMatchObject({ kind: 'retry', at: failedAt && addMs(failedAt, 60_000), afterFailures: 1 });
    if (retry === undefined) throw new Error('a retry lies ahead');
    expect(ledger.comeDue(retry)).toEqual(nothing);
    ledger.now = retry.at;
    ledger.comeDue(retry);
    expect(effectsUnderWay(ledger.state)).toEqual([effect]);
    expect(ledger.makeCertificate().state.certificates).toHaveLength(1);
  });

  it('is tried for more than 7 days with pauses that never shrink, and then by a person only', () => {
    const ledger = answered().do('issue').failForGood('issue_certificate');
    const failedAt = ledger.events.flatMap(({ event, occurredAt }) =>
      event.type === 'effect_failed' ? [epochMsOf(occurredAt)] : [],
    );
    const pauses = failedAt.slice(1).map((at, index) => at - (failedAt[index] ?? 0));
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(7 * 24 * 3_600_000);
    expect(ledger.state.custody.at(-1)?.holder).toBe('accepting_station');
    expect(ledger.do('issue').makeCertificate().state.certificates).toHaveLength(1);
  });

  it('is tried at once when the officer presses the button again: one certificate, not two', () => {
    const ledger = answered().do('issue').fail('issue_certificate').do('issue');
    expect(ledger.eventsOf('issue_requested')).toHaveLength(1);
    expect(ledger.eventsOf('effect_retried')).toMatchObject([{ effect: { n: 1 } }]);
    ledger.makeCertificate();
    expect(ledger.state.certificates).toHaveLength(1);
    expect(ledger.ahead().filter((line) => line.includes('retry'))).toEqual([]);
  });

  it('tells the officer once, and once more when only he can help', () => {
    const incidents = ({ notices }: Ledger) => notices.filter(({ kind }) => kind === 'incident');
    const once = answered().do('issue').fail('issue_certificate', 'unprintable_text');
    expect(incidents(once)).toMatchObject([{ audience: { post: 'window_officer' } }]);
    const ledger = answered().do('issue').failForGood('issue_certificate', 'unprintable_text');
    expect(incidents(ledger)).toHaveLength(2);
  });

  it('of another asking, or of one that is over, is none of the case’s', () => {
    const ledger = accepted().do('transmit');
    const first = ledger.pending('transmit_dossier');
    ledger.fail('transmit_dossier').do('transmit', { channel: 'fax' });
    const failure = { failureClass: 'fax_failed', message: '占线。' } as const;
    expect(ledger.settle({ type: 'effect_failed', effect: first, failure })).toEqual(nothing);
    expect(ledger.pending('transmit_dossier').n).toBe(2);
    const effect = ledger.pending('transmit_dossier');
    ledger.handOver();
    expect(ledger.settle({ type: 'effect_failed', effect, failure })).toEqual(nothing);
  });

  it('leaves the next try of the dossier to a new one over another channel', () => {
    const ledger = accepted().do('transmit').fail('transmit_dossier').do('transmit', { channel: 'manual' });
    expect(Object.keys(ledger.state.pending)).toEqual(['transmit_dossier/2']);
    expect(ledger.ahead().filter((item) => item.includes('retry'))).toEqual([]);
  });

  it('of the filing leaves it due, and the same is sent again', () => {
    const ledger = issuedOnTheSpot().do('send_filing').fail('send_filing');
    expect(ledger.state.filing).toBe('due');
    ledger.do('send_filing').sendFiling();
    expect(ledger.state).toMatchObject({ filing: 'sent', pending: {} });
    expect(ledger.eventsOf('filing_requested')).toHaveLength(1);
  });

  it('of a second asking has a number of its own', () => {
    const ledger = issued().do('reissue');
    expect(ledger.pending('issue_certificate').n).toBe(2);
  });
});

describe('an administrator’s remedy for a failed effect', () => {
  const by = actor('system_administrator', 'officer-9');
  const remedy = (ledger: Ledger, type: EffectType) => ({
    ...{ commandId: nextCommandId(), by },
    effectKey: effectKeyOf(Object.values(ledger.state.pending)[0]?.effect ?? { type, n: 1 }),
  });

  it('has it tried now, also after it was given up: one certificate', () => {
    const ledger = answered().do('issue').failForGood('issue_certificate');
    const command = { type: 'retry_effect', ...remedy(ledger, 'issue_certificate') } as const;
    ledger.settle(command);
    expect(ledger.eventsOf('effect_retry_ordered')).toMatchObject([{ by, effect: { n: 1 } }]);
    expect(effectsUnderWay(ledger.state)).toHaveLength(1);
    ledger.makeCertificate();
    expect(ledger.settle(command)).toEqual(nothing);
    expect(ledger.state.certificates).toHaveLength(1);
  });

  it('leaves alone what runs or has happened', () => {
    const ledger = answered().do('issue');
    const running = { type: 'retry_effect', ...remedy(ledger, 'issue_certificate') } as const;
    expect(ledger.settle(running)).toEqual(nothing);
    ledger.makeCertificate();
    expect(ledger.settle({ ...running, commandId: nextCommandId() })).toEqual(nothing);
  });

  it('puts a dossier that a person carried in its place: by hand, and its receipt is waited for', () => {
    const ledger = accepted().do('transmit', { channel: 'fax' }).failForGood('transmit_dossier');
    const doneAt = addMs(ledger.now, -3_600_000);
    ledger.settle({
      ...{ type: 'substitute_effect', ...remedy(ledger, 'transmit_dossier'), doneAt, pages: 3 },
    });
    expect(ledger.eventsOf('effect_substituted')).toHaveLength(1);
    const handed = { channel: 'manual', handedOverAt: doneAt, deliveredAt: null, pages: 3 };
    expect(ledger.eventsOf('dossier_handed_over')).toMatchObject([handed]);
    expect(ledger.state.transmissions).toMatchObject([handed]);
    expect(ledger.state.pending).toEqual({});
    expect(ledger.running('receipt')).toHaveLength(1);
  });

  it('puts a filing that a person sent in its place', () => {
    const ledger = issuedOnTheSpot().do('send_filing').failForGood('send_filing');
    const doneAt = addMs(ledger.now, -3_600_000);
    ledger.settle({
      ...{ type: 'substitute_effect', ...remedy(ledger, 'send_filing'), doneAt, pages: 0 },
    });
    expect(ledger.state).toMatchObject({ filing: 'sent', pending: {} });
  });

  it('never puts anything in the place of a certificate', () => {
    const ledger = answered().do('issue').failForGood('issue_certificate');
    const command = remedy(ledger, 'issue_certificate');
    expect(ledger.settle({ type: 'substitute_effect', ...command, doneAt: ledger.now, pages: 1 })).toEqual(
      nothing,
    );
  });
});

describe('a failed effect whose ground has gone', () => {
  it('an issue that failed makes no certificate by itself after the answer was corrected to a negative one', () => {
    const ledger = answered().do('issue').fail('issue_certificate');
    ledger.do('answer', { result: 'inconsistent', confirmedMatters: [] });
    expect(ledger.ahead().filter((line) => line.startsWith('issue_certificate'))).toEqual([]);
  });

  it('an Annex 2 that failed is not made when the officer issues Annex 1 after the answer', () => {
    const ledger = accepted({}, 'REGISTRATION').do('issue_annex_2').failForGood('issue_certificate');
    ledger.do('transmit').handOver().do('receive');
    ledger.do('answer', { confirmedMatters: ['REGISTRATION'] }).do('issue');
    expect(ledger.pending('issue_certificate')).toMatchObject({ kind: 'annex_1' });
  });

  it('an Annex 2 that failed is not tried again once the dossier is on its way', () => {
    const ledger = accepted({}, 'REGISTRATION').do('issue_annex_2').fail('issue_certificate');
    ledger.do('transmit');
    expect(ledger.ahead().filter((line) => line.startsWith('issue_certificate'))).toEqual([]);
  });

  it('a second handing over that failed is not tried again after the dossier was returned', () => {
    const ledger = inTransit().do('transmit').fail('transmit_dossier').do('return_dossier');
    expect(ledger.ahead().filter((line) => line.startsWith('transmit_dossier'))).toEqual([]);
  });

  it('and one under way at the return starts no 5 days at the station that gave the case back', () => {
    const ledger = inTransit().do('transmit');
    const effect = ledger.pending('transmit_dossier');
    ledger.do('return_dossier');
    const [handedOverAt, deliveredAt] = [ledger.now, ledger.now];
    const result = {
      type: 'transmit_dossier',
      handedOverAt,
      deliveredAt,
      pages: 3,
      told: [],
      gaps: [],
    } as const;
    ledger.settle({ type: 'effect_succeeded', effect, result });
    expect(ledger.state.status).toBe('accepted');
    expect(ledger.running('verification')).toEqual([]);
  });

  it('a filing that failed is not sent for an Annex 2 that was voided', () => {
    const ledger = issuedOnTheSpot().do('send_filing').fail('send_filing').do('void_certificate');
    expect(ledger.ahead().filter((line) => line.startsWith('send_filing'))).toEqual([]);
  });

  it('the button pressed again stands behind the effect: the words that it brought are printed', () => {
    const ledger = answered().do('issue').fail('issue_certificate', 'unprintable_text').do('issue');
    const retried = ledger.eventsOf('effect_retried').at(-1);
    expect(ledger.pending('issue_certificate').requestId).toBe(retried?.effect.requestId);
  });
});
