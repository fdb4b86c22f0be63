import { applied } from '../apply-remedy.ts';
import { begin } from '../player.ts';
import { answered, consistent, handedOut, isDelivered, received, transmitted } from '../steps.ts';
import type { Course } from './course.ts';
import { collected } from './course.ts';

const isTerminated = ({ outcome }: { readonly outcome: string | null }) => outcome === 'terminated';

/** What administrators do about a case. */
export const operationsCourses = {
  paused: {
    title: '管理员暂停办理，再恢复',
    end: { ...collected, recorded: { case_paused: 1, case_resumed: 1 } },
    async play(counter) {
      const player = await transmitted(await begin(counter));
      await applied(counter, player, { remedy: 'pause' }, ({ pausedAt }) => pausedAt !== null);
      await applied(counter, player, { remedy: 'resume' }, ({ pausedAt }) => pausedAt === null);
      await player.does('liaison', 'receive', {});
      return answered(player);
    },
  },
  terminated: {
    title: '管理员终止办理',
    end: {
      ...{ status: 'closed', outcome: 'terminated', certificates: 0 },
      recorded: { case_terminated: 1 },
    },
    async play(counter) {
      const player = await transmitted(await begin(counter));
      await applied(counter, player, { remedy: 'terminate', cause: 'duplicate' }, isTerminated);
      return player;
    },
  },
  restarted: {
    title: '管理员误终止，恢复后办结',
    end: { ...collected, recorded: { case_terminated: 1, case_reopened: 1 } },
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('liaison', 'answer', consistent);
      await applied(counter, player, { remedy: 'terminate', cause: 'accepted_in_error' }, isTerminated);
      await applied(counter, player, { remedy: 'restart' }, ({ status }) => status === 'answered');
      return handedOut(player);
    },
  },
  assigned_by_administrator: {
    title: '县级不指派，管理员代为指派',
    end: { ...collected, recorded: { case_rerouted: 1 } },
    async play(counter) {
      const player = await begin(counter, { homeStation: '520302000000' });
      await player.brings(
        'transmit',
        {},
        ({ status, pending }) => status === 'in_transit' && !pending.length,
      );
      await applied(counter, player, { remedy: 'reassign', homeStation: '520302990000' }, isDelivered);
      await player.does('liaison', 'receive', {});
      return answered(player);
    },
  },
} as const satisfies Record<string, Course>;
