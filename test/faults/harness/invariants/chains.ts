import type postgres from 'postgres';
import { verifyAudit } from '../../../../db/verification/verify-audit.ts';
import { verifyLedgers } from '../../../../db/verification/verify-ledgers.ts';
import type { BrokenRow } from '../../../../domain/audit/chain-faults.ts';
import type { Invariant } from './observed.ts';

const told = (broken: BrokenRow | null) =>
  broken === null ? [] : [`${broken.chain} ${broken.seq} ${broken.fault}`];

/** Nobody writes any more, so neither needs a transaction of its own. */
const calm = (sql: postgres.Sql) => sql as unknown as postgres.TransactionSql;

export const ledgerChainWhole: Invariant = async ({ owner }) =>
  told((await verifyLedgers(calm(owner.client))).broken);

export const auditChainWhole: Invariant = async ({ owner }) =>
  told((await verifyAudit(calm(owner.client), {}, [])).broken);
