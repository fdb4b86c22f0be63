import type { Case } from '../../../../clients/typescript/client.ts';
import { addMs } from '../../../../domain/time/instant.ts';
import { systemClock } from '../../../../platform/clock.ts';
import { begin, playerOf } from '../player.ts';
import { answered, consistent, handedOut, isDelivered, received, transmitted } from '../steps.ts';
import type { Course } from './course.ts';
import { collected } from './course.ts';

const paperAgeMinutes = 3 * 24 * 60;
const ago = (minutes: number) => addMs(systemClock.now(), -minutes * 60_000);
const hasFailed = ({ pending }: Case) => pending.some(({ incident }) => incident !== null);
const isAtCounty = ({ status, pending }: Case) => status === 'in_transit' && pending.length === 0;

/** How an application and its papers come to the home station. */
export const transitCourses = {
  bulk: {
    title: '批量受理，其中一件办结',
    end: collected,
    async play(counter) {
      const [caseNo = ''] = await counter.submitTogether(3);
      return answered(await received(playerOf(counter, caseNo, 'window')));
    },
  },
  rerouted: {
    title: '非本所户籍，改送',
    keepers: ['window', 'otherLiaison'],
    end: { ...collected, recorded: { dossier_returned: 1, case_rerouted: 1 } },
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
  refused_dossier: {
    title: '户籍地派出所退回，改送副专管员',
    end: { ...collected, recorded: { dossier_returned: 1 } },
    async play(counter) {
      const player = await transmitted(await begin(counter));
      await player.does('liaison', 'return_dossier', { kind: 'refused', reason: '身份证件影像无法打开' });
      await player.brings('transmit', { addressee: 'deputy_liaison_officer' }, isDelivered);
      await player.does('liaison', 'receive', {});
      return answered(player);
    },
  },
  assigned: {
    title: '申请人不知派出所，由县级指派',
    end: { ...collected, recorded: { case_rerouted: 1 } },
    async play(counter) {
      const player = await begin(counter, { homeStation: '520302000000' });
      await player.brings('transmit', {}, isAtCounty);
      await player.does('county', 'assign', { homeStation: '520302990000' });
      await player.comes('transmit', {}, isDelivered);
      await player.does('liaison', 'receive', {});
      return answered(player);
    },
  },
  fax: {
    title: '传真受阻，改为人工传真，更正送达时间',
    end: { ...collected, recorded: { receipt_corrected: 1 } },
    async play(counter) {
      // What lies before the entry of a paper case is past whatever clock was turned meanwhile.
      const acceptedOnPaper = ago(paperAgeMinutes).slice(0, 10);
      const player = await begin(counter, { acceptedOnPaper });
      // There is no fax server.
      await player.brings('transmit', { channel: 'fax' }, hasFailed);
      const fax = { way: 'fax', faxNumber: '0851-00000018', pages: 3 } as const;
      const manual = { ...fax, handedOverAt: ago(30) };
      await player.brings('transmit', { channel: 'manual', manual }, ({ pending }) => pending.length === 0);
      await player.does('liaison', 'receive', { pagesReceived: 3, receivedAt: ago(10) });
      await player.does('liaison', 'correct_receipt', { receivedAt: ago(20), reason: '首页更早收到' });
      return answered(player);
    },
  },
  completed: {
    title: '补正材料',
    end: { ...collected, recorded: { completion_requested: 1, materials_completed: 1 } },
    async play(counter) {
      const player = await begin(counter);
      await player.does('window', 'request_completion', { items: ['居住证明'] });
      await player.does('window', 'complete_materials', {});
      return answered(await received(player));
    },
  },
  pages_missing: {
    title: '材料缺页，补发',
    end: { ...collected, recorded: { defect_reported: 1 } },
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('liaison', 'report_defect', { defect: 'pages_missing', description: '缺第2页' });
      await player.brings('transmit', {}, ({ pending, defect }) => pending.length === 0 && defect === null);
      return answered(player);
    },
  },
} as const satisfies Record<string, Course>;
