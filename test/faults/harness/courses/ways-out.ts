import { begin } from '../player.ts';
import { consistent, received, transmitted } from '../steps.ts';
import type { Course } from './course.ts';
import { referred, withdrawn } from './course.ts';

/** How a case ends without a certificate, or does not end. */
export const waysOut = {
  withdrawn: {
    title: '申请人撤回',
    end: withdrawn,
    async play(counter) {
      const player = await transmitted(await begin(counter));
      await player.does('window', 'withdraw', { statement: '改回原籍办理' });
      return player;
    },
  },
  answered_in_vain: {
    title: '撤回后才反馈，只存档',
    end: { ...withdrawn, recorded: { answer_filed: 1 } },
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('window', 'withdraw', { statement: '改回原籍办理' });
      await player.does('liaison', 'answer', consistent);
      return player;
    },
  },
  refused: {
    title: '不予出具',
    end: { status: 'closed', outcome: 'refused', certificates: 0 },
    async play(counter) {
      const player = await begin(counter);
      await player.does('window', 'refuse', { reason: '不属于出具范围' });
      return player;
    },
  },
  referred: {
    title: '应申请人要求告知前往户籍地',
    end: referred,
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('window', 'refer', { statement: '申请人自行前往' });
      return player;
    },
  },
  silent: {
    title: '户籍地派出所一直不反馈',
    end: { status: 'in_transit', outcome: null, certificates: 0 },
    play: async (counter) => transmitted(await begin(counter)),
  },
} as const satisfies Record<string, Course>;
