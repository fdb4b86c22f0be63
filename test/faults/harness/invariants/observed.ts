import type { Client } from '@temporalio/client';
import type { Database } from '../../../../db/database.ts';
import type { Sent } from '../counter.ts';
import type { Person } from '../people.ts';
import type { PlayedCase } from '../traffic.ts';

/** All that can be known of a house from outside, once it has come to rest. */
export interface Observed {
  readonly owner: Database;
  readonly client: Client;
  /** Every application that was sent, with what was answered. */
  readonly sent: readonly Sent[];
  readonly played: readonly PlayedCase[];
  /** Of every mail that the mail server has taken. */
  readonly messageIds: readonly string[];
  /** Answers 500, by path: there should never be one. */
  readonly serverErrors: readonly string[];
  /** Reads the files of a case as a station keeps them. */
  readonly exportOf: (person: Person, caseNo: string) => Promise<Buffer>;
}

/** Looks for whatever breaks it; answers what does, each in a word. */
export type Invariant = (observed: Observed) => Promise<string[]>;
