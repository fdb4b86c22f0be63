import type { OperationId } from '../../domain/authority/table.ts';
import { actExamples } from './acts.ts';
import { administrationExamples } from './administration.ts';
import { calendarExamples } from './calendars.ts';
import { caseExamples } from './cases.ts';
import { counterExamples } from './counter.ts';
import { directoryExamples } from './directory.ts';
import type { ExamplesOf } from './example.ts';
import { historyExamples } from './history.ts';
import { batchExamples } from './batches.ts';
import { operationExamples } from './operations.ts';
import { paperExamples } from './papers.ts';
import { publicExamples } from './public.ts';

/** What the OpenAPI document shows of every operation: one invented case runs through them (`facts.ts`). */
export const examples: ExamplesOf<OperationId> = {
  ...actExamples,
  ...administrationExamples,
  ...calendarExamples,
  ...caseExamples,
  ...counterExamples,
  ...directoryExamples,
  ...historyExamples,
  ...batchExamples,
  ...operationExamples,
  ...paperExamples,
  ...publicExamples,
};
