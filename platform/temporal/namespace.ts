import { isGrpcServiceError, type Client } from '@temporalio/client';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';

/**
 * How long closed histories stay, so that a case can be inspected and replayed after it ended. The dev server's own
 * default is one day, and a server's may be as short.
 */
const retentionMs = 90 * 24 * 60 * 60 * 1000;

const grpcNotFound = 5;

/** The namespace's retention in milliseconds; undefined when there is no such namespace. */
async function findRetention(client: Client): Promise<number | undefined> {
  try {
    const { config } = await client.workflowService.describeNamespace({
      namespace: client.options.namespace,
    });
    return tsToMs(config?.workflowExecutionRetentionTtl);
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === grpcNotFound) return undefined;
    throw error;
  }
}

/** Registers the client's namespace if it is missing, and lengthens a shorter retention to 90 days. */
export async function ensureNamespace(client: Client): Promise<void> {
  const { namespace } = client.options;
  const ttl = msToTs(retentionMs);
  const found = await findRetention(client);
  if (found === undefined) {
    await client.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: ttl });
  } else if (found < retentionMs) {
    await client.workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: ttl },
    });
  }
}
