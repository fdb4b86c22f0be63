import type { Client } from '@temporalio/client';
import type { Database } from '../../../db/database.ts';
import type { RemedyApplication } from '../../../db/repositories/remedy-applications.ts';
import type { UnitDirectory } from '../../../db/unit-directory.ts';
import type { Actor } from '../../../domain/case/command.ts';
import type { CommandId } from '../../../domain/case/command-id.ts';
import type { CaseNo } from '../../../domain/certificate/numbers.ts';
import type { Finding, Remedy, RemedyChoice } from '../../../domain/operations/remedy.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { UnitCode } from '../../../domain/units/unit.ts';

/** What a remedy is applied to, and with. */
export interface Treatment {
  readonly database: Database;
  readonly client: Client;
  readonly units: UnitDirectory;
  readonly application: RemedyApplication;
  readonly now: Instant;
}

export type ChoiceOf<R extends Remedy> = Extract<RemedyChoice, { remedy: R }>;

/** `not_applicable`: nothing was done, and why. */
export type Applied =
  { readonly kind: 'applied' } | { readonly kind: 'not_applicable'; readonly finding: string };

export const applied: Applied = { kind: 'applied' };

export function notApplicable(finding: string): Applied {
  return { kind: 'not_applicable', finding };
}

/** How a remedy is applied, and how it is seen to have helped. Applying twice is applying once. */
export interface Remedier<R extends Remedy> {
  /** How long it may take until it is seen to have helped. */
  readonly patienceMs: number;
  readonly apply: (treatment: Treatment, choice: ChoiceOf<R>) => Promise<Applied>;
  readonly look: (treatment: Treatment, choice: ChoiceOf<R>) => Promise<Finding>;
}

/** Any of them: which choice it takes is known by the name under which it stands. */
export interface SomeRemedier {
  readonly patienceMs: number;
  readonly apply: (treatment: Treatment, choice: never) => Promise<Applied>;
  readonly look: (treatment: Treatment, choice: never) => Promise<Finding>;
}

/** Who asked for it, as the ledger names him. */
export function administratorOf({ application: { requestedBy, requestedUnit } }: Treatment): Actor {
  return {
    officerId: requestedBy,
    role: 'system_administrator',
    unitCode: requestedUnit as UnitCode,
  };
}

/** The step under which the ledger has what the remedy brings about: applied again, it is known. */
export function commandIdOf({ application }: Treatment): CommandId {
  return application.id as CommandId;
}

export const minuteMs = 60_000;

/** @throws {Error} when it is about no case, which the API sees to. */
export function caseOf({ application: { caseNo: ofApplication, choice } }: Treatment): CaseNo {
  const caseNo = choice.remedy === 'start' ? choice.caseNo : ofApplication;
  if (caseNo === null) throw new Error('this remedy is for a case');
  return caseNo;
}

export const notYet: Finding = { standing: 'not_yet' };
