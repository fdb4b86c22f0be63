import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit, unitOfLevel } from '../units/unit-tree.ts';
import type { Post } from './post.ts';
import { postRules, supervisorPostOf } from './post.ts';

/** A post at a unit. */
export interface Seat {
  readonly unitCode: UnitCode;
  readonly post: Post;
}

/**
 * Where a wanted post really is. Trees leave levels out: a county supervisor wanted at a station, or at a city without
 * counties, is whoever answers for the nearest unit above of at least that level.
 */
export function seatOf(tree: UnitTree, { unitCode, post }: Seat): Seat {
  if (!isSupervisorPost(post)) return { unitCode, post };
  const [wantedLevel] = postRules[post].levels;
  const unit = unitOfLevel(tree, unitCode, wantedLevel);
  if (unit.level === 'station') return { unitCode, post };
  return { unitCode: unit.code, post: supervisorPostOf[unit.level] };
}

/**
 * The next one up from a post (§6): liaison officer, deputy, station leader, then whoever answers for each unit above.
 * Undefined at the top.
 */
export function nextUp(tree: UnitTree, { unitCode, post }: Seat): Seat | undefined {
  const unit = getUnit(tree, unitCode);
  if (post === 'liaison_officer') return { unitCode, post: 'deputy_liaison_officer' };
  if (post === 'deputy_liaison_officer' || post === 'window_officer') {
    return { unitCode, post: unit.level === 'station' ? 'station_leader' : supervisorPostOf[unit.level] };
  }
  if (unit.parentCode === null) return undefined;
  const above = getUnit(tree, unit.parentCode);
  if (above.level === 'station') throw new Error(`unit ${unitCode} stands below a station`);
  return { unitCode: above.code, post: supervisorPostOf[above.level] };
}

/** Whether somebody in the post supervises others. */
export function isSupervisorPost(
  post: Post,
): post is (typeof supervisorPostOf)[keyof typeof supervisorPostOf] {
  return Object.values<Post>(supervisorPostOf).includes(post);
}
