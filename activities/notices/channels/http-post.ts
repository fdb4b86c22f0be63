import type { IncomingHttpHeaders } from 'node:http';
import { retryPlan } from '../../../domain/notices/retry-plan.ts';
import type { SendRequest } from '../../../platform/outgoing/guard.ts';
import { OutgoingRefusedError } from '../../../platform/outgoing/guard.ts';
import { DeliveryError } from './channel.ts';

const timeoutMs = 10_000;
// A receipt is a line or two; whoever answers with more is not who we think he is.
const maxAnswerBytes = 64 * 1024;

export interface HttpAnswer {
  /** As far as it was read. */
  readonly text: string;
}

/**
 * Posts a message and reads the answer: in time, up to a size, and never to where the address points next.
 * @throws {DeliveryError} unless the other side answers with 2xx.
 */
export async function postMessage(
  send: SendRequest,
  url: string,
  { method = 'POST', headers, body }: { method?: string; headers: Record<string, string>; body: string },
): Promise<HttpAnswer> {
  try {
    const answer = await send(url, { method, headers, body, signal: AbortSignal.timeout(timeoutMs) });
    const text = await readStart(answer.body);
    if (answer.statusCode < 200 || answer.statusCode > 299) throw refused(answer);
    return { text };
  } catch (error) {
    throw deliveryErrorOf(error);
  }
}

async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size >= maxAnswerBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
}

/** 410 says for good that nobody is there; everything else may be mended within the days of trying. */
function refused({
  statusCode: status,
  headers,
}: {
  statusCode: number;
  headers: IncomingHttpHeaders;
}): DeliveryError {
  const code = `http_${status}`;
  if (status === 410) return new DeliveryError({ kind: 'permanent', code, message: '对方已停用该地址。' });
  const failure = { kind: 'temporary', code, message: `对方未接收，HTTP 状态码 ${status}。` } as const;
  return new DeliveryError(failure, { retryAfterMs: waitAskedFor(headers['retry-after']) });
}

/** `Retry-After` in seconds or as a date, no longer than we wait by ourselves. */
function waitAskedFor(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return waitMs > 0 ? Math.min(waitMs, retryPlan.longestWaitMs) : undefined;
}

function deliveryErrorOf(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  // Said at once to those who can mend it; what was given up can be sent again.
  if (cause instanceof OutgoingRefusedError) {
    return new DeliveryError({ kind: 'permanent', ...cause.fault }, { cause });
  }
  const failure =
    cause instanceof Error && cause.name === 'TimeoutError'
      ? ({ kind: 'temporary', code: 'timeout', message: '对方未在规定时间内应答。' } as const)
      : ({ kind: 'temporary', code: 'unreachable', message: '无法连接对方。' } as const);
  return new DeliveryError(failure, { cause });
}
