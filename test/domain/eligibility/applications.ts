import type { Application } from '../../../domain/application/application.ts';
import { evaluate } from '../../../domain/eligibility/evaluate.ts';
import type { EligibilityContext } from '../../../domain/eligibility/rule.ts';
import { defaultEligibilityPolicy, noOpenCases } from '../../../domain/eligibility/rule.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { buildUnitTree } from '../../../domain/units/unit-tree.ts';
import { unitCode, units } from '../units/units.ts';

/** An application with nothing wrong: 贵州 register, living in 上海. The person is invented. */
export const rightApplication: Application = {
  homeStation: unitCode('520103110001'),
  applicant: {
    name: '王小明',
    idNumber: '330102199602291171',
    telephone: '13800001234',
    residenceAddress: '上海市杨浦区某路1号',
  },
  identityDocument: {
    kind: 'resident_identity_card',
    validUntil: '2030-01-01',
    checkedInPerson: 'chip_reader',
    comparison: 'matches',
  },
  residenceReasons: ['employment'],
  bookletReason: { kind: 'family_conflict' },
  matters: [{ code: 'REGISTRATION' }],
  told: { crossProvinceService: true, fiveWorkingDays: true, mismatchMeansHomeStation: true },
  agreed: true,
  undertakingSigned: true,
};

/** An invented child, born 2024. */
export const childIdNumber = '659012202401028590';

export const context: EligibilityContext = {
  today: parsePlainDate('2026-11-25'),
  acceptingStation: unitCode('310110110001'),
  officerId: 'officer-1',
  tree: buildUnitTree(units),
  divisions: new Set(['330102', '330103', '659012']),
  endedDivisions: new Map([['330103', { name: '下城区', endYear: 2021 }]]),
  policy: defaultEligibilityPolicy,
  openCasesOfSameMatter: noOpenCases,
  otherOpenCases: noOpenCases,
};

/** `rule code pointer` of every fault of an application that is right but for these changes. */
export function faultsOf(
  changes: Partial<Application>,
  contextChanges: Partial<EligibilityContext> = {},
): string[] {
  const { faults } = evaluate({ ...rightApplication, ...changes }, { ...context, ...contextChanges });
  return faults.map(({ rule, code, pointer }) => `${rule} ${code} ${pointer}`);
}
