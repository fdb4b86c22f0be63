import type { CaseAct } from '../command.ts';
import { openComplaints } from '../complaints.ts';
import type { CaseState } from '../state.ts';
import type { Decision } from './context.ts';

type ActOf<Type extends CaseAct['type']> = Extract<CaseAct, { type: Type }>;

export function complain(
  { complaints }: CaseState,
  { by, about, addressee }: ActOf<'complain'>,
): Decision<'complain'> {
  return [{ type: 'complaint_made', by, n: complaints.length + 1, about, addressee }];
}

export function answerComplaint(
  state: CaseState,
  { by, n }: ActOf<'answer_complaint'>,
): Decision<'answer_complaint'> {
  if (openComplaints(state, n).length === 0) return 'no_complaint_to_answer';
  return [{ type: 'complaint_answered', by, n }];
}
