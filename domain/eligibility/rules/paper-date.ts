import type { Application } from '../../application/application.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { isPlainDate, parsePlainDate } from '../../time/plain-date.ts';
import type { Rule } from '../rule.ts';

/** The procedure is carried out from this day on [三(三)]. */
const procedureStart = parsePlainDate('2021-12-01');

/** F2: a paper case that is entered later was accepted while there was the procedure. */
export const paperDateRule: Rule = {
  id: 'F2',
  basis: '实施方案三（三）',
  evaluate({ acceptedOnPaper }, { today }) {
    const pointer = '/acceptedOnPaper';
    if (acceptedOnPaper === undefined) return [];
    if (!isPlainDate(acceptedOnPaper)) {
      const message = '纸质受理日期应为日期（YYYY-MM-DD）。';
      return [{ pointer, code: 'paper_date_unreadable', message }];
    }
    if (acceptedOnPaper > today) {
      return [{ pointer, code: 'paper_date_in_future', message: '纸质受理日期不能晚于今天。' }];
    }
    if (acceptedOnPaper >= procedureStart) return [];
    const message = '户籍类证明“跨省通办”自2021年12月1日起实施，此前受理的申请不适用，请按当时的规定办理。';
    return [{ pointer, code: 'paper_date_before_procedure', message }];
  },
};

/** The day on which the applicant stood at the counter: that of the paper if it can be, or today. */
export function dateAtCounter({ acceptedOnPaper }: Application, today: PlainDate): PlainDate {
  if (acceptedOnPaper === undefined || !isPlainDate(acceptedOnPaper) || acceptedOnPaper > today) return today;
  return acceptedOnPaper;
}
