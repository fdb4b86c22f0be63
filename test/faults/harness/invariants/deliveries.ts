import type { Invariant } from './observed.ts';

interface Message {
  readonly id: string;
  readonly status: string;
}

function mailsOf({ messageIds }: Parameters<Invariant>[0]): Set<string> {
  return new Set(messageIds.map((messageId) => messageId.replace(/^<(.+)@.+>$/, '$1')));
}

/** Every notice was sent on its ways, every message handed over, and what is handed over was received. */
export const noDeliveryLost: Invariant = async (observed) => {
  const sql = observed.owner.client;
  const unplanned = await sql<{ id: string }[]>`select id::text from notices where planned_at is null`;
  const messages = await sql<
    Message[]
  >`select id::text, status from delivery_bundles where channel = 'email'`;
  const mails = mailsOf(observed);
  return [
    ...unplanned.map(({ id }) => `notice ${id} was never planned`),
    ...messages.flatMap(({ id, status }) => {
      if (status !== 'delivered') return [`message ${id} is ${status}`];
      return mails.has(id) ? [] : [`message ${id} was recorded and never received`];
    }),
  ];
};

/** What was received is recorded; a repetition bears the Message-ID that it bore, and nobody is told a thing in two messages. */
export const noDeliveryDoubled: Invariant = async (observed) => {
  const sql = observed.owner.client;
  const rows = await sql<{ id: string }[]>`select id::text from delivery_bundles where status = 'delivered'`;
  const recorded = new Set(rows.map(({ id }) => id));
  const twice = await sql<{ found: string }[]>`
    select destination || ' is told ' || subject_key || ' in ' || count(*) || ' messages' as found
    from deliveries where bundle_id is not null group by channel, destination, subject_key having count(*) > 1`;
  return [
    ...[...mailsOf(observed)].filter((id) => !recorded.has(id)).map((id) => `mail ${id} is not recorded`),
    ...twice.map(({ found }) => found),
  ];
};
