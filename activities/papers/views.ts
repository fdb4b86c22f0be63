import type { MadePaperId } from '../../domain/papers/occasions.ts';
import type { PaperViews } from '../../domain/papers/papers.ts';
import {
  acceptanceReceiptOf,
  applicationFormOf,
  collectionNoticeOf,
  completionNoticeOf,
  referralNoticeOf,
  refusalNoticeOf,
} from './applicant-papers.ts';
import type { CaseRecord } from './case-record.ts';
import { collectionRecordOf, filingLetterOf, supervisionOrderOf } from './station-papers.ts';
import { verificationReportOf } from './verification-report.ts';

/** How each paper is read out of what is recorded; the cover sheet also needs the files that it lies on. */
export const paperViews: {
  readonly [Id in Exclude<MadePaperId, 'cover_sheet'>]: (record: CaseRecord) => PaperViews[Id];
} = {
  application_form: applicationFormOf,
  acceptance_receipt: acceptanceReceiptOf,
  completion_notice: completionNoticeOf,
  refusal_notice: refusalNoticeOf,
  verification_report: verificationReportOf,
  filing_letter: filingLetterOf,
  collection_notice: collectionNoticeOf,
  referral_notice: referralNoticeOf,
  supervision_order: supervisionOrderOf,
  collection_record: collectionRecordOf,
};
