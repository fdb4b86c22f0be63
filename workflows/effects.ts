import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { createCertificateActivities } from '../activities/certificates.ts';
import type { createDossierActivities } from '../activities/dossier/bind-dossier.ts';
import type { createFilingActivities } from '../activities/filings.ts';
import type { createTransmissionActivities } from '../activities/transmissions.ts';
import type { EffectReport, EffectResult } from '../domain/case/command.ts';
import type { Effect, EffectFailure, EffectType } from '../domain/case/effect.ts';
import { isFailureClass } from '../domain/case/effect.ts';
import type { EffectInput } from './contract.ts';
import { taskQueues } from './contract.ts';

// Few and quick: what three tries within seconds do not mend becomes an incident that people see, and the agenda
// tries on for days.
export const retry = { maximumAttempts: 3, initialInterval: '1s', backoffCoefficient: 2 } as const;

const { transmitDossier } = proxyActivities<ReturnType<typeof createTransmissionActivities>>({
  taskQueue: taskQueues.cases,
  startToCloseTimeout: '10s',
  retry,
});

const { transmitDossier: transmitByFax } = proxyActivities<ReturnType<typeof createTransmissionActivities>>({
  taskQueue: taskQueues.cases,
  // HylaFAX itself tries for hours; a worker that dies meanwhile is noticed by its heartbeat.
  startToCloseTimeout: '9h',
  heartbeatTimeout: '3m',
  retry,
});

const { bindDossier } = proxyActivities<ReturnType<typeof createDossierActivities>>({
  taskQueue: taskQueues.documents,
  startToCloseTimeout: '5m',
  scheduleToStartTimeout: '10m',
  retry,
});

const { sendFiling } = proxyActivities<ReturnType<typeof createFilingActivities>>({
  taskQueue: taskQueues.cases,
  startToCloseTimeout: '10s',
  retry,
});

/** A page takes well under a second; this is how long a certificate waits after its worker was killed. */
export const certificateTimeout = '20s';

const { issueCertificate } = proxyActivities<ReturnType<typeof createCertificateActivities>>({
  taskQueue: taskQueues.documents,
  startToCloseTimeout: certificateTimeout,
  // Without a worker for documents the case must not wait in silence.
  scheduleToStartTimeout: '10m',
  retry,
});

type Activities = { readonly [Type in EffectType]: (input: EffectInput<Type>) => Promise<EffectResult> };

const activityOf: Activities = {
  transmit_dossier: async (input) => {
    if (input.effect.channel !== 'fax') return transmitDossier(input);
    await bindDossier(input);
    return transmitByFax(input);
  },
  issue_certificate: issueCertificate,
  send_filing: sendFiling,
};

/** Runs an effect to its end and reports it; never throws, for a failure is news like any other. */
export async function performEffect({ caseNo, effect }: EffectInput): Promise<EffectReport> {
  const perform: (input: never) => Promise<EffectResult> = activityOf[effect.type];
  try {
    return { type: 'effect_succeeded', effect, result: await perform({ caseNo, effect } as never) };
  } catch (error) {
    return { type: 'effect_failed', effect, failure: failureOf(error, effect) };
  }
}

function failureOf(error: unknown, effect: Effect): EffectFailure {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure && cause.type && isFailureClass(cause.type)) {
    return { failureClass: cause.type, message: cause.message };
  }
  // Everything else is a time-out: the activities turn whatever they throw into one of the classes.
  return { failureClass: 'service_unavailable', message: `${effect.type}未在规定时间内完成。` };
}
