import type { CaseStatus } from '../case/status.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { UnitCode } from '../units/unit.ts';
import type { BulkChoice, BulkTargetKind } from './bulk-remedy.ts';
import { bulkRemedies } from './bulk-remedy.ts';
import type { IncidentClass } from './incident.ts';
import { remedies, remedyStandings } from './remedy.ts';

/** What is done to each of many. A replay is with the worker's own workflow code where no bundle is named. */
export type BatchAction =
  | { readonly kind: 'replay'; readonly bundle: string | null }
  | { readonly kind: 'remedy'; readonly choice: BulkChoice };

/**
 * To which: all conditions hold. Without a status, and without numbers, cases that are open. Nothing at all is every open
 * case, which is asked of a replay alone.
 */
export interface BatchFilter {
  /** With an open incident of one of these classes. */
  readonly incidentClass?: readonly IncidentClass[] | undefined;
  /** Of those: the finer reason. */
  readonly reason?: string | undefined;
  readonly status?: readonly CaseStatus[] | undefined;
  /** The station, or a unit above it. */
  readonly acceptingStation?: UnitCode | undefined;
  readonly homeStation?: UnitCode | undefined;
  readonly caseNos?: readonly CaseNo[] | undefined;
}

// More than are open in the whole country at once [§8].
export const mostBatchItems = 50_000;
export const mostNamedCases = 1000;

/** What is looked for by the filter. */
export function targetKindOf(action: BatchAction): BulkTargetKind {
  return action.kind === 'replay' ? 'case' : bulkRemedies[action.choice.remedy].of;
}

/** Whether somebody else has to agree. */
export function batchApproval(action: BatchAction): 'none' | 'second_person' {
  return action.kind === 'replay' ? 'none' : remedies[action.choice.remedy].approval;
}

/** A remedy for whatever is open is nobody's intention. */
export function isFilterWideEnough(action: BatchAction, filter: BatchFilter): boolean {
  return action.kind === 'replay' || Object.values(filter).some((condition) => condition !== undefined);
}

export const batchStandings = {
  awaiting_approval: '待第二人同意',
  requested: '待执行',
  running: '执行中',
  stopping: '已停止，等待已执行者的结果',
  finished: '已完成',
  stopped: '已停止',
  declined: '第二人不同意',
} as const;

export type BatchStanding = keyof typeof batchStandings;

/** Standings in which nothing more is begun. */
export const stillStandings = ['finished', 'stopped', 'declined'] as const satisfies readonly BatchStanding[];

const { moved, not_moved, not_applicable } = remedyStandings;

/** What came of one of many. Of a remedy it is the remedy's own standing: `moved` is said of what was seen to have moved. */
export const itemStandings = {
  waiting: '待执行',
  under_way: '已执行，待确认效果',
  followed: '可以重放',
  diverged: '重放不一致',
  not_replayed: '未能重放',
  moved,
  not_moved,
  not_applicable,
  stopped: '未执行，批量操作已停止',
} as const;

export type ItemStanding = keyof typeof itemStandings;

export const itemStandingNames = Object.keys(itemStandings) as ItemStanding[];

export type EndedItemStanding = Exclude<ItemStanding, 'waiting' | 'under_way'>;

/** How many are taken at once, and how long after that others may be. */
export interface Pace {
  readonly atOnce: number;
  readonly pauseMs: number;
}

export const slowestPerMinute = 1;
// What is open in the whole country is replayed within an hour; a hundred histories are a turn's.
export const fastestPerMinute = 600;

const minuteMs = 60_000;
/**
 * The shortest turns. One costs a task of the workflow and an activity, and of replays a worker that has to load the code:
 * shorter ones would be more of those than of what is done.
 */
const turnMs = { replay: 10_000, remedy: 500 } as const satisfies Record<BatchAction['kind'], number>;

/** The pace of a rate: in no minute more are taken than it says, and seldom much fewer. */
export function paceOf(kind: BatchAction['kind'], ratePerMinute: number): Pace {
  const atOnce = Math.ceil((ratePerMinute * turnMs[kind]) / minuteMs);
  return { atOnce, pauseMs: Math.ceil(minuteMs / Math.floor(ratePerMinute / atOnce)) };
}

/** How long it is at least until the last of so many is taken, in milliseconds. */
export function durationMs(kind: BatchAction['kind'], ratePerMinute: number, waiting: number): number {
  const { atOnce, pauseMs } = paceOf(kind, ratePerMinute);
  return Math.max(0, Math.ceil(waiting / atOnce) - 1) * pauseMs;
}
