import { afterAll, describe, expect, it } from 'vitest';
import { openNoticeChannels } from '../../activities/notices/channels/open-channels.ts';
import { readPublishedCalendar } from '../../db/repositories/calendars.ts';
import { calendarRolloutStart, calendarRolloutWorkflowName } from '../../workflows/contract.ts';
import { describePendingWork } from '../../platform/temporal/pending-work.ts';
import { waitFor } from '../../platform/wait-for.ts';
import { bundlesOf, dispatchNotices } from '../notices/notice-house.ts';
import { addPerson, tell } from '../notices/outbox.ts';
import { startMailServer } from '../notices/receivers.ts';
import { openOperationsHouse } from './operations-house.ts';

const mail = await startMailServer(afterAll);
let isBroken = false;
const { house, temporal, untilSeen, untilEnded, remedy } = await openOperationsHouse({
  channels: openNoticeChannels({ smtpUrl: mail.url, mailFrom: 'notice@tongban.invalid' }, 'development'),
  interceptors: {
    activity: [
      ({ info }) => ({
        inbound: {
          execute: (input, next) =>
            isBroken && info.activityType === 'beginRollout'
              ? Promise.reject(new Error('the disk is full'))
              : next(input),
        },
      }),
    ],
  },
});

/** A roll-out that cannot begin, seen in the list. */
async function stuckRollout() {
  isBroken = true;
  const { version } = await readPublishedCalendar(house.owner);
  const handle = await temporal.client.workflow.start(
    calendarRolloutWorkflowName,
    calendarRolloutStart(version),
  );
  const incident = await untilSeen('activity_retrying', handle.workflowId);
  const activity = { workflowId: handle.workflowId, activityId: incident.part };
  return { handle, incident, activity };
}

describe('an activity that Temporal tries again and again', () => {
  it('is an incident; a retry is not said to help before the cause is mended, and then the workflow ends', async () => {
    const { handle, incident, activity } = await stuckRollout();
    expect(incident).toMatchObject({ caseNo: null, attempts: expect.any(Number) as number });
    expect(incident.remedies.map((each) => each.remedy)).toContain('retry_activity');
    const choice = { remedy: 'retry_activity', ...activity };
    expect(await remedy(choice)).toMatchObject({ standing: 'not_moved' });
    isBroken = false;
    expect(await remedy(choice)).toMatchObject({ standing: 'moved', finding: '该活动已执行成功。' });
    await handle.result();
    await untilEnded('activity_retrying', handle.workflowId);
    expect(await remedy(choice)).toMatchObject({ standing: 'not_applicable' });
  });

  it('is tried in another way: sooner, where its pauses have grown long, or no more', async () => {
    const { handle, activity } = await stuckRollout();
    const change = (options: object) => remedy({ remedy: 'change_activity_options', ...activity, options });
    expect(await change({ maximumIntervalSeconds: 1, startToCloseSeconds: 30 })).toMatchObject({
      standing: 'not_moved',
    });
    isBroken = false;
    expect(await change({ initialIntervalSeconds: 1 })).toMatchObject({ standing: 'moved' });
    await handle.result();
  });

  it('that is tried no more has ended, and is not said to have moved', async () => {
    const { handle, activity } = await stuckRollout();
    const outcome = await remedy({
      ...{ remedy: 'change_activity_options', ...activity },
      options: { maximumAttempts: 1 },
    });
    expect(outcome).toMatchObject({ standing: 'not_moved' });
    isBroken = false;
    const hasEnded = async () => {
      const { status } = await describePendingWork(temporal.client, handle.workflowId);
      return status !== 'RUNNING';
    };
    await waitFor(hasEnded, { timeoutMs: 60_000, what: 'the end of the roll-out' });
  });
});

describe('a message that its receiver refused', () => {
  it('is an incident; sent once more before he takes it it has not moved, and afterwards it arrives once', async () => {
    const { owner } = house;
    const now = house.clock.now();
    await addPerson(owner, now, 'liaison_officer');
    mail.answerWith(550);
    await tell(owner, now, { text: '急件。', urgency: 'urgent' });
    await dispatchNotices(temporal.client, owner);
    const incident = await untilSeen('delivery_given_up');
    expect(incident).toMatchObject({ caseNo: null, reason: 'smtp_550' });
    const [bundle] = await bundlesOf(owner);
    mail.answerWith(250);
    const redelivering = remedy({ remedy: 'redeliver', delivery: bundle?.id });
    const isPlanned = async () => {
      await dispatchNotices(temporal.client, owner);
      return mail.mails.length === 1;
    };
    await waitFor(isPlanned, { timeoutMs: 60_000, what: 'the mail' });
    expect(await redelivering).toMatchObject({ standing: 'moved' });
    await untilEnded('delivery_given_up');
    expect(mail.mails.map(({ text }) => text?.trim().slice(12))).toEqual(['急件。']);
  });
});
