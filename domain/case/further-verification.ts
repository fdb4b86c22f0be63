import type { Stations } from '../escalation/unit-of-case.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Actor } from './command.ts';
import type { CommandId } from './command-id.ts';
import type { FurtherResult } from './status.ts';

/** How an asking ended. */
export const furtherOutcomeTitles = {
  answered: '已反馈',
  cancelled: '已撤销',
  /** The home station has answered without it, or has the case no more. */
  lapsed: '无需再查',
} as const satisfies Record<string, string>;

/**
 * 协助查证: the home station asks a further one whose register it needs, within the same case. Kinship may stand in two
 * registers (`domain.md` §2) [policy].
 */
export interface FurtherVerification {
  /** From 1, within the case. */
  readonly n: number;
  readonly station: UnitCode;
  /** Under which what is asked stands in words. */
  readonly requestId: CommandId;
  readonly askedBy: Actor;
  readonly askedAt: Instant;
  /** Null while it is waited for. */
  readonly outcome:
    | null
    | {
        readonly kind: 'answered';
        readonly at: Instant;
        readonly by: Actor;
        readonly answerId: CommandId;
        readonly result: FurtherResult;
      }
    | { readonly kind: 'cancelled'; readonly at: Instant }
    /** `seq`: the event with which it lapsed. */
    | { readonly kind: 'lapsed'; readonly at: Instant; readonly seq: number };
}

type OwnStations = Omit<Stations, 'furtherStation'>;

interface Asked {
  readonly furtherVerifications: readonly FurtherVerification[];
}

/** The asking that is waited for: one at a time. */
export function findOpenFurtherVerification({
  furtherVerifications,
}: Asked): FurtherVerification | undefined {
  return furtherVerifications.find(({ outcome }) => outcome === null);
}

/** The further station that was asked last; null where none was. */
export function furtherStationOf({ furtherVerifications }: Asked): UnitCode | null {
  return furtherVerifications.at(-1)?.station ?? null;
}

/** The stations of a case as they stand in its ledger. */
export function stationsOf({ acceptingStation, homeStation, ...asked }: Asked & OwnStations): Stations {
  return { acceptingStation, homeStation, furtherStation: furtherStationOf(asked) };
}

/**
 * The further stations that handle the case: those that are waited for or have said what their register holds, each
 * once. One whose register it is not has no more to do with it than a home station that sent a dossier back.
 */
export function furtherStationsOf({ furtherVerifications }: Asked): UnitCode[] {
  const handling = furtherVerifications.filter(
    ({ outcome }) =>
      outcome === null || (outcome.kind === 'answered' && outcome.result !== 'not_our_register'),
  );
  return [...new Set(handling.map(({ station }) => station))];
}
