import type { OperationId } from '../../domain/authority/table.ts';

/** The answer that holds what was asked for in part, beside the one that holds everything. */
export const sparseAnswer = 'sparse';

type AnswerKey = 200 | 201 | 202 | typeof sparseAnswer;

/** What an operation is asked with and what it answers, in JSON. One without either has neither. */
export interface OperationExamples {
  readonly body?: unknown;
  readonly answers?: Readonly<Partial<Record<AnswerKey, unknown>>>;
}

/** The examples of some operations. */
export type ExamplesOf<Id extends OperationId> = Readonly<Record<Id, OperationExamples>>;
