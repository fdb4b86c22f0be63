import { getPolicy } from '../../../db/repositories/policies.ts';
import { listEvents } from '../../../db/repositories/ledger.ts';
import { listSuccessions } from '../../../db/repositories/station-contacts.ts';
import { judgeHomeUnit } from '../../../domain/case/home-unit.ts';
import { handedOverTransmissions } from '../../../domain/case/state.ts';
import type { Finding } from '../../../domain/operations/remedy.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';
import type { Applied, Remedier, Treatment } from './remedier.ts';
import { applied, caseOf, commandIdOf, minuteMs, notApplicable, notYet } from './remedier.ts';
import { getCase, tellCase } from './tell-case.ts';

// The dossier goes by the platform, in seconds; three tries of ten where Postgres is slow.
const patienceMs = 2 * minuteMs;

/** Sends a dossier to another station for those who should and cannot, by the rules of their act. */
export const reroute: Remedier<'reroute'> = {
  patienceMs,
  apply: (treatment, { homeStation }) => redirect(treatment, 'reroute', homeStation),
  look: (treatment, { homeStation }) => lookAtStation(treatment, homeStation),
};

/** Names the station for a county that does not. */
export const reassign: Remedier<'reassign'> = {
  patienceMs,
  apply: (treatment, { homeStation }) => redirect(treatment, 'assign', homeStation),
  look: (treatment, { homeStation }) => lookAtStation(treatment, homeStation),
};

async function redirect(
  treatment: Treatment,
  act: 'reroute' | 'assign',
  homeStation: UnitCode,
): Promise<Applied> {
  const { database, units, now } = treatment;
  const { state } = await getCase(treatment);
  // Applied before, by a try that could not say so: the station is the one that was wanted.
  if (state.stepKeys.includes(commandIdOf(treatment))) return applied;
  const [tree, policy, successions] = await Promise.all([
    units.tree(),
    getPolicy(database, state.policyVersions.accepting),
    listSuccessions(database),
  ]);
  const unit = judgeHomeUnit(homeStation, { state, tree, corps: policy.eligibility, now, successions }, act);
  if ('message' in unit) return notApplicable(unit.message);
  return tellCase(treatment, { type: 'redirect_case', act, ...unit });
}

/** Whether the dossier has come to the station; that it was asked for is not enough. */
async function lookAtStation(treatment: Treatment, homeStation: UnitCode): Promise<Finding> {
  const { state } = await getCase(treatment);
  if (state.homeStation !== homeStation) return notYet;
  if (handedOverTransmissions(state).length > 0) {
    return { standing: 'moved', finding: `户籍地派出所为 ${homeStation}，申请材料已送交。` };
  }
  const since = await listEvents(treatment.database, caseOf(treatment), treatment.application.seqBefore ?? 0);
  const failed = since.map(({ event }) => event).findLast(({ type }) => type === 'effect_failed');
  if (failed?.type !== 'effect_failed') return notYet;
  return {
    standing: 'not_moved',
    finding: `已改为 ${homeStation}，但材料没有送达：${failed.failure.message}`,
  };
}
