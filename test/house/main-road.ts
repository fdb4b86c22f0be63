import type { CaseEventType } from '../../domain/case/event.ts';

/** What a case's chronicle tells when nothing goes wrong, from acceptance to collection [§4]. */
export const mainRoad = [
  'case_accepted',
  'transmission_requested',
  'dossier_handed_over',
  'dossier_received',
  'answer_recorded',
  'issue_requested',
  'certificate_issued',
  'applicant_notified',
  'certificate_collected',
] as const satisfies readonly CaseEventType[];
