import type { CaseRecord } from './case-record.ts';

/** What papers between stations say of whose case it is. */
export function about({ caseNo, application }: CaseRecord) {
  const { name: applicantName, idNumber } = application.applicant;
  return { caseNo, applicantName, idNumber };
}
