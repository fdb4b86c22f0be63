import type { Seat } from '../directory/chain.ts';
import type { Post } from '../directory/post.ts';
import { postRules, posts } from '../directory/post.ts';
import type { Role } from '../roles.ts';
import type { UnitCode } from '../units/unit.ts';

/** Where somebody sits and in what roles. */
export interface Seated {
  readonly unitCode: UnitCode;
  readonly roles: readonly Role[];
}

/** The seats whose inbox somebody reads: what is told to one of them is told to him. A deputy reads that of his officer. */
export function seatsOf({ unitCode, roles }: Seated): Seat[] {
  const inboxOf = (post: Post): Role => postRules[post].inbox;
  return posts.filter((post) => roles.includes(inboxOf(post))).map((post) => ({ unitCode, post }));
}
