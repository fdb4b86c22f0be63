import type { ClockMove, RecordedEvent } from '../event.ts';
import { dueDateText } from '../projection.ts';
import type { CaseState } from '../state.ts';
import type { Notice } from './notice.ts';
import { toApplicant } from './notice.ts';

/** Why the applicant's date is another than he knows. */
const newDateGrounds = {
  receipt: '户籍地派出所已确认材料送达时间',
  receipt_corrected: '户籍地派出所已更正材料送达时间',
  materials_completed: '补充材料已送达户籍地派出所',
  calendar_revised: '因工作日历调整',
  policy_migrated: '因政策调整',
} as const satisfies Record<ClockMove, string>;

/** The applicant hears of each due date once, when an event makes it stand and he does not know it yet. */
export function dueDateNotices({ event, seq }: RecordedEvent, state: CaseState): Notice[] {
  const { toldDueDates, round } = state;
  const due = dueDateText(state);
  if (due === null || toldDueDates.at(-1)?.seq !== seq) return [];
  const text =
    event.type === 'clock_moved'
      ? `${newDateGrounds[event.cause]}，您的申请预计${due}前查证完毕。`
      : `申请材料已${toldDueDates.length > 1 && round > 1 ? '重新' : ''}送达户籍地派出所，预计${due}前查证完毕。`;
  return [toApplicant('due_date', text)];
}
