import { statusBeforeItsEnd } from '../before-its-end.ts';
import { close, unpaused } from './evolution.ts';
import type { Evolution } from './evolution.ts';

/** What administrators do to a case as a whole. */
export const administrationEvolution = {
  case_paused: (state, { by }, at) => ({ ...state, paused: { at, by } }),
  case_resumed: unpaused,
  case_terminated: (state, _, at) => close(state, 'terminated', at),
  case_reopened: (state) => ({
    ...state,
    status: statusBeforeItsEnd(state),
    outcome: null,
    closedAt: null,
  }),
} as const satisfies Evolution<'case_paused' | 'case_resumed' | 'case_terminated' | 'case_reopened'>;
