import type { Client } from '@temporalio/client';
import type { Divergence } from '../../domain/operations/replay.ts';
import type { History } from '../../platform/temporal/divergence.ts';
import { replayAll } from '../../platform/temporal/replay.ts';

const fetchedAtOnce = 5;
const toldEvery = 100;

/** A workflow that runs and that the build cannot follow. */
export interface Refused extends Divergence {
  readonly workflowId: string;
}

/** What a replay of everything that runs came to. */
export interface ReplayedOpen {
  readonly replayed: number;
  readonly refused: readonly Refused[];
}

/** Replays every history of the query with a build, as Temporal streams them: thousands never lie in memory together. */
export async function replayOpen(
  client: Client,
  bundle: Parameters<typeof replayAll>[1],
  query: string,
  tell: (line: string) => void,
): Promise<ReplayedOpen> {
  const { count: total } = await client.workflow.count(query);
  async function* histories() {
    const listed = client.workflow.list({ query }).intoHistories({ concurrency: fetchedAtOnce });
    for await (const { workflowId, history } of listed) yield { workflowId, history: history as History };
  }
  const refused: Refused[] = [];
  let replayed = 0;
  for await (const { workflowId, verdict } of replayAll(histories(), bundle)) {
    replayed += 1;
    if (replayed % toldEvery === 0) tell(`已重放${replayed}/${total}个流程`);
    if (verdict.ok) continue;
    const { eventId, eventType, expected, actual, message } = verdict;
    refused.push({ workflowId, eventId, eventType, expected, actual, message });
    tell(sentenceOf({ workflowId, eventId, eventType, expected, actual, message }));
  }
  tell(
    refused.length === 0
      ? `${replayed}个未结束的流程全部跟得上本版本，可以部署。`
      : `${replayed}个未结束的流程中有${refused.length}个跟不上本版本：不要部署。请用 patched() 保留旧做法（docs/versioning.md）；已经部署的，请退回上一版本。`,
  );
  return { replayed, refused };
}

function sentenceOf({ workflowId, eventId, expected, actual, message }: Refused): string {
  const place = eventId === null ? '' : `第${eventId}号事件`;
  return `${workflowId}：${place}历史中是 ${expected ?? '（未知）'}，本版本却是 ${actual ?? '（未知）'}。${message}`;
}
