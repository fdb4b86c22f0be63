import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { createCertificateActivities } from '../activities/certificates.ts';
import type { createTransmissionActivities } from '../activities/transmissions.ts';
import type { EffectReport, EffectResult } from '../domain/case/command.ts';
import type { Effect, EffectFailure, EffectType } from '../domain/case/effect.ts';
import { isFailureClass } from '../domain/case/effect.ts';
import type { EffectInput } from './contract.ts';
import { taskQueues } from './contract.ts';

// Few and quick: what three tries within seconds do not mend becomes an incident that people see, and the agenda
// tries on for days.
const retry = { maximumAttempts: 3, initialInterval: '1s', backoffCoefficient: 2 } as const;

const { transmitDossier } = proxyActivities<ReturnType<typeof createTransmissionActivities>>({
  taskQueue: taskQueues.cases,
  startToCloseTimeout: '10s',
  retry,
});

const { issueCertificate } = proxyActivities<ReturnType<typeof createCertificateActivities>>({
  taskQueue: taskQueues.documents,
  // A page takes well under a second; this is how long a certificate waits after its worker was killed.
  startToCloseTimeout: '20s',
  // Without a worker for documents the case must not wait in silence.
  scheduleToStartTimeout: '10m',
  retry,
});

const activityOf = {
  transmit_dossier: transmitDossier,
  issue_certificate: issueCertificate,
} as const satisfies Record<EffectType, (input: EffectInput) => Promise<EffectResult>>;

/** Runs an effect to its end and reports it; never throws, for a failure is news like any other. */
export async function performEffect(input: EffectInput): Promise<EffectReport> {
  const { effect } = input;
  try {
    return { type: 'effect_succeeded', effect, result: await activityOf[effect.type](input) };
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
