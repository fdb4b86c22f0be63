import { isAnnex2Possible } from '../../matters/catalogue.ts';
import { dueDateText } from '../projection.ts';
import { formerHomeNotices } from './former-home.ts';
import { reportGaps } from './gaps.ts';
import type { PartOfNotices } from './notice.ts';
import { none, toApplicant, toHomeStation, toOfficer, toPost, toTold } from './notice.ts';

/** From the counter to the home station’s desk. */
export const transitNotices = {
  case_accepted: ({ matters }) => [
    toApplicant(
      'acceptance',
      // The officer has not decided yet.
      isAnnex2Possible(matters)
        ? '您的申请已受理，可由受理地派出所当场出具证明；未当场出具的，申请材料将转至户籍地派出所查证。'
        : '您的申请已受理，申请材料将转至户籍地派出所查证。',
    ),
  ],
  completion_requested: () => [
    toApplicant('case', '您的申请材料需要补正，所需各项已一次性书面告知，请尽快补齐。'),
  ],
  materials_completed: (_, state) => toHomeStation(state, '申请人已补齐材料，请查看并继续查证。'),
  transmission_requested: none,
  case_rerouted: formerHomeNotices,
  dossier_handed_over: ({ told, gaps }, state) => {
    const due = dueDateText(state);
    if (state.homeLevel === 'county') {
      const text = '收到一件只写明县（区）的“跨省通办”申请，请查明户籍地派出所并于1个工作日内指派。';
      return [...toTold(told, { kind: 'case', urgency: 'normal', text }), ...reportGaps(gaps)];
    }
    const text =
      state.receivedAt !== null
        ? '一件查证中的“跨省通办”申请又有材料送来，请核对是否收到并单独签收。'
        : due === null
          ? '一件“跨省通办”查证申请的材料已发出，请核对是否收到并签收。'
          : `收到一件“跨省通办”查证申请，请签收，并于${due}前反馈。`;
    return [...toTold(told, { kind: 'case', urgency: 'normal', text }), ...reportGaps(gaps)];
  },
  dossier_received: none,
  receipt_corrected: (_, state) => [
    toOfficer(`户籍地派出所更正了材料送达时间，应于${dueDateText(state) ?? ''}前反馈。`),
  ],
  defect_reported: () => [
    toOfficer('户籍地派出所反映申请材料缺页或不清，请补发，必要时重新扫描并补充上传。'),
  ],
  dossier_returned: ({ reason }, { reroutes, terms }) => {
    if (reason !== 'not_our_register') {
      return [toOfficer('户籍地派出所退回申请，请核实后重新流转或改用其他方式。')];
    }
    if (reroutes < terms.reroutesWithoutSupervisor) {
      return [toOfficer('户籍地派出所退回申请：不是本所户籍，请改送其他派出所。')];
    }
    // From here on a supervisor decides (§4): he has to hear that he is waited for.
    const count = String(reroutes);
    return [
      toOfficer(
        `户籍地派出所退回申请：不是本所户籍。已改送${count}次，须由上级督办员决定改送，已通知县级督办员。`,
      ),
      toPost(
        'accepting_county',
        'county_supervisor',
        `一件申请已改送${count}次仍被退回（不是本所户籍），请查明户籍地派出所并决定改送。`,
      ),
    ];
  },
  case_refused: (_, state) => [
    toApplicant('case', '您的申请不予出具证明，理由和救济途径见书面告知书。'),
    ...toHomeStation(state, '受理地派出所决定不予出具，无需继续查证。'),
    // 五个一律: a refusal is reported upwards.
    toPost('accepting_county', 'county_supervisor', '本辖区派出所决定一件申请不予出具证明，请知悉。'),
  ],
  case_withdrawn: (_, state) => toHomeStation(state, '申请人已撤回申请，无需继续查证。'),
  call_logged: none,
  policy_migrated: none,
} as const satisfies PartOfNotices;
