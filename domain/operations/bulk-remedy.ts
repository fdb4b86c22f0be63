import type { EffectKey } from '../case/effect.ts';
import type { TerminationCause } from '../case/status.ts';
import type { CaseNo } from '../certificate/numbers.ts';
import type { BundleId } from '../notices/delivery.ts';
import type { Remedy, RemedyChoice, ResetPoint } from './remedy.ts';

/** What remedies can be had for in bulk, and what a case may have several of. */
export type BulkTarget =
  | { readonly kind: 'case'; readonly caseNo: CaseNo }
  /** One that has failed. */
  | { readonly kind: 'effect'; readonly caseNo: CaseNo; readonly effectKey: EffectKey }
  /** One that Temporal tries again and again, of a case or of another workflow. */
  | {
      readonly kind: 'activity';
      readonly caseNo: CaseNo | null;
      readonly workflowId: string;
      readonly activityId: string;
    }
  /** One that was given up. */
  | { readonly kind: 'message'; readonly caseNo: null; readonly delivery: BundleId };

export type BulkTargetKind = BulkTarget['kind'];

/** A remedy with what is chosen for all alike; what differs from case to case is found for each. */
export type BulkChoice =
  | { readonly remedy: 'retry_effect' | 'retry_activity' | 'redeliver' | 'take_up' | 'reproject' }
  | { readonly remedy: 'pause' | 'resume' }
  | { readonly remedy: 'reset'; readonly to: ResetPoint }
  | { readonly remedy: 'terminate'; readonly cause: TerminationCause };

export type BulkRemedy = BulkChoice['remedy'];

interface BulkRule<R extends BulkRemedy, Kind extends BulkTargetKind> {
  readonly of: Kind;
  readonly choiceFor: (
    asked: Extract<BulkChoice, { remedy: R }>,
    target: Extract<BulkTarget, { kind: Kind }>,
  ) => Extract<RemedyChoice, { remedy: R }>;
}

type SomeRule<R extends BulkRemedy> = { [Kind in BulkTargetKind]: BulkRule<R, Kind> }[BulkTargetKind];

/** Which remedies can be had in bulk, and how the choice is found for one of many. */
export const bulkRemedies: { readonly [R in BulkRemedy]: SomeRule<R> } = {
  retry_effect: {
    of: 'effect',
    choiceFor: (_asked, { effectKey }) => ({ remedy: 'retry_effect', effectKey }),
  },
  retry_activity: {
    of: 'activity',
    choiceFor: (_asked, { workflowId, activityId }) => ({ remedy: 'retry_activity', workflowId, activityId }),
  },
  redeliver: { of: 'message', choiceFor: (_asked, { delivery }) => ({ remedy: 'redeliver', delivery }) },
  take_up: { of: 'case', choiceFor: () => ({ remedy: 'take_up' }) },
  reproject: { of: 'case', choiceFor: () => ({ remedy: 'reproject' }) },
  reset: { of: 'case', choiceFor: ({ to }) => ({ remedy: 'reset', to }) },
  pause: { of: 'case', choiceFor: () => ({ remedy: 'pause' }) },
  resume: { of: 'case', choiceFor: () => ({ remedy: 'resume' }) },
  terminate: { of: 'case', choiceFor: ({ cause }) => ({ remedy: 'terminate', cause }) },
};

export const bulkRemedyNames = Object.keys(bulkRemedies) as (BulkRemedy & Remedy)[];

/** What is chosen for one of many; its kind is the rule's. */
export function choiceFor(asked: BulkChoice, target: BulkTarget): RemedyChoice {
  return bulkRemedies[asked.remedy].choiceFor(asked as never, target as never);
}
