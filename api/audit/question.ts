import type { Static } from '@fastify/type-provider-typebox';
import type { AuditQuestion } from '../../db/repositories/audit.ts';
import { isCaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, daysBetween, isPlainDate, localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { isWithin, unitsWithin } from '../../domain/units/unit-tree.ts';
import { findInstant } from '../cursor.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import type { AnchorQuery, AuditQuery } from '../schemas/audit.ts';

const usualDays = 30;
const maxDays = 3660;

/** What an auditor asks for. @throws {Problem} 404 for a unit that is not his, 422 */
export function auditQuestion(
  tree: UnitTree,
  auditorsUnit: UnitCode,
  query: Static<typeof AuditQuery>,
): Omit<AuditQuestion, 'before' | 'limit'> {
  const unit = (query.unit ?? auditorsUnit) as UnitCode;
  if (!tree.has(unit) || !isWithin(tree, unit, auditorsUnit)) throw new Problem('not_found');
  const faults: FieldFault[] = [];
  const readInstant = (name: 'from' | 'to'): Instant | undefined => {
    const text = query[name];
    const instant = text === undefined ? undefined : findInstant(text);
    if (text !== undefined && instant === undefined) faults.push(wrongForm(name, '应为带时区的时间。'));
    return instant;
  };
  const { kind, outcome, officerId, caseNo } = query;
  const [from, to] = [readInstant('from'), readInstant('to')];
  if (caseNo !== undefined && !isCaseNo(caseNo)) {
    faults.push(wrongForm('caseNo', '不是申请件编号，请核对。'));
  } else if (faults.length === 0) {
    const about = caseNo === undefined ? {} : { caseNo };
    // Whoever is of no unit is below none that is named.
    const units = [...unitsWithin(tree, unit), ...(query.unit === undefined ? [null] : [])];
    return { units, from, to, kind, outcome, officerId, ...about };
  }
  throw new Problem('validation_failed', { errors: faults });
}

/** The days whose anchors are asked for. @throws {Problem} 422 */
export function anchorDays(
  query: Static<typeof AnchorQuery>,
  now: Instant,
): { readonly from: PlainDate; readonly to: PlainDate } {
  const to = query.to ?? localDateOf(now);
  const from = query.from ?? (isPlainDate(to) ? addDays(to, -usualDays) : to);
  const isDate = '应为存在的日期（YYYY-MM-DD）。';
  if (!isPlainDate(from)) throw new Problem('validation_failed', { errors: [wrongForm('from', isDate)] });
  if (!isPlainDate(to)) throw new Problem('validation_failed', { errors: [wrongForm('to', isDate)] });
  if (daysBetween(from, to) > maxDays) {
    throw new Problem('validation_failed', { errors: [wrongForm('from', '一次最多取十年。')] });
  }
  return { from, to };
}

function wrongForm(name: string, message: string): FieldFault {
  return { pointer: `/query/${name}`, code: 'wrong_form', message };
}
