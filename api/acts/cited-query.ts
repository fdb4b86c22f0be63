import type { Executor } from '../../db/database.ts';
import { findRegisterQuery } from '../../db/repositories/register-queries.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { findValidCertificate } from '../../domain/case/state.ts';
import { actOfPurpose } from '../../domain/register/query.ts';
import { isRegisterReference, isWrittenAsReference } from '../../domain/register/reference.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { Problem } from '../problems.ts';
import type { ActBody } from './bodies.ts';

type CitingAct = Extract<ActBody, { act: 'issue_annex_2' | 'reissue' }>;

/**
 * An act with the register query that it rests on [§5]. A reference of ours names a query of this case, made for this
 * act, that found somebody, and the record says when that was; all other words say how the register was consulted by
 * hand, and need the time. What takes a lost certificate's place rests on a look at the register since that one was
 * issued (S34).
 * @throws {Problem} 422
 */
export async function withCitedQuery(
  executor: Executor,
  { caseNo, state }: { readonly caseNo: CaseNo; readonly state: CaseState },
  act: ActBody,
): Promise<ActBody> {
  if (act.act !== 'issue_annex_2' && act.act !== 'reissue') return act;
  const isRecorded = isWrittenAsReference(act.body.registerReference);
  const queriedAt = isRecorded ? await askedAtOf(executor, caseNo, act) : timeByHand(act);
  const replaced = act.act === 'reissue' ? findValidCertificate(state) : undefined;
  if (replaced !== undefined && queriedAt < replaced.issuedAt) {
    const message = '该次查询早于原证明的出具，补发前请重新查询人口信息系统。';
    throw faulty(isRecorded ? '/registerReference' : '/queriedAt', 'register_query_outdated', message);
  }
  return act.act === 'reissue'
    ? { ...act, body: { ...act.body, queriedAt } }
    : { ...act, body: { ...act.body, queriedAt } };
}

function timeByHand({ body }: CitingAct): Instant {
  if (body.queriedAt !== undefined) return parseInstant(body.queriedAt);
  throw faulty('/queriedAt', 'required', '非本系统的查询，请填写查询时间。');
}

async function askedAtOf(executor: Executor, caseNo: CaseNo, { act, body }: CitingAct): Promise<Instant> {
  const { registerReference: reference } = body;
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
  if (actOfPurpose[query.purpose] !== act) {
    const message = '该次查询是为其他事项所作，请以本次办理的用途重新查询。';
    throw faulty('/registerReference', 'register_query_for_another_act', message);
  }
  return query.askedAt;
}

function faulty(pointer: string, code: string, message: string): Problem {
  return new Problem('validation_failed', { errors: [{ pointer, code, message }] });
}
