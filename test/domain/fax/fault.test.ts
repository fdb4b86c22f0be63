import { describe, expect, it } from 'vitest';
import { faxFaultOf } from '../../../domain/fax/fault.ts';

describe('the fault of a fax', () => {
  it.each([
    // Heard from HylaFAX 6.0.7, the first five beside two soft modems wired to each other.
    ['No answer from remote; too many attempts to dial', 'no_answer'],
    ['No local dialtone', 'no_dial_tone'],
    ['Unexpected failure converting TIFF document; the command\\', 'unconvertible'],
    ['Send program terminated abnormally with exit status 0xb', 'server_fault'],
    ['REJECT: Requested modem ttyIAX0 is not registered', 'server_fault'],
    ['Busy signal detected; too many attempts to dial', 'busy'],
    ['No answer (T.30 T1 timeout)', 'no_answer'],
    ['No carrier detected', 'no_carrier'],
    ['Kill time expired', 'expired'],
    ['Job aborted by user', 'aborted'],
    ['No response to PPS repeated 3 times.; too many attempts to dial', 'line_fault'],
    ['', 'line_fault'],
  ])('is read from “%s”', (status, fault) => {
    expect(faxFaultOf(status)).toBe(fault);
  });
});
