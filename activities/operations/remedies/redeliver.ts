import { findMessage, requestRedelivery } from '../../../db/repositories/redeliveries.ts';
import type { Remedier } from './remedier.ts';
import { applied, minuteMs, notApplicable, notYet } from './remedier.ts';

/** Sends a message once more, under the number that it has. */
export const redeliver: Remedier<'redeliver'> = {
  patienceMs: 3 * minuteMs,
  async apply({ database, application, now }, { delivery }) {
    const asked = await requestRedelivery(
      database,
      { id: delivery },
      { by: application.requestedBy, at: now },
    );
    if (asked === 'requested') return applied;
    return notApplicable(asked === undefined ? '没有该通知。' : '该通知正在发送。');
  },
  async look({ database }, { delivery }) {
    const message = await findMessage(database, delivery);
    if (message?.status === 'delivered') return { standing: 'moved', finding: '该通知已送出。' };
    return notYet;
  },
};
