import type { CaseState } from '../case/state.ts';
import type { Channel } from '../case/status.ts';
import type { Instant } from '../time/instant.ts';
import type { UnitCode } from '../units/unit.ts';

/** Names a bound dossier: one channel of the n-th handing over. */
export interface DossierKey {
  readonly n: number;
  readonly channel: Channel;
}

/** A handing over that a dossier is bound for; its instant is null until then. */
export interface DossierOccasion extends DossierKey {
  readonly homeStation: UnitCode;
  readonly handedOverAt: Instant | null;
}

/**
 * The handing over of a number, or the one that a dossier is wanted for now: the next while the case is with the
 * accepting station, the last once it has gone. The next may always be printed, for whoever will carry or fax it by
 * hand and has to hold it before he can say that he did; undefined beyond it.
 */
export function findDossierOccasion(
  { status, homeStation, transmissions }: Pick<CaseState, 'status' | 'homeStation' | 'transmissions'>,
  n?: number,
): DossierOccasion | undefined {
  const last = transmissions.at(-1);
  const next = { n: (last?.n ?? 0) + 1, channel: 'manual', homeStation, handedOverAt: null } as const;
  if (n === undefined) return status === 'accepted' || last === undefined ? next : last;
  return n === next.n ? next : transmissions.find((transmission) => transmission.n === n);
}

/**
 * Whether a bound dossier is the one that is wanted: what has gone stays as it went; before that it binds the papers
 * that the case has now. The first of its papers is the application form.
 */
export function isCurrentDossier(
  bound: { readonly papers: readonly { readonly sha256: string }[] },
  { handedOverAt }: Pick<DossierOccasion, 'handedOverAt'>,
  attachments: readonly { readonly sha256: string }[],
): boolean {
  if (handedOverAt !== null) return true;
  const [, ...papers] = bound.papers;
  return (
    papers.length === attachments.length &&
    papers.every(({ sha256 }, index) => sha256 === attachments[index]?.sha256)
  );
}
