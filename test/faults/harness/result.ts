import type { Machine } from '../../../bench/machine.ts';
import { describeMachine } from '../../../bench/machine.ts';
import type { CourseName } from './courses.ts';
import type { FaultKind } from './fault.ts';
import { faultKinds, targetOf } from './fault.ts';
import type { Hit } from './inflict.ts';
import type { InvariantName, Violation } from './invariants/invariants.ts';
import { invariantNames, invariants } from './invariants/invariants.ts';
import type { PlannedFault } from './plan.ts';
import type { PointName } from './points.ts';
import { points } from './points.ts';
import type { PlayedCase } from './traffic.ts';

/** A fault that was inflicted. */
export interface InflictedFault extends PlannedFault {
  readonly hit: Hit;
  readonly at: string;
}

export interface FaultResult {
  readonly seed: number;
  readonly faults: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Kills that came exactly at their point. */
  readonly atPoint: Partial<Record<PointName, number>>;
  /** Played to their end, or as far as they go. */
  readonly cases: number;
  readonly byCourse: Partial<Record<CourseName, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly invariants: Readonly<Record<InvariantName, number>>;
  readonly violations: readonly Violation[];
  /** How often a program ended that nobody had killed; it was started anew. */
  readonly endedByThemselves: Readonly<Record<'worker' | 'api', number>>;
  readonly elapsedMs: number;
  readonly machine: Machine;
}

interface Run {
  readonly seed: number;
  readonly inflicted: readonly InflictedFault[];
  readonly played: readonly PlayedCase[];
  readonly violations: readonly Violation[];
  readonly endedByThemselves: FaultResult['endedByThemselves'];
  readonly elapsedMs: number;
}

export function resultOf({
  seed,
  inflicted,
  played,
  violations,
  endedByThemselves,
  elapsedMs,
}: Run): FaultResult {
  const counted = (counts: 'lost' | 'doubled') =>
    violations.filter(({ invariant }) => invariants[invariant].counts === counts).length;
  const exact = inflicted.filter(({ hit }) => hit === 'exactly');
  return {
    ...{ seed, faults: inflicted.length, elapsedMs, endedByThemselves, violations },
    byKind: countBy(inflicted, ({ fault }) => kindKeyOf(fault)),
    atPoint: countBy(exact, ({ fault }) => targetOf(fault)),
    cases: played.length,
    byCourse: countBy(played, ({ course }) => course),
    lost: counted('lost'),
    doubled: counted('doubled'),
    invariants: Object.fromEntries(
      invariantNames.map((name) => [name, violations.filter(({ invariant }) => invariant === name).length]),
    ) as Record<InvariantName, number>,
    machine: describeMachine(),
  };
}

/** Kills by their victim, all else by its kind. */
function kindKeyOf(fault: InflictedFault['fault']): string {
  if (fault.kind === 'kill') return `kill_${fault.victim}`;
  if (fault.kind === 'kill_at_point') return `kill_${points[fault.point].victim}_at_point`;
  return fault.kind;
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

/** For people. */
export function tellResult(result: FaultResult, tell: (line: string) => void): void {
  tell(`故障${result.faults}次，申请件${result.cases}件，丢失${result.lost}，重复${result.doubled}`);
  for (const [kind, count] of Object.entries(result.byKind)) tell(`  ${kind} ${count}`);
  for (const name of invariantNames) tell(`  ${invariants[name].title}：违反${result.invariants[name]}`);
}

/** One line for a fault as it is inflicted. */
export function lineOf({ n, fault }: PlannedFault, hit: Hit): string {
  const { kind } = fault;
  const title = fault.kind === 'kill_at_point' ? points[fault.point].title : targetOf(fault);
  return `${String(n).padStart(4)}  ${titleOf(kind)}：${title}${hit === 'missed' ? '（未等到该位置）' : ''}`;
}

function titleOf(kind: FaultKind): string {
  return faultKinds[kind].title;
}
