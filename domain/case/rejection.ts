import type { Act } from './acts.ts';
import type { ObstacleCode } from './refusals.ts';
import type { CaseStatus } from './status.ts';

/** Why a command was refused. Nothing is recorded; the caller learns what is allowed instead. */
export type Rejection =
  | { readonly code: 'case_not_found' }
  | { readonly code: 'case_already_accepted' }
  | { readonly code: 'precondition_failed' }
  | { readonly code: 'role_not_allowed'; readonly act: Act }
  | {
      readonly code: ObstacleCode;
      readonly act: Act;
      readonly status: CaseStatus;
      readonly allowed: readonly Act[];
    };
