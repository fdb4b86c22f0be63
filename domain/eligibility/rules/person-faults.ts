import { checkIdNumber } from '../../identity/id-number.ts';
import { idNumberFaultSentences } from '../../identity/id-number-reasons.ts';
import { checkName, nameFaultSentences } from '../../identity/name.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { FaultFinding } from '../finding.ts';

interface Person {
  readonly name: string;
  readonly idNumber: string;
}

/** What is wrong with a person's name and citizen number; `pointer` is where the person stands. */
export function findPersonFaults(person: Person, pointer: string, asOf: PlainDate): FaultFinding[] {
  const faults: FaultFinding[] = [];
  const name = checkName(person.name);
  if (!name.valid) {
    const message = nameFaultSentences[name.reason];
    faults.push({ pointer: `${pointer}/name`, code: `name_${name.reason}`, message });
  }
  const idNumber = checkIdNumber(person.idNumber, asOf);
  if (!idNumber.valid) {
    const message = idNumberFaultSentences[idNumber.reason];
    faults.push({ pointer: `${pointer}/idNumber`, code: `id_number_${idNumber.reason}`, message });
  }
  return faults;
}
