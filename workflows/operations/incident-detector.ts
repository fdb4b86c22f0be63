import { proxyActivities } from '@temporalio/workflow';
import type { createIncidentActivities } from '../../activities/operations/incidents.ts';

const { detectIncidents } = proxyActivities<ReturnType<typeof createIncidentActivities>>({
  startToCloseTimeout: '2m',
  // The next look is soon enough.
  retry: { maximumAttempts: 1 },
});

/** Looks for what does not move; answers how many incidents are open. */
export async function incidentDetectorWorkflow(): Promise<number> {
  return detectIncidents();
}
