import type { Static } from '@fastify/type-provider-typebox';
import type { Executor } from '../db/database.ts';
import type { Delivery } from '../db/repositories/deliveries.ts';
import { listPersonsById } from '../db/repositories/directory.ts';
import type { NoticeRow } from '../db/repositories/notices.ts';
import { findStationToCall } from '../domain/directory/duty-telephone.ts';
import { postRules } from '../domain/directory/post.ts';
import type { Recipient } from '../domain/directory/recipients.ts';
import { channelTitleOf } from '../domain/notices/channel.ts';
import type { DeliveryState } from '../domain/notices/delivery.ts';
import { deliveryStatusTitles, suppressionTitles } from '../domain/notices/delivery.ts';
import { personsOf, tellingsOf } from '../domain/notices/telling.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import type { ToldSchema } from './schemas/told.ts';

type ToldView = Static<typeof ToldSchema>;
type DeliveryView = ToldView[number]['deliveries'][number];

/** An event that told somebody, with the notices that it gave rise to. */
export interface ToldEvent {
  readonly told: readonly Recipient[];
  readonly notices: readonly NoticeRow[];
}

/** For some events who was told, over what, and whether it was delivered [§6]; the names are read together. */
export async function toldViews(
  executor: Executor,
  tree: UnitTree,
  { events, deliveries }: { readonly events: readonly ToldEvent[]; readonly deliveries: readonly Delivery[] },
): Promise<ToldView[]> {
  const told = events.flatMap((event) => event.told);
  const named = await listPersonsById(executor, personsOf(told, deliveries));
  const persons = new Map(named.map((person) => [person.id, person]));
  const byNotice = Map.groupBy(deliveries, ({ noticeId }) => noticeId);
  return events.map((event) => {
    const ways = event.notices.flatMap(({ id }) => byNotice.get(id) ?? []);
    return tellingsOf(event.told, { notices: event.notices, ways, persons }).map(
      ({ recipient, inInboxAt, ways: out }) => ({
        unitCode: recipient.unitCode,
        unitName: getUnit(tree, recipient.unitCode).name,
        post: recipient.post,
        postTitle: postRules[recipient.post].title,
        name: recipient.personId === null ? null : (persons.get(recipient.personId)?.name ?? null),
        telephoneToCall: findStationToCall(tree, recipient)?.telephone ?? null,
        deliveries: [...(inInboxAt === null ? [] : [inboxView(inInboxAt)]), ...out.map(deliveryView)],
      }),
    );
  });
}

function inboxView(at: Instant): DeliveryView {
  const channel = 'inbox';
  const status = 'delivered';
  return {
    ...{ channel, channelTitle: channelTitleOf(channel) },
    ...{ status, statusTitle: deliveryStatusTitles[status], at },
  };
}

function deliveryView({ channel, state }: Delivery): DeliveryView {
  const { status } = state;
  const statusTitle =
    status === 'suppressed' ? suppressionTitles[state.reason] : deliveryStatusTitles[status];
  return { channel, channelTitle: channelTitleOf(channel), status, statusTitle, at: instantOf(state) };
}

function instantOf(state: DeliveryState): Instant | null {
  switch (state.status) {
    case 'delivered':
      return state.handedOverAt;
    case 'given_up':
      return state.givenUpAt;
    case 'planned':
    case 'sending':
      return state.slotAt;
    case 'suppressed':
      return null;
  }
}
