import type { MadePaperId } from '../../domain/papers/occasions.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import {
  applicationFormOf,
  collectionNoticeOf,
  completionNoticeOf,
  referralNoticeOf,
  refusalNoticeOf,
} from './applicant-papers.ts';
import type { CaseRecord } from './case-record.ts';
import { collectionRecordOf, filingLetterOf, supervisionOrderOf } from './station-papers.ts';
import { verificationReportOf } from './verification-report.ts';

/** How each paper is read out of what is recorded; the cover sheet needs the files that it lies on, a receipt its code. */
export const paperViews: {
  readonly [Id in Exclude<MadePaperId, 'cover_sheet' | 'acceptance_receipt'>]: (
    record: CaseRecord,
  ) => PaperViews[Id];
} = {
  application_form: applicationFormOf,
  completion_notice: completionNoticeOf,
  refusal_notice: refusalNoticeOf,
  verification_report: verificationReportOf,
  filing_letter: filingLetterOf,
  collection_notice: collectionNoticeOf,
  referral_notice: referralNoticeOf,
  supervision_order: supervisionOrderOf,
  collection_record: collectionRecordOf,
};
