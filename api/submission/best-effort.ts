import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import type {
  BookletStatement,
  IdentityDocument,
  ResidenceReason,
} from '../../domain/application/application.ts';
import type { UnitCode } from '../../domain/units/unit.ts';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function present<Key extends string, Value>(key: Key, given: unknown, read: (fields: Fields) => Value) {
  return (given === undefined ? {} : { [key]: read(fieldsOf(given)) }) as Partial<Record<Key, Value>>;
}

const personOf = ({ name, idNumber }: Fields) => ({ name: textOf(name), idNumber: textOf(idNumber) });

function documentOf({ kind, validUntil, checkedInPerson, comparison, secondCheck }: Fields) {
  return {
    kind: kind as IdentityDocument['kind'],
    validUntil: textOf(validUntil),
    checkedInPerson: (checkedInPerson ?? null) as IdentityDocument['checkedInPerson'],
    comparison: (comparison ?? null) as IdentityDocument['comparison'],
    ...present('secondCheck', secondCheck, ({ officerId, reason }) => ({
      officerId: textOf(officerId),
      ...(reason === undefined ? {} : { reason: textOf(reason) }),
    })),
  };
}

function bookletReasonOf({ kind, statement }: Fields): BookletStatement {
  if (kind === 'other') return { kind, statement: textOf(statement) };
  return {
    kind: kind === 'at_hand' ? kind : 'family_conflict',
    ...(statement === undefined ? {} : { statement: textOf(statement) }),
  };
}

/**
 * An application made of whatever is well-formed in a body, so that the rules can judge it however broken the rest
 * is: everything wrong is told at once (一次性告知). What is missing or malformed says nothing; whoever calls drops
 * what the rules find there. For a body without faults of form it is the body.
 */
export function bestEffortApplication(body: unknown): SubmittedApplication {
  const given = fieldsOf(body);
  const applicant = fieldsOf(given.applicant);
  const told = fieldsOf(given.told);
  return {
    // The rule looks it up in the unit tree, where only unit codes are.
    homeStation: textOf(given.homeStation) as UnitCode,
    applicant: {
      ...personOf(applicant),
      telephone: textOf(applicant.telephone),
      residenceAddress: textOf(applicant.residenceAddress),
    },
    identityDocument: documentOf(fieldsOf(given.identityDocument)),
    ...present('guardian', given.guardian, (fields) => ({
      ...personOf(fields),
      relation: textOf(fields.relation),
      proof: textOf(fields.proof),
    })),
    ...present('agent', given.agent, (fields) => ({
      ...personOf(fields),
      identityDocument: documentOf(fieldsOf(fields.identityDocument)),
      letterOfAuthority: textOf(fields.letterOfAuthority),
    })),
    residenceReasons: listOf(given.residenceReasons) as readonly ResidenceReason[],
    bookletReason: bookletReasonOf(fieldsOf(given.bookletReason)),
    matters: listOf(given.matters).map((item) => {
      const { code, details } = fieldsOf(item);
      return { code: textOf(code), ...(details === undefined ? {} : { details: textOf(details) }) };
    }),
    told: {
      crossProvinceService: told.crossProvinceService === true,
      fiveWorkingDays: told.fiveWorkingDays === true,
      mismatchMeansHomeStation: told.mismatchMeansHomeStation === true,
    },
    agreed: given.agreed === true,
    undertakingSigned: given.undertakingSigned === true,
    ...(given.purpose === undefined ? {} : { purpose: textOf(given.purpose) }),
    ...(given.acceptedOnPaper === undefined ? {} : { acceptedOnPaper: textOf(given.acceptedOnPaper) }),
    ...present('openCaseVerdict', given.openCaseVerdict, ({ reason }) => ({ reason: textOf(reason) })),
  };
}
