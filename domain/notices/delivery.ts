import type { Instant } from '../time/instant.ts';

declare const bundleIdBrand: unique symbol;

/** Names one message: notices to one destination over one channel. A lower-case uuid, the same at every attempt. */
export type BundleId = string & { readonly [bundleIdBrand]: true };

/**
 * Why a message did not get through. `permanent`: the other side said that trying again is useless. Neither the code nor
 * the message holds personal data: other people's systems quote addresses, so their words are never kept.
 */
export interface DeliveryFailure {
  readonly kind: 'temporary' | 'permanent';
  /** As `smtp_550`, `http_503`, `timeout`. */
  readonly code: string;
  readonly message: string;
}

/** Where a message is on its way. */
export type BundleState =
  | { readonly status: 'planned' }
  | { readonly status: 'sending'; readonly attempts: number; readonly lastFailure: DeliveryFailure | null }
  | { readonly status: 'delivered'; readonly attempts: number; readonly handedOverAt: Instant }
  | {
      readonly status: 'given_up';
      readonly attempts: number;
      readonly lastFailure: DeliveryFailure | null;
      readonly givenUpAt: Instant;
    };

export type BundleStatus = BundleState['status'];

/**
 * Why a notice does not go to a destination: another with the same words about the same thing does, or no channel
 * that is open leads there and somebody has to call.
 */
export type Suppression =
  { readonly reason: 'duplicate'; readonly original: number } | { readonly reason: 'channel_off' };

/** What became of a notice on its way to one destination. */
export type DeliveryState =
  (BundleState & { readonly slotAt: Instant }) | ({ readonly status: 'suppressed' } & Suppression);

export const deliveryStatusTitles = {
  planned: '待发送',
  sending: '发送中',
  delivered: '已送出',
  given_up: '发送失败，已停止',
  suppressed: '未发送',
} as const satisfies Record<DeliveryState['status'], string>;

export const suppressionTitles = {
  duplicate: '与已发送的通知重复',
  channel_off: '未启用相应渠道，请电话告知',
} as const satisfies Record<Suppression['reason'], string>;
