import type { CertificateNo } from '../../certificate/numbers.ts';
import type { Certificate, CaseState } from '../state.ts';
import { isFiled } from '../state.ts';
import { close } from './evolution.ts';
import type { Evolution } from './evolution.ts';
import { begun, withoutType } from './pending.ts';

type CertificateEvent =
  | 'issue_requested'
  | 'certificate_issued'
  | 'certificate_voided'
  | 'certificate_reprinted'
  | 'filing_requested'
  | 'filing_sent'
  | 'filing_acknowledged'
  | 'certificate_collected'
  | 'case_lapsed';

/** The paper itself, its report to the home station, and the applicant's hand. */
export const certificateEvolution = {
  // One in the place of a lost one opens a closed case again at once: nothing is made for a case that nobody carries.
  issue_requested: (state, { effect }, at) => ({ ...reopened(state), ...begun(state, effect, at) }),
  certificate_issued: (state, { certificateNo, kind, sha256, matters, supersedes }, at) => ({
    ...state,
    status: 'issued',
    outcome: null,
    closedAt: null,
    notifiedAt: null,
    collectedAt: null,
    // A correction that its second person has not confirmed in time is none.
    proposedAnswer: null,
    // Each Annex 2 is reported [§5], one that takes another's place too.
    filing: kind === 'annex_2' ? 'due' : 'none',
    certificates: [
      ...change(state, supersedes, (old) => ({
        ...old,
        life: old.life === 'voided' ? 'voided' : 'superseded',
        supersededBy: certificateNo,
      })),
      {
        certificateNo,
        kind,
        sha256,
        matters,
        issuedAt: at,
        life: 'valid',
        supersededBy: null,
        printCount: 1,
      },
    ],
    pending: withoutType({ pending: withoutType(state, 'send_filing') }, 'issue_certificate'),
  }),
  certificate_voided: (state, { certificateNo }) => ({
    ...state,
    status: state.answer === null ? 'accepted' : 'answered',
    outcome: null,
    closedAt: null,
    notifiedAt: null,
    collectedAt: null,
    certificates: change(state, certificateNo, (certificate) => ({ ...certificate, life: 'voided' })),
    // Nothing is reported of what does not hold; what takes its place is reported anew.
    filing: 'none',
    pending: withoutType({ pending: withoutType(state, 'send_filing') }, 'issue_certificate'),
  }),
  certificate_reprinted: (state, { certificateNo }) => ({
    ...state,
    certificates: change(state, certificateNo, (certificate) => ({
      ...certificate,
      printCount: certificate.printCount + 1,
    })),
  }),
  filing_requested: (state, { effect }, at) => ({ ...state, ...begun(state, effect, at) }),
  filing_sent: (state) => ({ ...state, filing: 'sent', pending: withoutType(state, 'send_filing') }),
  filing_acknowledged: (state, _, at) => {
    const acknowledged: CaseState = { ...state, filing: 'acknowledged' };
    return state.collectedAt === null ? acknowledged : close(acknowledged, 'collected', at);
  },
  // A case with an Annex 2 stays open until its filing has been acknowledged (§4).
  certificate_collected: (state, _, at) => {
    const collected: CaseState = { ...state, collectedAt: at };
    if (state.status === 'closed') return { ...collected, outcome: 'collected' };
    return isFiled(state) ? close(collected, 'collected', at) : collected;
  },
  case_lapsed: (state, _, at) => close(state, 'uncollected', at),
} as const satisfies Evolution<CertificateEvent>;

function reopened(state: CaseState): CaseState {
  return state.status === 'closed' ? { ...state, status: 'issued', outcome: null, closedAt: null } : state;
}

function change(
  { certificates }: CaseState,
  certificateNo: CertificateNo | null,
  to: (certificate: Certificate) => Certificate,
): Certificate[] {
  return certificates.map((certificate) =>
    certificate.certificateNo === certificateNo ? to(certificate) : certificate,
  );
}
