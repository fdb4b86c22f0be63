import type { Instant } from '../time/instant.ts';

/** Who has to act next. At every moment exactly one (`domain.md` §5). */
export const holders = ['accepting_station', 'home_station', 'applicant', 'system'] as const;

export type Holder = (typeof holders)[number];

export const holderTitles = {
  accepting_station: '受理地派出所',
  home_station: '户籍地派出所',
  applicant: '申请人',
  system: '系统',
} as const satisfies Record<Holder, string>;

/** A stretch of time in which one holder had the case; the last one of an open case has no end. */
export interface CustodyInterval {
  readonly holder: Holder;
  readonly from: Instant;
  readonly to: Instant | null;
}
