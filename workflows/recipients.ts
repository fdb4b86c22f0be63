import { proxyLocalActivities } from '@temporalio/workflow';
import type { createRecipientActivities } from '../activities/recipients.ts';
import { stationsOf } from '../domain/case/further-verification.ts';
import type { CaseState } from '../domain/case/state.ts';
import type { Resolution } from '../domain/directory/recipients.ts';
import type { Audience } from '../domain/escalation/rung.ts';
import { now } from './now.ts';
import { patientSql } from './patient-sql.ts';

const { resolveAudience } = proxyLocalActivities<ReturnType<typeof createRecipientActivities>>(patientSql);

/** Whom the directory names for a rung at the moment at which it fires (§6). */
export async function recipientsOf(state: CaseState, to: readonly Audience[]): Promise<Resolution> {
  if (to.every(({ kind }) => kind === 'applicant')) return { told: [], gaps: [] };
  return resolveAudience({ ...stationsOf(state), to, at: now() });
}
