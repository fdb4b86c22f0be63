import { terminationCauseTitles } from '../status.ts';
import type { PartOfNotices } from './notice.ts';
import { toApplicant, toHomeStation, toOfficer, toPost } from './notice.ts';

/** What those who handle a case hear when an administrator holds it, ends it or has it go on. */
export const administrationNotices = {
  case_paused: (_, state) => [
    toOfficer('一件申请已由系统管理员暂停办理，恢复前不能操作；办理期限照常计算。'),
    ...toHomeStation(state, '一件申请已由系统管理员暂停办理，恢复前不能操作；办理期限照常计算。'),
  ],
  case_resumed: (_, state) => [
    toOfficer('一件暂停的申请已恢复办理，请继续办理。'),
    ...toHomeStation(state, '一件暂停的申请已恢复办理，请继续办理。'),
  ],
  // As of a refusal: an end that was not the officer's decision is reported upwards all the more.
  case_terminated: ({ cause }, state) => [
    toApplicant('case', '您的申请已终止办理，原因请向受理地派出所了解；仍需要证明的，可以重新申请。'),
    toOfficer(`一件申请已由系统管理员终止办理（${terminationCauseTitles[cause]}），请告知申请人。`),
    ...toHomeStation(state, '一件申请已终止办理，无需继续查证。'),
    toPost(
      'accepting_county',
      'county_supervisor',
      `本辖区一件申请已由系统管理员终止办理（${terminationCauseTitles[cause]}），请知悉。`,
    ),
  ],
  case_reopened: (_, state) => [
    toApplicant('case', '您的申请已恢复办理，请等候受理地派出所通知。'),
    toOfficer('一件已办结的申请已由系统管理员恢复办理，请继续办理。'),
    ...toHomeStation(state, '一件已办结的申请已恢复办理，请查看并继续办理。'),
  ],
} as const satisfies PartOfNotices;
