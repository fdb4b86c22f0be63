import type { Case } from '../../../../clients/typescript/client.ts';
import { systemClock } from '../../../../platform/clock.ts';
import type { Counter } from '../counter.ts';
import type { Window } from '../people.ts';
import type { Player } from '../player.ts';
import { begin } from '../player.ts';
import { answered, consistent, isIssued, isLapsed, onTheSpot, received } from '../steps.ts';
import type { Course } from './course.ts';
import { collected } from './course.ts';

const lapsed = { case_lapsed: 1 };
const farKeepers = ['farWindow', 'liaison'] as const;

/** What becomes of a certificate. */
export const certificateCourses = {
  annex_2: {
    title: '当场出具附件2并备案',
    end: collected,
    async play(counter) {
      const player = await certifiedOnTheSpot(counter, 'window');
      await player.does('window', 'collect', { collectedBy: 'applicant' });
      await player.brings('send_filing', {}, ({ filing }) => filing === 'sent');
      await player.does('liaison', 'acknowledge_filing', {});
      return player;
    },
  },
  uncollected: {
    title: '出具后两次提醒，逾期未领取',
    end: { status: 'closed', outcome: 'uncollected', certificates: 1, recorded: lapsed },
    keepers: farKeepers,
    async play(counter) {
      const player = await received(await begin(counter, {}, 'farWindow'));
      await player.does('liaison', 'answer', consistent);
      await player.brings('issue', {}, isLapsed);
      return player;
    },
  },
  collected_after_all: {
    title: '附件2逾期未领取，备案确认后结案，结案后领取',
    end: { ...collected, recorded: { ...lapsed, filing_acknowledged: 1, certificate_collected: 1 } },
    keepers: farKeepers,
    async play(counter) {
      const player = await certifiedOnTheSpot(counter, 'farWindow');
      await player.does('farWindow', 'notify', { method: 'telephone' });
      await player.brings('send_filing', {}, ({ filing }) => filing === 'sent');
      // Not before its Annex 2 is filed does the case end.
      await player.does('liaison', 'acknowledge_filing', {});
      await player.comes('send_filing', {}, isLapsed);
      await player.does('farWindow', 'collect', { collectedBy: 'applicant' });
      return player;
    },
  },
  voided: {
    title: '领取后作废，更正重开',
    end: { ...collected, certificates: 2 },
    async play(counter) {
      const player = await answered(await received(await begin(counter)));
      await player.does('window', 'void_certificate', { reason: '证明内容有误' });
      const certificateText = '申请人曾用名李例，于2008年5月21日变更。';
      await player.brings('issue', { certificateText }, isIssued);
      await player.does('window', 'collect', { collectedBy: 'applicant' });
      return player;
    },
  },
  reissued: {
    title: '遗失补发，卡纸重新打印',
    end: { ...collected, certificates: 2, recorded: { certificate_reprinted: 1 } },
    async play(counter) {
      const player = await answered(await received(await begin(counter)));
      const { registerReference } = onTheSpot;
      const hasTwo = ({ certificates, pending }: Case) => certificates.length === 2 && pending.length === 0;
      const asking = { reason: 'lost', registerReference, queriedAt: systemClock.now() } as const;
      await player.brings('reissue', asking, hasTwo);
      await player.does('window', 'reprint', { reason: '打印机卡纸' });
      await player.does('window', 'collect', { collectedBy: 'applicant' });
      return player;
    },
  },
} as const satisfies Record<string, Course>;

async function certifiedOnTheSpot(counter: Counter, window: Window): Promise<Player> {
  const player = await begin(counter, { matters: [{ code: 'REGISTRATION' }] }, window);
  await player.brings('issue_annex_2', { ...onTheSpot, queriedAt: systemClock.now() }, isIssued);
  return player;
}
