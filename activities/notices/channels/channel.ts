import type { BundleId, DeliveryFailure } from '../../../domain/notices/delivery.ts';
import type { MessageNotice } from '../../../domain/notices/message-text.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** Where a message goes, looked up just before it is sent. */
export type Address =
  | { readonly kind: 'mailbox'; readonly email: string }
  | { readonly kind: 'telephone'; readonly telephone: string }
  | { readonly kind: 'group'; readonly robotUrl: string }
  | { readonly kind: 'endpoint'; readonly url: string; readonly secrets: readonly string[] };

export type AddressOf<Kind extends Address['kind']> = Extract<Address, { kind: Kind }>;

export interface NoticeMessage<To extends Address> {
  /** The same at every attempt, so that the other side can tell a repetition. */
  readonly id: BundleId;
  readonly to: To;
  readonly at: Instant;
  readonly notices: readonly [MessageNotice, ...MessageNotice[]];
  /** Of the first notice's case: whom to call, and the date on which an answer is due, 暂定 said with it. */
  readonly stationTelephone: string | null;
  readonly dueDate: string | null;
}

/** A way out of the house. */
export interface NoticeChannel<To extends Address> {
  /**
   * Hands a message over; when it resolves the other side has taken it.
   * @throws {DeliveryError} when it has not.
   */
  send(message: NoticeMessage<To>): Promise<void>;
}

/** A message did not get through. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly failure: DeliveryFailure;
  /** When the other side asked to be tried again. */
  readonly retryAfterMs: number | undefined;

  constructor(
    failure: DeliveryFailure,
    options: { cause?: unknown; retryAfterMs?: number | undefined } = {},
  ) {
    super(failure.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.failure = failure;
    this.retryAfterMs = options.retryAfterMs;
  }
}
