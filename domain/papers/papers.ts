import { presentAcceptanceReceipt } from './acceptance-receipt.ts';
import { presentAnnex1, presentAnnex2 } from './annexes.ts';
import { presentApplicationForm } from './application-form.ts';
import { presentCollectionNotice, presentCollectionRecord } from './collection.ts';
import { presentCompletionNotice } from './completion-notice.ts';
import { presentCoverSheet } from './cover-sheet.ts';
import { presentFilingLetter } from './filing-letter.ts';
import { presentRefusalNotice, presentRejectionNotice } from './negative-notices.ts';
import type { Paper } from './paper.ts';
import { presentReferralNotice } from './referral-notice.ts';
import { presentSupervisionOrder } from './supervision-order.ts';
import { presentVerificationReport } from './verification-report.ts';

/** Every document of `domain.md` §7. */
export const paperIds = [
  'application_form',
  'acceptance_receipt',
  'completion_notice',
  'rejection_notice',
  'refusal_notice',
  'cover_sheet',
  'verification_report',
  'annex_1',
  'annex_2',
  'filing_letter',
  'collection_notice',
  'referral_notice',
  'supervision_order',
  'collection_record',
] as const;

export type PaperId = (typeof paperIds)[number];

const table = {
  application_form: {
    title: '户籍类证明“跨省通办”申请表',
    readers: ['accepting_station', 'home_station'],
    template: 'papers/application-form',
    layout: 'flowing',
    present: presentApplicationForm,
  },
  acceptance_receipt: {
    title: '受理回执',
    readers: ['applicant'],
    template: 'papers/acceptance-receipt',
    layout: 'flowing',
    present: presentAcceptanceReceipt,
  },
  completion_notice: {
    title: '一次性补正告知书',
    readers: ['applicant'],
    template: 'papers/completion-notice',
    layout: 'flowing',
    present: presentCompletionNotice,
  },
  rejection_notice: {
    title: '不予受理告知书',
    readers: ['applicant', 'supervisor'],
    template: 'papers/rejection-notice',
    layout: 'flowing',
    present: presentRejectionNotice,
  },
  refusal_notice: {
    title: '不予出具告知书',
    readers: ['applicant', 'supervisor'],
    template: 'papers/refusal-notice',
    layout: 'flowing',
    present: presentRefusalNotice,
  },
  cover_sheet: {
    title: '户籍类证明“跨省通办”流转单',
    readers: ['home_station'],
    template: 'papers/cover-sheet',
    layout: 'flowing',
    present: presentCoverSheet,
  },
  verification_report: {
    title: '查证反馈单',
    readers: ['accepting_station'],
    template: 'papers/verification-report',
    layout: 'flowing',
    present: presentVerificationReport,
  },
  annex_1: {
    title: '户籍事项证明',
    readers: ['applicant'],
    template: 'certificates/annex-1',
    layout: 'certificate',
    present: presentAnnex1,
  },
  annex_2: {
    title: '户籍事项证明',
    readers: ['applicant'],
    template: 'certificates/annex-2',
    layout: 'certificate',
    present: presentAnnex2,
  },
  filing_letter: {
    title: '关于户籍事项证明（附件2）的备案函',
    readers: ['home_station'],
    template: 'papers/filing-letter',
    layout: 'flowing',
    present: presentFilingLetter,
  },
  collection_notice: {
    title: '领取通知',
    readers: ['applicant'],
    template: 'papers/collection-notice',
    layout: 'flowing',
    present: presentCollectionNotice,
  },
  referral_notice: {
    title: '前往户籍地办理告知书',
    readers: ['applicant'],
    template: 'papers/referral-notice',
    layout: 'flowing',
    present: presentReferralNotice,
  },
  supervision_order: {
    title: '督办单',
    readers: ['supervisor', 'home_station', 'accepting_station'],
    template: 'papers/supervision-order',
    layout: 'flowing',
    present: presentSupervisionOrder,
  },
  collection_record: {
    title: '领取登记',
    readers: ['accepting_station'],
    template: 'papers/collection-record',
    layout: 'flowing',
    present: presentCollectionRecord,
  },
} as const satisfies Record<PaperId, Paper<never>>;

/** What has to be known to print a paper: plain data, no state of a case. */
export type PaperViews = { readonly [Id in PaperId]: Parameters<(typeof table)[Id]['present']>[0] };

/** What every paper is: the one table that the renderer, the API and the docs read. */
export const papers: { readonly [Id in PaperId]: Paper<PaperViews[Id]> } = table;
