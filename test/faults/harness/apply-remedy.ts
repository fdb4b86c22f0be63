import { setTimeout as pause } from 'node:timers/promises';
import type { Case } from '../../../clients/typescript/client.ts';
import { dataOf } from '../../../clients/typescript/client.ts';
import type { paths } from '../../../clients/typescript/schema.ts';
import { endedStandings } from '../../../domain/operations/remedy.ts';
import type { Counter } from './counter.ts';
import type { Player } from './player.ts';

type NewRemedy = paths['/v1/operations/remedies']['post']['requestBody']['content']['application/json'];

const lookMs = 300;

/**
 * Has an administrator apply a remedy, and again where it has not helped in its time, until the case stands so.
 * @throws {Error} when it is said to have moved the case, or to have nothing to do, and the case stands otherwise.
 */
export async function applied(
  counter: Counter,
  player: Player,
  choice: NewRemedy['choice'],
  isThere: (shown: Case) => boolean,
): Promise<void> {
  for (;;) {
    const { standing, finding } = await outcomeOf(counter, { caseNo: player.caseNo, choice, reason: '演练' });
    if (isThere(await player.look())) return;
    if (standing !== 'not_moved') throw new Error(`${choice.remedy}: ${standing}, ${String(finding)}`);
  }
}

/** Asks for it, has a second person agree where one is needed, and waits for what comes of it. */
async function outcomeOf(counter: Counter, body: NewRemedy) {
  const first = counter.http('administrator');
  const { id, standing } = dataOf(await first.POST('/v1/operations/remedies', { body }));
  const params = { path: { id } };
  if (standing === 'awaiting_approval') {
    const second = counter.http('secondAdministrator');
    const decision = { params, body: { decision: 'agreed' as const } };
    dataOf(await second.POST('/v1/operations/remedies/{id}/decision', decision));
  }
  for (;;) {
    const found = dataOf(await first.GET('/v1/operations/remedies/{id}', { params }));
    if (endedStandings.some((ended) => ended === found.standing)) return found;
    await pause(lookMs);
  }
}
