import type { CaseNo } from '../certificate/numbers.ts';
import type { ErrorCode } from '../errors.ts';
import type { Role } from '../roles.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { AuditKind, AuditOutcome } from './kinds.ts';

/** Who did what, about which number, and what became of it: never a name, an ID number or a text of the case. */
export interface AuditedAct {
  readonly kind: AuditKind;
  /** The operation's id in the OpenAPI document, or the name of a command. */
  readonly operation: string;
  readonly outcome: AuditOutcome;
  /** Null, like the unit, of whoever was refused because he did not prove who he is, and of the operator's commands. */
  readonly officerId: string | null;
  readonly roles: readonly Role[];
  readonly unitCode: UnitCode | null;
  readonly caseNo: CaseNo | null;
  /** Of what else it was about: a paper, a draft, a rejection, an entry of the directory, a session. */
  readonly objectId: string | null;
  readonly requestId: string;
  /** Of the problem by which it was refused; null of what was not, and of what was not found. */
  readonly code: ErrorCode | null;
}

/** Its place in the chain of its day. */
export interface AuditPosition {
  readonly day: PlainDate;
  readonly seq: number;
}

/** A row of the audit as it is kept. */
export interface AuditEntry extends AuditedAct, AuditPosition {
  readonly at: Instant;
  readonly hash: string;
}

/** What a day's chain came to: pinned outside, it shows whether the day was changed afterwards. */
export interface AuditAnchor {
  readonly day: PlainDate;
  readonly count: number;
  /** Of the last row. */
  readonly hash: string;
}
