import type { Case } from '../../../clients/typescript/client.ts';
import { addMs } from '../../../domain/time/instant.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Counter } from './counter.ts';
import type { Player } from './player.ts';
import { begin } from './player.ts';
import {
  answered,
  consistent,
  handedOut,
  isDelivered,
  isIssued,
  onTheSpot,
  received,
  transmitted,
} from './steps.ts';

/** How a case stands when its course has been played to the end. */
export interface CourseEnd {
  readonly status: Case['status'];
  readonly outcome: Case['outcome'];
  readonly certificates: number;
}

interface Course {
  readonly title: string;
  readonly end: CourseEnd;
  /** Who has the case at its home station in the end; its liaison officer if left out. */
  readonly homeOfficer?: 'otherLiaison';
  play(counter: Counter): Promise<Player>;
}

const dayMs = 24 * 3_600_000;
const collected = { status: 'closed', outcome: 'collected', certificates: 1 } as const;
const referred = { status: 'closed', outcome: 'referred', certificates: 0 } as const;

const now = () => systemClock.now();

/** Every path of a case from the counter to its end, as people take it over the API. */
export const courses = {
  consistent: {
    title: '查证一致',
    end: collected,
    play: async (counter) => answered(await received(await begin(counter))),
  },
  late: {
    title: '补录纸质件，逾期督办六次后反馈',
    end: collected,
    async play(counter) {
      const longAgo = addMs(now(), -21 * dayMs);
      const player = await begin(counter, { acceptedOnPaper: longAgo.slice(0, 10) });
      const fax = { way: 'fax', faxNumber: '0851-00000018', pages: 3 } as const;
      const manual = { ...fax, handedOverAt: longAgo, confirmedAt: longAgo };
      await player.brings('transmit', { channel: 'manual', manual }, isDelivered);
      await player.untilNothingIsDue();
      await player.does('county', 'reply', { rungKey: 'verification/1/R4', text: '已督促派出所办理。' });
      await player.does('liaison', 'receive', { pagesReceived: 3 });
      await player.untilNothingIsDue();
      return answered(player);
    },
  },
  annex_2: {
    title: '当场出具附件2并备案',
    end: collected,
    async play(counter) {
      const player = await begin(counter, { matters: [{ code: 'REGISTRATION' }] });
      await player.brings('issue_annex_2', { ...onTheSpot, queriedAt: now() }, isIssued);
      await player.does('window', 'collect', { collectedBy: 'applicant' });
      await player.brings('send_filing', {}, ({ filing }) => filing === 'sent');
      await player.does('liaison', 'acknowledge_filing', {});
      return player;
    },
  },
  partly_consistent: {
    title: '部分一致',
    end: collected,
    async play(counter) {
      const matters = [{ code: 'NAME_CHANGE', details: '曾用名李例' }, { code: 'BIRTHPLACE' }];
      const player = await received(await begin(counter, { matters }));
      await player.does('liaison', 'answer', {
        ...{ result: 'partly_consistent', source: 'paper_register', differingItems: ['native_place'] },
        certificateText: consistent.certificateText,
        matters: [
          { matter: 'NAME_CHANGE', result: 'consistent' },
          { matter: 'BIRTHPLACE', result: 'inconsistent', finding: '籍贯登记不同' },
        ],
      });
      return handedOut(player, { consent: 'given' });
    },
  },
  inconsistent: {
    title: '查证不一致，告知前往户籍地',
    end: referred,
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('liaison', 'answer', {
        ...{ result: 'inconsistent', source: 'paper_register', finding: '出生日期' },
        differingItems: ['birth_date'],
      });
      await player.does('window', 'notify', { method: 'telephone' });
      return player;
    },
  },
  rerouted: {
    title: '非本所户籍，改送',
    homeOfficer: 'otherLiaison',
    end: collected,
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('liaison', 'return_dossier', { kind: 'not_our_register', reason: '非本所户籍' });
      const reroute = { homeStation: '520302980000', reason: '户籍地派出所选择有误' };
      // It is sent on with that.
      await player.does('window', 'reroute', reroute);
      await player.comes('transmit', {}, isDelivered);
      await player.does('otherLiaison', 'receive', {});
      await player.does('otherLiaison', 'answer', consistent);
      return handedOut(player);
    },
  },
  withdrawn: {
    title: '申请人撤回',
    end: { status: 'closed', outcome: 'withdrawn', certificates: 0 },
    async play(counter) {
      const player = await transmitted(await begin(counter));
      await player.does('window', 'withdraw', { statement: '改回原籍办理' });
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
  completed: {
    title: '补正材料',
    end: collected,
    async play(counter) {
      const player = await begin(counter);
      await player.does('window', 'request_completion', { items: ['居住证明'] });
      await player.does('window', 'complete_materials', {});
      return answered(await received(player));
    },
  },
  pages_missing: {
    title: '材料缺页，补发',
    end: collected,
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('liaison', 'report_defect', { defect: 'pages_missing', description: '缺第2页' });
      await player.brings('transmit', {}, ({ pending, defect }) => pending.length === 0 && defect === null);
      return answered(player);
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
    title: '遗失补发',
    end: { ...collected, certificates: 2 },
    async play(counter) {
      const player = await answered(await received(await begin(counter)));
      const { registerReference } = onTheSpot;
      const hasTwo = ({ certificates, pending }: Case) => certificates.length === 2 && pending.length === 0;
      const asking = { reason: 'lost', registerReference, queriedAt: now() } as const;
      await player.brings('reissue', asking, hasTwo);
      await player.does('window', 'collect', { collectedBy: 'applicant' });
      return player;
    },
  },
  silent: {
    title: '户籍地派出所一直不反馈',
    end: { status: 'in_transit', outcome: null, certificates: 0 },
    play: async (counter) => transmitted(await begin(counter)),
  },
} as const satisfies Record<string, Course>;

export type CourseName = keyof typeof courses;

export const courseNames = Object.keys(courses) as CourseName[];

/** Who keeps the files of such a case at its home station. */
export function homeOfficerOf(name: CourseName): 'liaison' | 'otherLiaison' {
  const course: Course = courses[name];
  return course.homeOfficer ?? 'liaison';
}
