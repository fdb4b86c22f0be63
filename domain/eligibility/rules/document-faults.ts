import type { IdentityDocument, SecondCheck } from '../../application/application.ts';
import { isPlainDate } from '../../time/plain-date.ts';
import type { FaultFinding } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { isBlank } from '../rule.ts';

/** Where a document stands in the application, and whether its holder stands at the counter. */
interface ShownDocument {
  readonly pointer: string;
  readonly holder: 'present' | 'represented';
}

/** What is wrong with a document and with how it was checked. */
export function findDocumentFaults(
  document: IdentityDocument,
  shown: ShownDocument,
  context: RuleContext,
): FaultFinding[] {
  return [
    ...findCheckFaults(document, shown),
    ...findComparisonFaults(document, shown),
    ...findSecondCheckFaults(document, shown, context),
    ...findValidityFaults(document, shown, context),
  ];
}

function findCheckFaults({ kind, checkedInPerson }: IdentityDocument, shown: ShownDocument): FaultFinding[] {
  const pointer = `${shown.pointer}/checkedInPerson`;
  if (checkedInPerson === null) {
    const message = '尚未当面核验身份证件，请核验后记录核验方式。';
    return [{ pointer, code: 'identity_document_not_checked', message }];
  }
  if (kind !== 'temporary_identity_card' || checkedInPerson !== 'chip_reader') return [];
  const message = '临时居民身份证没有芯片，请人工核验并如实记录核验方式。';
  return [{ pointer, code: 'temporary_card_has_no_chip', message }];
}

function findComparisonFaults(document: IdentityDocument, shown: ShownDocument): FaultFinding[] {
  const { checkedInPerson, comparison, secondCheck } = document;
  const pointer = `${shown.pointer}/comparison`;
  if (comparison === 'does_not_match') {
    if (secondCheck === undefined) {
      const message = '持证人与身份证件不一致，不能确认为本人。';
      return [{ pointer, code: 'person_does_not_match', message }];
    }
    if (!isBlank(secondCheck.reason ?? '')) return [];
    const message = '人证比对不一致仍予受理的，应由复核民警写明理由。';
    return [{ pointer: `${shown.pointer}/secondCheck/reason`, code: 'override_reason_missing', message }];
  }
  // Without a check there was nobody to compare with; that is told already.
  if (comparison === 'matches' || checkedInPerson === null || shown.holder === 'represented') return [];
  return [{ pointer, code: 'person_not_compared', message: '尚未核对持证人与身份证件是否一致。' }];
}

function findSecondCheckFaults(
  { checkedInPerson, secondCheck }: IdentityDocument,
  { pointer }: ShownDocument,
  { officerId, policy }: RuleContext,
): FaultFinding[] {
  if (secondCheck === undefined) {
    if (checkedInPerson !== 'visual' || !policy.manualCheckNeedsSecondOfficer) return [];
    const message = '人工核验身份证件的，本省规定须由两名民警核验。';
    return [{ pointer: `${pointer}/secondCheck`, code: 'second_officer_missing', message }];
  }
  if (isAnother(secondCheck, officerId)) return [];
  const message = '复核民警应为受理民警以外的另一名民警。';
  return [{ pointer: `${pointer}/secondCheck/officerId`, code: 'second_officer_not_another', message }];
}

function isAnother({ officerId }: SecondCheck, accepting: string): boolean {
  return !isBlank(officerId) && officerId.trim() !== accepting;
}

function findValidityFaults(
  { validUntil }: IdentityDocument,
  shown: ShownDocument,
  { asOf }: RuleContext,
): FaultFinding[] {
  const pointer = `${shown.pointer}/validUntil`;
  if (validUntil === 'long_term') return [];
  if (!isPlainDate(validUntil)) {
    const message = '身份证件有效期应为日期（YYYY-MM-DD）或长期。';
    return [{ pointer, code: 'identity_document_date_unreadable', message }];
  }
  // A document is valid through the day it bears.
  if (validUntil >= asOf) return [];
  const message = '身份证件已过有效期，请换领后再申请，或者交验有效的临时居民身份证。';
  return [{ pointer, code: 'identity_document_expired', message }];
}
