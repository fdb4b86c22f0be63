import type { Case } from '../../../clients/typescript/client.ts';
import type { Player } from './player.ts';

export const consistent = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
} as const;
export const onTheSpot = {
  registeredAddress: '贵州省遵义市红花岗区桃溪路100号',
  registerReference: '演练查询0001',
} as const;

export const isDelivered = ({ deadline, status }: Case) => status === 'in_transit' && deadline !== null;
export const isIssued = ({ status }: Case) => status === 'issued';
export const isLapsed = ({ outcome }: Case) => outcome === 'uncollected';

/** Handed over, the home station's term running. */
export async function transmitted(player: Player): Promise<Player> {
  await player.brings('transmit', {}, isDelivered);
  return player;
}

export async function received(player: Player): Promise<Player> {
  await transmitted(player);
  await player.does('liaison', 'receive', {});
  return player;
}

/** From the answer to the certificate in the applicant's hand. */
export async function handedOut(player: Player, issuing: { consent?: 'given' } = {}): Promise<Player> {
  await player.brings('issue', issuing, isIssued);
  await player.does(player.window, 'notify', { method: 'telephone' });
  await player.does(player.window, 'collect', { collectedBy: 'applicant' });
  return player;
}

/** The rest of a case whose home station confirms everything. */
export async function answered(player: Player): Promise<Player> {
  await player.does('liaison', 'answer', consistent);
  return handedOut(player);
}
