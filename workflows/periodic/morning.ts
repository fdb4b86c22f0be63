import { proxyActivities } from '@temporalio/workflow';
import type { createDigestActivities } from '../../activities/periodic/digests.ts';
import type { createInquiryActivities } from '../../activities/periodic/inquiries.ts';
import type { createRetentionActivities } from '../../activities/periodic/retention.ts';

// What a morning's run cannot do within half a day the next morning's does.
const once = {
  startToCloseTimeout: '10m',
  scheduleToCloseTimeout: '12h',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
} as const;

const { sendDigests, reconcileFilings } = proxyActivities<ReturnType<typeof createDigestActivities>>(once);
const { anonymiseExpired, deleteDrafts } =
  proxyActivities<ReturnType<typeof createRetentionActivities>>(once);
const { forgetInquiries } = proxyActivities<ReturnType<typeof createInquiryActivities>>(once);

/** What every supervisor should know before the day begins; answers how many units were told. */
export async function digestWorkflow(): Promise<number> {
  return sendDigests();
}

/** Lays both stations' filings of Annex 2 against each other; answers how many notices were written. */
export async function filingReconciliationWorkflow(): Promise<number> {
  return reconcileFilings();
}

/** Takes personal data out of cases that were kept long enough; answers of how many. */
export async function retentionWorkflow(): Promise<number> {
  await deleteDrafts();
  return anonymiseExpired();
}

/** Forgets what the public left behind when it asked; answers how much. */
export async function forgetInquiriesWorkflow(): Promise<number> {
  return forgetInquiries();
}
