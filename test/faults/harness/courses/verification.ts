import { addMs } from '../../../../domain/time/instant.ts';
import { systemClock } from '../../../../platform/clock.ts';
import { begin } from '../player.ts';
import { answered, consistent, handedOut, isDelivered, received } from '../steps.ts';
import type { Course } from './course.ts';
import { collected, referred } from './course.ts';

const dayMs = 24 * 3_600_000;
const partlyConsistent = {
  result: 'partly_consistent',
  source: 'paper_register',
  differingItems: ['native_place'],
  certificateText: consistent.certificateText,
} as const;
const otherBirthplace = {
  matter: 'BIRTHPLACE',
  result: 'inconsistent',
  finding: '籍贯登记不同',
} as const;
const kinship = { code: 'KINSHIP', details: '与父亲的父子关系' };
const asking = { station: '650102990000', question: '申请人之父是否登记在本所，与申请人是否为父子关系。' };

/** How a home station verifies, and what it answers. */
export const verificationCourses = {
  consistent: {
    title: '查证一致',
    end: collected,
    play: async (counter) => answered(await received(await begin(counter))),
  },
  late: {
    title: '补录纸质件，逾期督办六次后反馈',
    end: collected,
    async play(counter) {
      const longAgo = addMs(systemClock.now(), -21 * dayMs);
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
  further_verification: {
    title: '亲属关系登记在两地，请另一派出所协助查证',
    end: {
      ...collected,
      recorded: { further_verification_requested: 1, further_verification_answered: 1, answer_recorded: 1 },
    },
    keepers: ['window', 'liaison', 'furtherLiaison'],
    async play(counter) {
      const player = await received(await begin(counter, { matters: [kinship] }));
      await player.does('liaison', 'request_further_verification', asking);
      await player.does('furtherLiaison', 'answer_further_verification', {
        ...{ furtherVerification: 1, result: 'consistent', source: 'paper_register' },
        finding: '户籍档案登记为父子关系，1998年分户。',
      });
      await player.does('liaison', 'answer', consistent);
      await player.does('homeLeader', 'confirm_answer', {});
      return handedOut(player);
    },
  },
  two_persons: {
    title: '撤销协助查证，两人复核后部分一致',
    end: {
      ...collected,
      recorded: { further_verification_cancelled: 1, answer_proposed: 1, answer_recorded: 1 },
    },
    async play(counter) {
      const player = await received(await begin(counter, { matters: [kinship, { code: 'BIRTHPLACE' }] }));
      await player.does('liaison', 'request_further_verification', asking);
      const cancelled = { furtherVerification: 1, reason: '已在本所档案中查到。' };
      await player.does('liaison', 'cancel_further_verification', cancelled);
      const matters = [{ matter: 'KINSHIP', result: 'consistent' } as const, otherBirthplace];
      await player.does('liaison', 'answer', { ...partlyConsistent, matters });
      await player.does('homeLeader', 'confirm_answer', {});
      return handedOut(player, { consent: 'given' });
    },
  },
  partly_consistent: {
    title: '部分一致',
    end: collected,
    async play(counter) {
      const asked = [{ code: 'NAME_CHANGE', details: '曾用名李例' }, { code: 'BIRTHPLACE' }];
      const player = await received(await begin(counter, { matters: asked }));
      const matters = [{ matter: 'NAME_CHANGE', result: 'consistent' } as const, otherBirthplace];
      await player.does('liaison', 'answer', { ...partlyConsistent, matters });
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
  corrected: {
    title: '出具前更正反馈',
    end: { ...collected, recorded: { answer_recorded: 2 } },
    async play(counter) {
      const player = await received(await begin(counter));
      const mistaken = { ...consistent, certificateText: '申请人曾用名李例，于2008年5月21日变更。' };
      await player.does('liaison', 'answer', mistaken);
      return answered(player);
    },
  },
  complained: {
    title: '电话联系不上，投诉后答复',
    end: { ...collected, recorded: { call_logged: 1, complaint_made: 1, complaint_answered: 1 } },
    async play(counter) {
      const player = await received(await begin(counter));
      await player.does('window', 'log_call', { number: '0851-00000008', outcome: 'not_answered' });
      await player.does('window', 'complain', { text: '电话多次联系，无人接听。' });
      await player.does('homeProvince', 'answer_complaint', { complaint: 1, text: '已责成今日查证。' });
      return answered(player);
    },
  },
} as const satisfies Record<string, Course>;
