import type { Seat } from '../../directory/chain.ts';
import { postRules, posts } from '../../directory/post.ts';
import type { Actor } from '../command.ts';
import type { PartOfNotices } from './notice.ts';
import { toTold } from './notice.ts';

/** Complaints go to who decides on them; their answer to both stations [§6]. */
export const complaintNotices = {
  complaint_made: ({ n, addressee }) =>
    toTold([addressee], {
      ...kind,
      text: `收到对一件“跨省通办”申请办理情况的投诉（投诉${String(n)}），请核实并答复，内容见办理过程。`,
    }),
  complaint_answered: ({ n }, { complaints }) =>
    complaints
      .filter((complaint) => complaint.n === n)
      .flatMap(({ by, about }) => [
        ...toTold(seatsOf(by), { ...kind, text: `投诉${String(n)}已答复，内容见办理过程。` }),
        ...toTold([{ unitCode: about, post: 'station_leader' }], {
          ...kind,
          text: `对本单位办理情况的投诉（投诉${String(n)}）已由上级答复，内容见办理过程。`,
        }),
      ]),
} as const satisfies PartOfNotices;

const kind = { kind: 'escalation', urgency: 'normal' } as const;

/** The post whose inbox somebody reads in his role. */
function seatsOf({ unitCode, role }: Actor): Seat[] {
  const post = posts.find((candidate) => postRules[candidate].inbox === role);
  return post === undefined ? [] : [{ unitCode, post }];
}
