import type { Client } from '@temporalio/client';
import { isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import type { QueryDefinition } from '@temporalio/common';

// Who answers does so at once; a case without a worker must not hold up the look at the others.
const answerTimeoutMs = 3_000;

/** What a workflow answers to a query; null when it does not: it is gone, no worker is there, or its code cannot follow. */
export async function queryIfAnswered<Answer>(
  client: Client,
  workflowId: string,
  query: QueryDefinition<Answer>,
): Promise<Answer | null> {
  try {
    return await client.withDeadline(Date.now() + answerTimeoutMs, () =>
      client.workflow.getHandle(workflowId).query(query),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || isUnanswered(error)) return null;
    throw error;
  }
}

function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isRefused = error.name === 'QueryNotRegisteredError' || error.name === 'QueryRejectedError';
  return isRefused || isGrpcServiceError(error) || isUnanswered(error.cause);
}
