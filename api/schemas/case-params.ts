import { Type } from '@fastify/type-provider-typebox';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import { Problem } from '../problems.ts';

export const CaseParams = Type.Object({ caseNo: Type.String({ description: '申请件编号，26位' }) });

/** The case number of an address; one that cannot exist is as absent as one that does not. @throws {Problem} 404 */
export function caseNoOf(text: string): CaseNo {
  if (!isCaseNo(text)) throw new Problem('case_not_found');
  return text;
}
