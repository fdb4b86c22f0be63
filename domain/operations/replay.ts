/** Where a build leaves a history, in Temporal's own words for events and commands. */
export interface Divergence {
  /** The first event that the build does not follow; null where the SDK does not say. */
  readonly eventId: number | null;
  /** As `ActivityTaskScheduled`. */
  readonly eventType: string | null;
  /** What the history has there, as `ActivityTaskScheduled transmitDossier`. */
  readonly expected: string | null;
  /** What the build does there, as `StartTimer`; `nothing` where it has no command at all. */
  readonly actual: string | null;
  /** The SDK's sentence, without stacks and payloads. */
  readonly message: string;
}

/** What a dry run of a case's history with a build has shown; `events` is how long the history was. */
export type ReplayFinding =
  | { readonly kind: 'followed'; readonly events: number; readonly build: string }
  | {
      readonly kind: 'diverged';
      readonly events: number;
      readonly build: string;
      readonly divergence: Divergence;
    }
  /** Temporal has none of the case: it was lost, or is past its retention. */
  | { readonly kind: 'no_history' }
  /** There is none of that name, or it is no workflow code. */
  | { readonly kind: 'bundle_unusable' };

/** Names a bundle of workflow code: the name of a file without its folder and ending. */
export const bundleNamePattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$';
