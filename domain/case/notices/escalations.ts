import type { Seat } from '../../directory/chain.ts';
import { postRules } from '../../directory/post.ts';
import type { ScheduledRung } from '../../escalation/rung.ts';
import { colourTitles, rungRemedies, rungTitles } from '../../escalation/rung.ts';
import { localDateOf } from '../../time/plain-date.ts';
import { reportGaps } from './gaps.ts';
import type { PartOfNotices } from './notice.ts';
import { toApplicant, toTold } from './notice.ts';

/** The ladder [§6]: what is urged, and what is replied. */
export const escalationNotices = {
  rung_fired: ({ clockKey, rung, colour, told, gaps }, state) => {
    const clock = state.clocks[clockKey];
    const due = clock === undefined ? '' : localDateOf(clock.deadline.dueAt);
    const scheduled = clock?.ladder.find((step) => step.rung === rung);
    const applicant = scheduled?.to.some(({ kind }) => kind === 'applicant');
    return [
      ...toTold(told, {
        kind: 'escalation',
        urgency: colour === 'red' ? 'urgent' : 'normal',
        text: `【${colourTitles[colour]}】${rungTitles[rung]}，期限${due}。${rungRemedies[rung]}${demandText(scheduled)}`,
      }),
      ...(applicant === true
        ? [
            toApplicant(
              'collection_reminder',
              '您申请的户籍事项证明尚未领取，请携带有效身份证件到受理地派出所领取。',
            ),
          ]
        : []),
      ...reportGaps(gaps),
    ];
  },
  escalation_replied: ({ rungKey, by }, state) => {
    const escalation = state.escalations[rungKey];
    if (escalation === undefined) return [];
    const { rung, colour, told } = escalation;
    const officer: Seat = { unitCode: state.acceptingStation, post: 'window_officer' };
    // Whoever replied knows that he did.
    const others = [...told, officer].filter(
      ({ unitCode, post }) => unitCode !== by.unitCode || postRules[post].inbox !== by.role,
    );
    const text = `【${colourTitles[colour]}】${rungTitles[rung]}：督办已回告，内容请在督办列表查看。`;
    return toTold(others, { kind: 'escalation', urgency: 'normal', text });
  },
} as const satisfies PartOfNotices;

/** A 督办 that demands one says until when it must be replied to. */
function demandText(scheduled: ScheduledRung | undefined): string {
  const within = scheduled?.reply?.withinWorkingDays;
  return within === undefined ? '' : `被督办单位须于${String(within)}个工作日内回告。`;
}
