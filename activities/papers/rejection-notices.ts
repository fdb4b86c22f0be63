import { matterLinesOf } from '../../domain/certificate/matter-text.ts';
import { paperUnitOf } from '../../domain/papers/paper-unit.ts';
import { defaultRemedies } from '../../domain/papers/negative-notices.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { ancestorsOf } from '../../domain/units/unit-tree.ts';
import type { Rejection } from '../../db/repositories/rejections.ts';
import type { DocumentRenderer } from '../documents/document-renderer.ts';

/**
 * 不予受理告知书, or 一次性补正告知书 for an application that can still be put right.
 * @throws {Error} when retention has taken out what it would say.
 */
export function printRejection(
  renderer: DocumentRenderer,
  { no: rejectionNo, acceptingStation: station, decision, decidedAt, personal }: Rejection,
  tree: UnitTree,
): Promise<Uint8Array> {
  if (personal === null) throw new Error('nothing is left of the rejection to be printed');
  const { applicantName, matters, faults } = personal;
  const decidedOn = localDateOf(decidedAt);
  const common = {
    // A form without a name is among what is sent back.
    applicantName: applicantName.trim() || '申请人',
    rejectionNo,
    appliedOn: decidedOn,
    issuedOn: decidedOn,
    acceptingStation: paperUnitOf(tree, station),
  };
  if (decision === 'completion_requested') {
    const items = faults.map(({ message }) => message);
    return renderer.render('completion_notice', { ...common, items, reason: null });
  }
  const countyName = ancestorsOf(tree, station)[0]?.name ?? '';
  return renderer.render('rejection_notice', {
    ...common,
    matters: matterLinesOf(matters),
    reasons: faults.map(({ message, basis }) => ({ text: message, basis })),
    remedies: defaultRemedies(countyName),
    countyName,
  });
}
