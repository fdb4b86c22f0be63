import type { InvariantName } from './invariants/invariants.ts';
import type { Observed } from './invariants/observed.ts';

/** How each invariant is broken on purpose: in the database, or in what was seen of the world. */
export type Tampering =
  { readonly statement: string } | { readonly seen: (observed: Observed) => Partial<Observed> };

export const tamperings = {
  noCaseLost: { statement: `delete from cases` },
  noCaseDoubled: {
    statement: `update idempotency_keys set case_no = null where case_no is not null`,
  },
  noCertificateDoubled: {
    statement: `insert into certificates (certificate_no, case_no, n, issued_at, sha256)
      select certificate_no || 'X', case_no, n + 100, issued_at, sha256 from certificates`,
  },
  noNumberReused: { statement: `update number_sequences set last = 1` },
  noRungLost: { statement: `delete from ledger_events where event ->> 'rung' = 'R3'` },
  noRungDoubled: {
    statement: `insert into ledger_events (case_no, seq, step_key, position, occurred_at, event, hash)
      select case_no, seq + 1000, step_key || 'X', position, occurred_at, event, hash from ledger_events
      where event ->> 'rung' = 'R3'`,
  },
  noDeliveryLost: {
    statement: `update delivery_bundles set status = 'sending', handed_over_at = null`,
  },
  noDeliveryDoubled: {
    seen: ({ messageIds }) => ({ messageIds: [...messageIds, '<nobody@tongban.invalid>'] }),
  },
  ledgerChainWhole: {
    statement: `update ledger_events set occurred_at = occurred_at + interval '1 ms' where seq = 1`,
  },
  auditChainWhole: { statement: `update audit_entries set officer_id = 'x' where seq = 2` },
  projectionEqualsLedger: {
    statement: `update cases set state = jsonb_set(state, '{reroutes}', '7')`,
  },
  statisticsEqualLedger: { statement: `update station_figures set blue_rungs = blue_rungs + 1` },
  nothingKeptHalf: { statement: `delete from case_events` },
  sameFiles: {
    // One case is enough: an export takes its time.
    seen: ({ exportOf, played }) => ({
      played: played.slice(0, 1),
      exportOf: async (person, caseNo) => {
        const file = await exportOf(person, caseNo);
        return person === 'window' ? file : Buffer.concat([file, Buffer.from([0])]);
      },
    }),
  },
  noServerError: { seen: () => ({ serverErrors: ['500 /v1/cases'] }) },
} as const satisfies Record<InvariantName, Tampering>;

/** What the database holds while `look` looks, and not afterwards. */
export async function tamperedWith<Found>(
  observed: Observed,
  tampering: Tampering,
  look: (tampered: Observed) => Promise<Found>,
): Promise<Found> {
  if ('seen' in tampering) return look({ ...observed, ...tampering.seen(observed) });
  // One connection only: everything that is looked at is looked at within the transaction.
  const sql = observed.owner.client;
  await sql.unsafe('begin');
  try {
    await sql.unsafe(tampering.statement);
    return await look(observed);
  } finally {
    await sql.unsafe('rollback');
  }
}
