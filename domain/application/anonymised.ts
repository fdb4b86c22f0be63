import type { Application } from './application.ts';

/** What stands where a name or a number was; it passes for neither. */
export const removed = '（已清除）';

/** An application without anything that says whose it was: what was asked for, and how it was checked, stays. */
export function anonymised({
  homeStation,
  identityDocument,
  residenceReasons,
  matters,
  told,
  agreed,
  undertakingSigned,
}: Application): Application {
  return {
    homeStation,
    applicant: { name: removed, idNumber: removed, telephone: removed, residenceAddress: removed },
    identityDocument: {
      kind: identityDocument.kind,
      validUntil: removed,
      checkedInPerson: identityDocument.checkedInPerson,
      comparison: identityDocument.comparison,
    },
    residenceReasons,
    bookletReason: { kind: 'other', statement: removed },
    matters: matters.map(({ code }) => ({ code })),
    told,
    agreed,
    undertakingSigned,
  };
}
