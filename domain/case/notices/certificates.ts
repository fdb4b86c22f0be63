import type { PartOfNotices } from './notice.ts';
import { none, toHomeStation, toPost } from './notice.ts';

/** Certificates and the filing of those made on the spot. */
export const certificateNotices = {
  issue_requested: none,
  certificate_issued: ({ differsFrom }, state) =>
    differsFrom === 'answer'
      ? toHomeStation(
          state,
          '受理地派出所更正后重新出具的证明，证明内容与你所反馈的不一致，请核对；有异议的，请与受理地派出所联系。',
        )
      : [],
  certificate_voided: ({ filing }, state) =>
    toHomeStation({ ...state, filing }, '受理地派出所已作废本案所出具的证明。'),
  certificate_reprinted: none,
  filing_requested: none,
  filing_sent: () => [
    toPost(
      'home_station',
      'liaison_officer',
      '受理地派出所已当场出具一件户籍事项证明（附件2）并发来备案函，请确认。',
    ),
  ],
  filing_acknowledged: none,
  certificate_collected: none,
  case_lapsed: none,
} as const satisfies PartOfNotices;
