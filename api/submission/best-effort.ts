import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import type { Application, ResidenceReason } from '../../domain/application/application.ts';
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

/**
 * An application made of whatever is well-formed in a body, so that the rules can judge it however broken the rest
 * is: everything wrong is told at once (一次性告知). What is missing or malformed says nothing; whoever calls drops
 * what the rules find there. For a body without faults of form it is the body.
 */
export function bestEffortApplication(body: unknown): SubmittedApplication {
  const given = fieldsOf(body);
  const applicant = fieldsOf(given.applicant);
  const document = fieldsOf(given.identityDocument);
  const booklet = fieldsOf(given.bookletReason);
  const told = fieldsOf(given.told);
  return {
    // The rule looks it up in the unit tree, where only unit codes are.
    homeStation: textOf(given.homeStation) as UnitCode,
    applicant: {
      ...personOf(applicant),
      telephone: textOf(applicant.telephone),
      residenceAddress: textOf(applicant.residenceAddress),
    },
    identityDocument: {
      kind: document.kind as Application['identityDocument']['kind'],
      validUntil: textOf(document.validUntil),
      checkedInPerson: (document.checkedInPerson ??
        null) as Application['identityDocument']['checkedInPerson'],
    },
    ...present('guardian', given.guardian, (fields) => ({
      ...personOf(fields),
      relation: textOf(fields.relation),
    })),
    ...present('agent', given.agent, personOf),
    residenceReasons: listOf(given.residenceReasons) as readonly ResidenceReason[],
    bookletReason:
      booklet.kind === 'other'
        ? { kind: 'other', statement: textOf(booklet.statement) }
        : {
            kind: 'family_conflict',
            ...(booklet.statement === undefined ? {} : { statement: textOf(booklet.statement) }),
          },
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
    ...present('openCaseVerdict', given.openCaseVerdict, ({ reason }) => ({ reason: textOf(reason) })),
  };
}
