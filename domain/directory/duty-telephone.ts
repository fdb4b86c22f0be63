import type { Station } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { liaisonPosts } from './post.ts';
import type { Recipient } from './recipients.ts';

/**
 * The station whose duty telephone has to be called, where it was told as such because it has no 专管员 (S36). Most of these
 * numbers take no short messages, and of one that does nobody knows whether it was read.
 */
export function findStationToCall(
  tree: UnitTree,
  { unitCode, post, personId }: Recipient,
): Station | undefined {
  const unit = tree.get(unitCode);
  const isAsSuch = personId === null && liaisonPosts.includes(post);
  return isAsSuch && unit?.level === 'station' ? unit : undefined;
}
