import type { Executor } from '../../db/database.ts';
import { findRegisterQuery } from '../../db/repositories/register-queries.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isRegisterReference, isWrittenAsReference } from '../../domain/register/reference.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { Problem } from '../problems.ts';
import type { ActBody } from './bodies.ts';

/**
 * An act with the register query that it rests on [§5]. A reference of ours names a query of this case that found
 * somebody, and the record says when that was; all other words say how the register was consulted by hand, and need
 * the time.
 * @throws {Problem} 422
 */
export async function withCitedQuery(executor: Executor, caseNo: CaseNo, act: ActBody): Promise<ActBody> {
  if (act.act !== 'issue_annex_2' && act.act !== 'reissue') return act;
  const reference = act.body.registerReference;
  if (isWrittenAsReference(reference)) {
    const queriedAt = await askedAtOf(executor, caseNo, reference);
    return act.act === 'reissue' ? act : { ...act, body: { ...act.body, queriedAt } };
  }
  if (act.act === 'issue_annex_2' && act.body.queriedAt === undefined) {
    throw faulty('/queriedAt', 'required', '非本系统的查询，请填写查询时间。');
  }
  return act;
}

async function askedAtOf(executor: Executor, caseNo: CaseNo, reference: string): Promise<Instant> {
  const query = isRegisterReference(reference) ? await findRegisterQuery(executor, reference) : undefined;
  if (query?.caseNo !== caseNo) {
    const message = '本案没有编号为此的查询记录，请核对；非本系统的查询，请写明查询方式、时间和操作人。';
    throw faulty('/registerReference', 'register_query_unknown', message);
  }
  if (query.outcome !== 'found') {
    const message =
      '该次查询未查到登记信息，不能作为出具的依据；请重新查询，或写明人工查询的方式、时间和操作人。';
    throw faulty('/registerReference', 'register_query_without_entry', message);
  }
  return query.askedAt;
}

function faulty(pointer: string, code: string, message: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer, code, message }] });
}
