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
import {
  collectionRecordOf,
  coverSheetOf,
  filingLetterOf,
  supervisionOrderOf,
  verificationReportOf,
} from './station-papers.ts';

/** How each paper is read out of what is recorded. */
export const paperViews: {
  readonly [Id in MadePaperId]: (record: CaseRecord) => PaperViews[Id] | Promise<PaperViews[Id]>;
} = {
  application_form: applicationFormOf,
  acceptance_receipt: acceptanceReceiptOf,
  completion_notice: completionNoticeOf,
  refusal_notice: refusalNoticeOf,
  cover_sheet: coverSheetOf,
  verification_report: verificationReportOf,
  filing_letter: filingLetterOf,
  collection_notice: collectionNoticeOf,
  referral_notice: referralNoticeOf,
  supervision_order: supervisionOrderOf,
  collection_record: collectionRecordOf,
};
