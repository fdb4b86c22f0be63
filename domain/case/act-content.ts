import type { IdentityDocumentKind } from '../application/application.ts';
import type { MatterCode } from '../matters/catalogue.ts';
import type { RegisterItem } from '../register/item.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { Act } from './acts.ts';

/** What the home station found out about one matter. */
export interface MatterFinding {
  readonly matter: MatterCode;
  readonly result: 'consistent' | 'inconsistent' | 'no_record';
  /** The item that differs. Present when the matter was not confirmed. */
  readonly finding?: string;
}

/** 人口信息系统 or 户籍档案、底册: where a station looked. */
export type RegisterSource = 'population_system' | 'paper_register';

/** The words of an act: personal data that stand beside the ledger, never in it. */
interface ContentOf {
  refuse: { readonly reason: string };
  withdraw: { readonly statement?: string };
  refer: { readonly statement?: string };
  /** Everything that is missing, in one document (一次性告知); a second says why it was not in the first. */
  request_completion: { readonly items: readonly string[]; readonly reason?: string };
  complete_materials: { readonly remarks?: string };
  /** For the manual channel: how, when, to which number or whom and with how many pages it was handed over. */
  transmit: { readonly manual?: ManualHandover };
  reroute: { readonly reason: string };
  assign: { readonly remarks?: string };
  receive: {
    readonly transmission?: number;
    readonly pagesReceived?: number;
    readonly receivedAt?: Instant;
  };
  correct_receipt: { readonly reason: string };
  report_defect: { readonly description: string };
  return_dossier: { readonly reason: string };
  answer: {
    /** 证明内容: printed on the certificate word for word [§4]. Absent when nothing was confirmed. */
    readonly certificateText?: string;
    /** What the register says instead, or what could not be verified. */
    readonly finding?: string;
    /** The items that differ: their names alone stand in the notice to the applicant (S05). */
    readonly differingItems?: readonly RegisterItem[];
    /** Matter by matter, where the answer is not the same for all. */
    readonly matters?: readonly MatterFinding[];
    readonly source: RegisterSource;
  };
  /** What the other register is to say, of whom. */
  request_further_verification: { readonly station: UnitCode; readonly question: string };
  cancel_further_verification: { readonly reason: string };
  answer_further_verification: {
    /** What the register says, or why it says nothing. */
    readonly finding: string;
    readonly source: RegisterSource;
  };
  issue: {
    /** The applicant agrees to a certificate of the confirmed matters only. */
    readonly consent?: 'given';
    /** A corrected writing of the home station's text after a voiding; the home station is told if it differs. */
    readonly certificateText?: string;
  };
  issue_annex_2: {
    readonly registeredAddress: string;
    /** The register query that the certificate rests on: its reference, or how the system was consulted by hand. */
    readonly registerReference: string;
    readonly queriedAt: Instant;
  };
  notify: { readonly method: 'telephone' | 'in_person' | 'message'; readonly remarks?: string };
  collect: {
    readonly collectedBy: 'applicant' | 'guardian' | 'agent';
    /** What whoever came showed of himself (S30). */
    readonly identityDocument?: IdentityDocumentKind;
    readonly signature?: 'signed' | 'fingerprint';
  };
  void_certificate: { readonly reason: string };
  reissue: {
    readonly reason: 'lost' | 'damaged';
    /** As for an Annex 2, and since the lost one was issued (S34). */
    readonly registerReference: string;
    readonly queriedAt: Instant;
  };
  reprint: { readonly reason: string };
  log_call: {
    readonly number: string;
    /** The station that was called; left out, the other one. */
    readonly station?: UnitCode;
    readonly remarks?: string;
    readonly calledAt?: Instant;
  };
  reply: { readonly text: string; readonly expectedOn?: PlainDate };
  complain: { readonly text: string; readonly station?: UnitCode };
  answer_complaint: { readonly text: string };
  /** An administrator's, not an act of the table: why a running case takes over the policy that holds now. */
  migrate_policy: { readonly reason: string };
}

export interface ManualHandover {
  readonly way: 'fax' | 'carried' | 'post';
  readonly handedOverAt: Instant;
  readonly faxNumber?: string;
  /** Who took what was carried there. */
  readonly handedTo?: string;
  /** When the fax machine's report said that all of it had arrived; left out, its receipt has to say so. */
  readonly confirmedAt?: Instant;
  readonly pages: number;
}

/** Acts that say something beyond that they happened. */
export type WordyAct = keyof ContentOf;

/** Acts that say nothing more. */
export type WordlessAct = Exclude<Act, WordyAct>;

export type ActContent = { [A in WordyAct]: { readonly act: A } & ContentOf[A] }[WordyAct];

export type ActContentOf<A extends WordyAct> = { readonly act: A } & ContentOf[A];
