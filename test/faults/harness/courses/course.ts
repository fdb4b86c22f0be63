import type { Case } from '../../../../clients/typescript/client.ts';
import type { CaseEventType } from '../../../../domain/case/event.ts';
import type { Counter } from '../counter.ts';
import type { Person } from '../people.ts';
import type { Player } from '../player.ts';

/** How a case stands when its course has been played to the end. */
export interface CourseEnd {
  readonly status: Case['status'];
  readonly outcome: Case['outcome'];
  readonly certificates: number;
  /** How often the ledger has what makes the course another than the rest. */
  readonly recorded?: Partial<Record<CaseEventType, number>>;
}

/** A path of a case, as people take it over the API. */
export interface Course {
  readonly title: string;
  readonly end: CourseEnd;
  /** Somebody of each station that keeps the file in the end; window and liaison officer if left out. */
  readonly keepers?: readonly Person[];
  play(counter: Counter): Promise<Player>;
}

export const collected = { status: 'closed', outcome: 'collected', certificates: 1 } as const;
export const referred = { status: 'closed', outcome: 'referred', certificates: 0 } as const;
export const withdrawn = { status: 'closed', outcome: 'withdrawn', certificates: 0 } as const;
